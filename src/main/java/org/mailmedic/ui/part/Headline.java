package org.mailmedic.ui.part;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A page's one headline. It takes the focus when the page appears, so that it is read out first.
public final class Headline extends Label {
    public Headline(String text) {
        super(text);
        getStyleClass().add("headline");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(textProperty());
    }
}
