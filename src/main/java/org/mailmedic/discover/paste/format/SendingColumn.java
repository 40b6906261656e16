package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;

/// Follows the rows of a table that has one column for receiving and one for sending.
final class SendingColumn {
    private static final int MOST_CELLS = 8;

    private final List<String> outgoingWords;
    private final List<String> incomingWords;
    /// Where the values for sending stand; -1 outside such a table.
    private int column = -1;

    /// What a line is to such a table.
    sealed interface Row {
        /// It names both columns.
        record Heading() implements Row {}

        /// A row of it: its label and the cell for sending.
        record Setting(Snippet.Line line) implements Row {}

        /// A line like any other.
        record Other() implements Row {}
    }

    SendingColumn(List<String> outgoingWords, List<String> incomingWords) {
        this.outgoingWords = outgoingWords;
        this.incomingWords = incomingWords;
    }

    /// The lines in their order, each once.
    Row row(Snippet.Line line) {
        char mark = line.text().indexOf('\t') >= 0 ? '\t' : '|';
        List<String> cells = line.text().indexOf(mark) < 0 ? List.of() : cells(line.text(), mark);
        int sending = cell(cells, outgoingWords);
        int receiving = cell(cells, incomingWords);
        if (sending >= 0 && receiving >= 0 && sending != receiving && ProseWords.of(line.text()).stream()
                .allMatch(word -> ProseWords.host(word.text()).isEmpty())) {
            // where the heading has no cell above the labels, the rows have one more
            column = sending + (line.text().charAt(0) == mark || receiving > 0 && sending > 0 ? 0 : 1);
            return new Row.Heading();
        }
        if (column > 0 && column < cells.size()) {
            // a row that begins with the mark has an empty cell in front
            String label = cells.getFirst().isEmpty() && column > 1 ? cells.get(1) : cells.getFirst();
            String text = label + "\t" + cells.get(column);
            return new Row.Setting(new Snippet.Line(line.number(), text, text.toLowerCase(Locale.ROOT)));
        }
        column = cells.isEmpty() ? -1 : column;
        return new Row.Other();
    }

    private static List<String> cells(String text, char mark) {
        return Stream.of(text.split(mark == '\t' ? "\t" : "\\|", MOST_CELLS)).map(String::strip).toList();
    }

    private static int cell(List<String> cells, List<String> words) {
        for (int i = 0; i < cells.size(); i++) {
            if (PageWords.first(cells.get(i).toLowerCase(Locale.ROOT), words) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
