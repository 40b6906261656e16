package org.mailmedic.ui.details;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.mailmedic.advice.NoteWords;
import org.mailmedic.advice.PlainText;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Line;
import org.mailmedic.ui.part.CopyableList;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// The dialogue with the server, line by line, with times. Lines can be selected and copied.
final class ConversationView extends BorderPane {
    private static final double GAP = 14;
    private static final int LONGEST = 2000;
    private static final double SECOND = 1000;
    private final Texts texts;
    private final NoteWords notes;
    private final List<Line> lines;

    ConversationView(Report report, Texts texts) {
        this.texts = texts;
        notes = new NoteWords(texts.language());
        lines = report.transcript();
        if (lines.isEmpty()) {
            setTop(Labels.wrapping(texts.get("details.conversation.empty"), "quiet"));
            return;
        }
        var list = new CopyableList<Line>(texts.get("details.conversation"), this::text);
        list.getItems().setAll(lines);
        list.setCellFactory(_ -> new LineCell());
        setCenter(list);
    }

    /// The whole dialogue as text.
    String twin() {
        return text(lines);
    }

    private String text(List<Line> lines) {
        return lines.stream().map(line -> at(line) + "  " + who(line) + "  " + said(line)).collect(Collectors.joining("\n", "", "\n"));
    }

    /// The report may come from elsewhere: whatever a line holds is made inert.
    private String said(Line line) {
        return PlainText.of(line.from().equals("note") ? notes.told(line.line()) : line.line(), LONGEST);
    }

    private String at(Line line) {
        return line.atMs() < SECOND ? texts.get("details.at", line.atMs()) : texts.exactDuration(line.atMs());
    }

    private String who(Line line) {
        String key = "details.from." + line.from();
        return texts.has(key) ? texts.get(key) : line.from();
    }

    private final class LineCell extends ListCell<Line> {
        private final Label at = Labels.wrapping("", "mono", "note", "at");
        private final Label who = Labels.wrapping("", "mono", "note", "who");
        private final Label words = Labels.wrapping("", "mono");
        private final HBox row = new HBox(GAP, at, who, words);

        LineCell() {
            words.setMaxWidth(Double.MAX_VALUE);
            words.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
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
            words.setText(said(line));
            words.getStyleClass().remove("note");
            if (line.from().equals("note")) {
                words.getStyleClass().add("note");
            }
            setGraphic(row);
            setAccessibleText(who(line) + ": " + said(line));
        }
    }
}
