package org.mailmedic.ui.part;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A short statement in a rounded field.
public final class Badge extends Label {
    public Badge(String text, Feather icon, String style) {
        super(text, icon == null ? null : new Icon(icon));
        getStyleClass().addAll("badge", style);
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
    }
}
