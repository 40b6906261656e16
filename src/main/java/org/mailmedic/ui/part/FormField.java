package org.mailmedic.ui.part;

import java.util.Locale;
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
import org.kordamp.ikonli.feather.Feather;

/// A field with its name above it, and under it one quiet line, or a hint with a button that mends what slipped.
public final class FormField extends VBox {
    private final Control control;
    private final Label note;
    private final HBox head;

    /// @param name     its mnemonic goes to the control
    /// @param optional the word put behind the name, or null
    /// @param shown    what the person sees; usually the control itself
    /// @param control  what takes the focus
    public FormField(String name, String optional, Node shown, Control control, String note) {
        this.control = control;
        getStyleClass().add("form-field");
        var title = Labels.brief(name, "name");
        title.setMnemonicParsing(true);
        title.setLabelFor(control);
        head = new HBox(6, title);
        head.setAlignment(Pos.CENTER_LEFT);
        if (optional != null) {
            head.getChildren().add(Labels.brief(optional, "quiet"));
        }
        String spoken = Buttons.spoken(name) + (optional == null ? "" : " " + optional);
        control.setAccessibleText(spoken);
        control.setAccessibleHelp(note);
        this.note = Labels.wrapping(note == null ? "" : note, "quiet", "small");
        getChildren().addAll(head, shown);
        showNote(note);
    }

    public void showNote(String text) {
        note.setText(text == null ? "" : text);
        refresh(Optional.empty());
    }

    /// Something that can be done with the field's content, at the right of its name.
    public void withAction(Node action) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().addAll(space, action);
    }

    /// From now on shows what `hint` says; null stands for nothing.
    public FormField hinting(ObservableValue<Hint> hint) {
        hint.subscribe(now -> refresh(Optional.ofNullable(now)));
        return this;
    }

    private void refresh(Optional<Hint> hint) {
        getChildren().subList(2, getChildren().size()).clear();
        getStyleClass().removeAll("broken-field", "caution-field");
        if (hint.isPresent()) {
            getStyleClass().add(hint.get().isSlip() ? "broken-field" : "caution-field");
            getChildren().add(box(hint.get()));
            control.setAccessibleHelp(hint.get().text());
        } else {
            control.setAccessibleHelp(note.getText());
            if (!note.getText().isEmpty()) {
                getChildren().add(note);
            }
        }
    }

    private Node box(Hint hint) {
        var words = new VBox(Labels.wrapping(hint.text(), "plain"));
        words.getStyleClass().add("words");
        hint.mend().ifPresent(mend -> words.getChildren().add(Buttons.link(mend.label(), Feather.EDIT_3, () -> {
            mend.action().run();
            control.requestFocus();
        })));
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(icon(hint.tone()), words);
        box.getStyleClass().addAll("hint", hint.tone().name().toLowerCase(Locale.ROOT));
        return box;
    }

    private static Icon icon(Hint.Tone tone) {
        return switch (tone) {
            case SLIP -> new Icon(Feather.ALERT_CIRCLE, "broken");
            case CAUTION -> new Icon(Feather.ALERT_TRIANGLE, "caution");
            case GOOD -> new Icon(Feather.CHECK_CIRCLE, "fine");
        };
    }
}
