package org.mailmedic.ui.details;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table of findings: one line for each row, one cell for each column.
///
/// @param columns the columns' names
/// @param rows    each with as many cells as there are columns
record Grid(List<String> columns, List<Row> rows) {
    Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param note a few words under the name; may be empty
    record Row(String name, String note, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        /// The name with its note.
        String full() {
            return note.isEmpty() ? name : name + " (" + note + ")";
        }
    }

    /// @param words what was found, in few words
    /// @param more  single observations, one a line
    record Cell(DetailTone tone, String words, List<String> more) {
        Cell {
            more = List.copyOf(more);
        }

        String line() {
            return more.isEmpty() ? words : words + " (" + String.join("; ", more) + ")";
        }
    }

    /// The table as text: the name of each row, and under it one line for each column.
    String text() {
        return rows.stream().map(this::text).collect(Collectors.joining());
    }

    private String text(Row row) {
        return row.full() + "\n" + IntStream.range(0, columns.size())
                .mapToObj(i -> "  " + columns.get(i) + ": " + row.cells().get(i).line() + "\n").collect(Collectors.joining());
    }
}
