package org.mailmedic.ui.details;

import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.mailmedic.ui.part.Texts;

/// A view that scrolls, with its text twin: what is read out, and what is copied.
final class Sheet extends BorderPane {
    private static final double GAP = 16;

    /// @param name what it is called
    /// @param twin everything on it, as text
    Sheet(Texts texts, String name, Supplier<String> twin, Node... parts) {
        var body = new VBox(GAP, parts);
        body.getStyleClass().add("sheet-body");
        var scroll = new ScrollPane(body);
        scroll.getStyleClass().add("sheet-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleRole(AccessibleRole.SCROLL_PANE);
        scroll.setAccessibleText(name + "\n" + twin.get());
        setCenter(scroll);
        setBottom(new CopyBar(texts, twin));
    }
}
