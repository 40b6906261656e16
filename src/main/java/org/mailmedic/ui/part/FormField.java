package org.mailmedic.ui.part;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A field with its name above it and one quiet line under it. What is to be said about its content ([Hint]) takes that line's place.
public final class FormField extends VBox {
    private final Control control;
    private final Label note;
    private final HBox head;

    /// @param name     its mnemonic goes to the control
    /// @param optional the word put behind the name
    /// @param shown    what the person sees; usually the control itself
    /// @param control  what takes the focus
    /// @param note     the quiet line; empty for none
    public FormField(String name, String optional, Node shown, Control control, String note) {
        this(name, Optional.of(optional), shown, control, note);
    }

    /// One that has to be filled in.
    public FormField(String name, Node shown, Control control, String note) {
        this(name, Optional.empty(), shown, control, note);
    }

    private FormField(String name, Optional<String> optional, Node shown, Control control, String note) {
        this.control = control;
        getStyleClass().add("form-field");
        var title = Labels.wrapping(name, "name");
        title.setMnemonicParsing(true);
        title.setLabelFor(control);
        head = new HBox(6, title);
        head.setAlignment(Pos.CENTER_LEFT);
        optional.ifPresent(word -> head.getChildren().add(Labels.brief(word, "quiet")));
        control.setAccessibleText(Buttons.spoken(name) + optional.map(word -> " " + word).orElse(""));
        this.note = Labels.wrapping(note, "quiet", "small");
        this.note.managedProperty().bind(this.note.visibleProperty());
        getChildren().addAll(head, shown, this.note);
        mark(null);
    }

    /// Another quiet line from now on.
    public void note(String text) {
        boolean shown = note.isVisible() || note.getText().isEmpty();
        control.setAccessibleHelp(control.getAccessibleHelp() == null || control.getAccessibleHelp().equals(note.getText()) ? text
                : control.getAccessibleHelp());
        note.setText(text);
        note.setVisible(shown && !text.isEmpty());
    }

    /// Something that can be done with the field's content, at the right of its name.
    public void withAction(Node action) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().addAll(space, action);
    }

    /// Shows the hint under the field from now on; null stands for nothing.
    public FormField hinting(ObservableValue<Hint> hint) {
        getChildren().add(new HintBox(control, hint));
        return marking(hint);
    }

    /// Only marks the field; the hint is shown elsewhere.
    public FormField marking(ObservableValue<Hint> hint) {
        hint.subscribe(this::mark);
        return this;
    }

    private void mark(@Nullable Hint hint) {
        getStyleClass().removeAll("broken-field", "caution-field");
        if (hint != null) {
            getStyleClass().add(hint.isSlip() ? "broken-field" : "caution-field");
        }
        note.setVisible(hint == null && !note.getText().isEmpty());
        control.setAccessibleHelp(hint == null ? note.getText() : hint.text());
    }
}
