package org.mailmedic.ui.part;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One line of a list: an icon, what was seen, how long it took.
public final class SightingRow extends HBox {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

    public SightingRow(Icon icon, String spokenState, String text, String took, boolean first) {
        var words = Labels.wrapping(text, "plain");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("sighting");
        pseudoClassStateChanged(FIRST, first);
        getChildren().addAll(icon, words, Labels.brief(took, "took"));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(spokenState + ": " + text + " (" + took + ")");
    }
}
