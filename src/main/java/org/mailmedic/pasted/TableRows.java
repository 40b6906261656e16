package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailmedic.pasted.Token.Pair;

/// Settings that stand in the rows of a table, as a database's client prints them or a page shows them: `| smtp_host | mail.example.org |`,
/// or cells with tabs between them. The cell behind one that looks like a key is its value, or one further on
/// behind a description.
final class TableRows {
    private static final int MOST_CELLS = 12;
    private static final int LONGEST_KEY = 80;
    private static final int MOST_WORDS = 4;
    /// Columns of a database's table that are about the row itself.
    private static final Set<String> ABOUT = Set.of("yes", "no", "on", "off", "auto");
    /// What a README's column for the kind of a value says.
    private static final Set<String> KINDS = Set.of("string", "number", "integer", "int", "boolean", "bool");

    private TableRows() {}

    static void into(List<Pair> pairs, Snippet.Line line) {
        String text = line.text();
        char mark = text.indexOf('|') >= 0 ? '|' : '\t';
        if (text.indexOf(mark) < 0) {
            blanks(pairs, line);
            commas(pairs, line);
            return;
        }
        List<String> cells = cells(text, mark);
        for (int i = 0; i + 1 < cells.size(); i++) {
            String value = keyLike(cells.get(i)) ? value(cells, i + 1) : "";
            if (!value.isEmpty()) {
                pairs.add(new Pair(cells.get(i), value, true, line.number()));
            }
        }
    }

    /// `smtp_host,mail.example.org,0`, as a table is saved in a file.
    private static void commas(List<Pair> pairs, Snippet.Line line) {
        String text = line.text().strip();
        int comma = text.indexOf(',');
        if (comma > 0 && keyLike(text.substring(0, comma))) {
            List<String> cells = cells(text, ',');
            if (plain(cells.get(1))) {
                pairs.add(new Pair(cells.getFirst(), cells.get(1), true, line.number()));
            }
        }
    }

    /// `notification.email.server   mail.example.org`: a key and one word, with blanks between them.
    private static void blanks(List<Pair> pairs, Snippet.Line line) {
        String text = line.text().strip();
        int gap = text.indexOf("  ");
        String key = gap < 0 ? "" : text.substring(0, gap);
        String value = gap < 0 ? "" : text.substring(gap).strip();
        if (key.indexOf('.') > 0 && keyLike(key.replace('.', '_')) && !value.isEmpty() && value.chars()
                .noneMatch(Character::isWhitespace)) {
            pairs.add(new Pair(key, value, true, line.number()));
        }
    }

    /// The first cell from `start` on that is one word or an address, for a description may stand in front of it; otherwise the first one
    /// of a few words. Empty when there is none, or another key follows at once.
    private static String value(List<String> cells, int start) {
        String next = cells.get(start);
        if (next.isEmpty() || keyLike(next)) {
            return "";
        }
        boolean kind = KINDS.contains(next.toLowerCase(Locale.ROOT));
        if (plain(next) && !kind) {
            return next;
        }
        for (int i = start + 1; i < cells.size() && !keyLike(cells.get(i)); i++) {
            if (plain(cells.get(i)) && !ABOUT.contains(cells.get(i).toLowerCase(Locale.ROOT))) {
                return cells.get(i);
            }
        }
        return !kind && next.split("\\s+", MOST_WORDS + 1).length <= MOST_WORDS ? next : "";
    }

    private static boolean plain(String cell) {
        return !cell.isEmpty() && (cell.indexOf('@') >= 0 || cell.chars().noneMatch(Character::isWhitespace));
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
