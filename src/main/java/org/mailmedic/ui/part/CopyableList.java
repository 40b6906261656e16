package org.mailmedic.ui.part;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// A list whose lines can be selected and copied by keyboard; all of them when none is selected.
public final class CopyableList<T> extends ListView<T> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /// @param name  read out when the list takes the focus
    /// @param texts the selected lines as text, for the clipboard
    public CopyableList(String name, Function<List<T>, String> texts) {
        setAccessibleText(name);
        getStyleClass().add("copyable");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                event.consume();
                var content = new ClipboardContent();
                List<T> selected = getSelectionModel().getSelectedItems();
                content.putString(texts.apply(List.copyOf(selected.isEmpty() ? getItems() : selected)));
                Clipboard.getSystemClipboard().setContent(content);
            }
        });
    }
}
