package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.List;
import org.mailmedic.pasted.Token.Pair;

/// Settings that stand in the rows of a table, as a database's client prints them or a page shows them: `| smtp_host | mail.example.org |`,
/// or cells with tabs between them. The cell behind one that looks like a key is its value.
final class TableRows {
    private static final int MOST_CELLS = 12;
    private static final int LONGEST_KEY = 80;

    private TableRows() {}

    static void into(List<Pair> pairs, Snippet.Line line) {
        String text = line.text();
        char mark = text.indexOf('|') >= 0 ? '|' : '\t';
        if (text.indexOf(mark) < 0) {
            return;
        }
        List<String> cells = cells(text, mark);
        for (int i = 0; i + 1 < cells.size(); i++) {
            if (keyLike(cells.get(i)) && !cells.get(i + 1).isEmpty() && !keyLike(cells.get(i + 1))) {
                pairs.add(new Pair(cells.get(i), cells.get(i + 1), true, line.number()));
            }
        }
    }

    private static List<String> cells(String text, char mark) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        while (start <= text.length() && cells.size() < MOST_CELLS) {
            int end = text.indexOf(mark, start);
            end = end < 0 ? text.length() : end;
            cells.add(text.substring(start, end).strip());
            start = end + 1;
        }
        return cells;
    }

    /// `smtp_host` or `system/smtp/host`: several words without blanks.
    static boolean keyLike(String cell) {
        boolean joined = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean joint = c == '_' || c == '/';
            if (!joint && !Character.isLetterOrDigit(c) || c > 0x7f) {
                return false;
            }
            joined |= joint && i > 0;
        }
        return joined && cell.length() <= LONGEST_KEY && Character.isLetter(cell.charAt(0));
    }
}
