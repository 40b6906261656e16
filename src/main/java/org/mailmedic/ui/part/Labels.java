package org.mailmedic.ui.part;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Text that wraps and never cuts off.
public final class Labels {
    private Labels() {}

    public static Label wrapping(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// One short line that keeps its width.
    public static Label brief(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
