package org.mailmedic.ui.page;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailmedic.ui.part.Headline;

/// What every page is made of.
///
/// @param headline takes the focus when the page appears
/// @param body     what is read, the headline in it; the frame scrolls it where it has to
/// @param footer   what can be done
public record Layout(Headline headline, VBox body, Region footer) {
    private static final double ABOVE_LEAD = 8;
    private static final double UNDER_LEAD = 24;

    /// A page that begins with its headline and, under it, what it is for.
    public static Layout of(Headline headline, Label lead, Region footer, Node... rest) {
        return of(headline, lead, UNDER_LEAD, footer, rest);
    }

    /// @param underLead what is left free between the lead and the rest, in pixels
    public static Layout of(Headline headline, Label lead, double underLead, Region footer, Node... rest) {
        VBox.setMargin(lead, new Insets(ABOVE_LEAD, 0, underLead, 0));
        var body = new VBox(headline, lead);
        body.getChildren().addAll(List.of(rest));
        return new Layout(headline, body, footer);
    }
}
