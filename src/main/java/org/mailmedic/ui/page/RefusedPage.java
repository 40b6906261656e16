package org.mailmedic.ui.page;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// A file that cannot be shown: one sentence that says what it is and what to do.
public final class RefusedPage implements Page {
    private final Headline headline;
    private final VBox body;
    private final Region footer;

    public RefusedPage(String sentence, Way way, Texts texts) {
        headline = new Headline(texts.get("open.refused"));
        var lead = Labels.wrapping(sentence, "lead");
        VBox.setMargin(lead, new Insets(8, 0, 24, 0));
        body = new VBox(headline, lead);
        Button other = Buttons.main(texts.get("open.other"), Feather.FOLDER, way::openReport);
        Button start = Buttons.flat(texts.get("window.back"), Feather.ARROW_LEFT, way::start);
        start.setCancelButton(true);
        footer = new FooterBar(FooterBar.left(start), other);
    }

    @Override
    public VBox body() {
        return body;
    }

    @Override
    public Region footer() {
        return footer;
    }

    @Override
    public Headline headline() {
        return headline;
    }
}
