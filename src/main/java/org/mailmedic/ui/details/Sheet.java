package org.mailmedic.ui.details;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// A view that scrolls. What is read out when it takes the focus is its text twin.
final class Sheet extends ScrollPane {
    private static final double GAP = 16;

    /// @param name what it is called
    /// @param twin everything on it, as text
    Sheet(String name, String twin, Node... parts) {
        var body = new VBox(GAP, parts);
        body.getStyleClass().add("sheet-body");
        setContent(body);
        getStyleClass().add("sheet-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SCROLL_PANE);
        setAccessibleText(name + "\n" + twin);
    }
}
