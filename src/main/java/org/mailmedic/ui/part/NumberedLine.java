package org.mailmedic.ui.part;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One step of several: its number, and words that wrap beside it and never below it.
public final class NumberedLine extends HBox {
    private static final double GAP = 8;

    /// @param number 1 for the first
    /// @param words  one sentence or more
    public NumberedLine(int number, String words) {
        super(GAP);
        Label count = Labels.brief(number + ".", "plain", "count");
        Label text = Labels.wrapping(words, "plain");
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(count, text);
    }
}
