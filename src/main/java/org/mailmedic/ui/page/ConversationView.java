package org.mailmedic.ui.page;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Line;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// The dialogue with the server, line by line, with times. Lines can be selected and copied.
final class ConversationView extends BorderPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private final Texts texts;

    ConversationView(Report report, Texts texts) {
        this.texts = texts;
        if (report.transcript().isEmpty()) {
            setCenter(Labels.wrapping(texts.get("details.conversation.empty"), "quiet"));
            BorderPane.setAlignment(getCenter(), Pos.TOP_LEFT);
            return;
        }
        var list = new ListView<Line>();
        list.getItems().setAll(report.transcript());
        list.setAccessibleText(texts.get("details.conversation"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new LineCell());
        list.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                event.consume();
                copy(list.getSelectionModel().getSelectedItems());
            }
        });
        setCenter(list);
        var all = CopyButton.link(texts, texts.get("details.copy_all"), () -> text(report.transcript()));
        BorderPane.setMargin(all, new Insets(4, 0, 0, -4));
        setBottom(all);
    }

    private void copy(List<Line> lines) {
        var content = new ClipboardContent();
        content.putString(text(lines));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private String text(List<Line> lines) {
        return lines.stream().map(line -> at(line) + "  " + who(line) + "  " + line.line()).collect(Collectors.joining("\n", "", "\n"));
    }

    private String at(Line line) {
        return texts.get("details.at", line.atMs());
    }

    private String who(Line line) {
        return texts.get("details.from." + line.from());
    }

    private final class LineCell extends ListCell<Line> {
        private final Label at = Labels.brief("", "mono", "note");
        private final Label who = Labels.brief("", "mono", "note");
        private final Label words = Labels.wrapping("", "mono");
        private final HBox row = new HBox(14, at, who, words);

        LineCell() {
            at.setMinWidth(USE_PREF_SIZE);
            at.getStyleClass().add("at");
            who.getStyleClass().add("who");
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            at.setText(at(line));
            who.setText(who(line));
            words.setText(line.line());
            words.getStyleClass().remove("note");
            if (line.from().equals("note")) {
                words.getStyleClass().add("note");
            }
            setGraphic(row);
            setAccessibleText(who(line) + ": " + line.line());
        }
    }
}
