package org.mailmedic.ui.part;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A short statement in a rounded field.
public final class Badge extends Label {
    /// One in words alone.
    public Badge(String text, String style) {
        super(text);
        dress(style);
    }

    public Badge(String text, Feather icon, String style) {
        super(text, new Icon(icon));
        dress(style);
    }

    private void dress(String style) {
        getStyleClass().addAll("badge", style);
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
    }
}
