package org.mailmedic.ui.part;

import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A numbered step: its number is a box to tick, and its text can be copied.
public final class StepRow extends HBox {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    public StepRow(Texts texts, int number, String text, BooleanProperty done) {
        getStyleClass().add("step");
        pseudoClassStateChanged(FIRST, number == 1);
        var tick = new ToggleButton(Integer.toString(number), new Icon(Feather.CHECK));
        tick.getStyleClass().setAll("toggle");
        tick.setAccessibleRole(AccessibleRole.CHECK_BOX);
        tick.setAccessibleText(texts.get("answer.step", number, text));
        tick.setTooltip(new Tooltip(texts.get("answer.tick")));
        tick.selectedProperty().bindBidirectional(done);
        done.subscribe(now -> {
            tick.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
            pseudoClassStateChanged(DONE, now);
        });
        var words = Labels.wrapping(text, "plain");
        words.setMaxWidth(Double.MAX_VALUE);
        words.setPadding(new Insets(4, 0, 0, 0));
        HBox.setHgrow(words, Priority.ALWAYS);
        var copy = CopyButton.tool(texts, texts.get("answer.copy_step", number), () -> text);
        getChildren().addAll(tick, words, copy);
    }
}
