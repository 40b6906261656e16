package org.mailmedic.ui.part;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A numbered step: its number is a box to tick, and its text can be copied, as can each value in it that has to be entered somewhere.
public final class StepRow extends HBox {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    /// @param values what of the text is worth copying alone
    public StepRow(Texts texts, int number, String text, List<String> values, BooleanProperty done) {
        this(texts, number, text, values, done, Optional.empty());
    }

    /// @param browser opens the pages among `values`; empty where they are only to be copied
    public StepRow(Texts texts, int number, String text, List<String> values, BooleanProperty done, Optional<Consumer<String>> browser) {
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
        var said = new VBox(2, words);
        if (!values.isEmpty()) {
            var copies = new Flow(12, 0, values.stream().map(value -> browser.filter(_ -> value.startsWith("https://"))
                    .map(opens -> page(texts, value, opens)).orElseGet(() -> copy(texts, value))).toArray(Node[]::new));
            said.getChildren().add(copies);
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        var copy = CopyButton.tool(texts, texts.get("answer.copy_step", number), () -> text);
        getChildren().addAll(tick, said, copy);
    }

    private static Node page(Texts texts, String address, Consumer<String> opens) {
        Button button = Buttons.link(address, Feather.EXTERNAL_LINK, () -> opens.accept(address));
        button.setMnemonicParsing(false);
        button.setAccessibleText(texts.get("answer.open_page", address));
        button.setTooltip(new Tooltip(button.getAccessibleText()));
        return button;
    }

    private static Node copy(Texts texts, String value) {
        Button button = CopyButton.link(texts, value, () -> value);
        button.setMnemonicParsing(false);
        button.setAccessibleText(texts.get("answer.copy_value", value));
        button.setTooltip(new Tooltip(button.getAccessibleText()));
        return button;
    }
}
