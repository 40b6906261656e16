package org.mailmedic.ui.page.explain;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.mailmedic.ui.part.Texts;

/// The large field. What is pasted into it while it is empty goes straight to the reader and stands in the field when its secrets are
/// masked; what is typed is read when it rests.
final class PasteField extends TextArea {
    private static final Duration REST = Duration.millis(500);
    private static final int ROWS = 15;
    private static final int ROWS_ABOVE_THE_ANSWER = 5;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Consumer<String> reader;
    private final Subscription watching;
    /// What was read last.
    private String known;

    PasteField(ExplainModel model, Texts texts) {
        reader = model::read;
        known = model.textProperty().get();
        setId("explain-text");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setText(known);
        setWrapText(true);
        setPrefRowCount(ROWS);
        setPrefColumnCount(20);
        setPromptText(texts.get("explain.prompt"));
        setAccessibleText(texts.get("explain.field"));
        getStyleClass().add("mono");
        rest.setOnFinished(_ -> readIt());
        watching = textProperty().subscribe((_, now) -> {
            if (!now.equals(known)) {
                rest.playFromStart();
            }
        }).and(model.meaningProperty().subscribe((_, now) -> {
            if (!(now instanceof Meaning.Reading)) {
                shown(model.textProperty().get());
            }
        }));
    }

    /// @param stacked whether the answer stands under it and not beside it
    void stacked(boolean stacked) {
        setPrefRowCount(stacked ? ROWS_ABOVE_THE_ANSWER : ROWS);
    }

    private void shown(String text) {
        known = text;
        rest.stop();
        if (!text.equals(getText())) {
            int caret = getCaretPosition();
            setText(text);
            positionCaret(Math.min(caret, text.length()));
        }
    }

    private void readIt() {
        known = getText();
        reader.accept(known);
    }

    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString() && getSelectedText().length() == getLength()) {
            reader.accept(clipboard.getString());
        } else {
            super.paste();
        }
    }

    /// The page goes: what was not read yet is read.
    void left() {
        watching.unsubscribe();
        rest.stop();
        if (!getText().equals(known)) {
            readIt();
        }
        setText("");
    }
}
