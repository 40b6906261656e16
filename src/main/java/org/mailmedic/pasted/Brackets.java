package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.List;
import org.mailmedic.pasted.Token.Pair;

/// What stands between round brackets: the arguments of a call, or the cells of a row that goes into a database. It may go over several
/// lines.
final class Brackets {
    private static final int MOST_CELLS = 8;

    private final String text;
    private final Lexer lexer;
    private final Tokens tokens;

    Brackets(String text, Lexer lexer, Tokens tokens) {
        this.text = text;
        this.lexer = lexer;
        this.tokens = tokens;
    }

    /// Reads arguments as long as they are plain; what comes after is scanned like everything else.
    ///
    /// @return the place to go on at, never beyond the line that is being gone through: the next line is gone through on its own
    int call(String name, int open) {
        List<Pair> arguments = new ArrayList<>();
        int at = open;
        int last = open;
        int limit = Lexer.bounded(open, text.length());
        while (arguments.size() < MOST_CELLS) {
            at = lexer.gap(at, limit);
            int end = at >= limit || text.charAt(at) == ')' ? -1 : argument(at, limit, arguments);
            if (end < 0) {
                break;
            }
            int next = lexer.gap(end, limit);
            if (next >= limit || text.charAt(next) != ',') {
                last = end;
                break;
            }
            at = next + 1;
            last = lineEnd(end, at);
        }
        tokens.call(name, arguments);
        return last;
    }

    /// Reads one argument; the place behind it, or -1 where it is not plain.
    private int argument(int at, int limit, List<Pair> arguments) {
        if (Lexer.quote(text.charAt(at))) {
            int close = lexer.close(at, limit);
            // what an arrow follows is a key
            if (close < 0 || text.startsWith("=>", lexer.blanks(close + 1, limit))) {
                return -1;
            }
            arguments.add(tokens.argument(lexer.unescaped(at + 1, close), true));
            return converted(close + 1, limit);
        }
        int end = at;
        while (end < limit && (Lexer.wordPart(text.charAt(end)) || ".-:".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        // what has a name of its own is scanned like an assignment
        if (end == at || end < limit && "(={[>".indexOf(text.charAt(end)) >= 0 || text.startsWith("=", lexer.blanks(end, limit))) {
            return -1;
        }
        arguments.add(tokens.argument(text.substring(at, end), false));
        return end;
    }

    /// Behind Rust's `.to_owned()` and its kin.
    private int converted(int from, int limit) {
        int at = from;
        while (at < limit && (text.charAt(at) == '.' || text.charAt(at) == '_' || Character.isLetter(text.charAt(at)))) {
            at++;
        }
        return at > from && text.charAt(from) == '.' && text.startsWith("()", at) ? at + 2 : from;
    }

    private int lineEnd(int from, int to) {
        int newline = text.indexOf('\n', from, to);
        return newline >= 0 ? newline : to;
    }

    /// `('smtp_host', 'mail.example.org', 0)`: what stands behind a key in quotes is its value.
    void row(int open) {
        int limit = Lexer.bounded(open, text.length());
        String key = "";
        int at = lexer.blanks(open, limit);
        for (int cells = 0; cells < MOST_CELLS && at < limit; cells++) {
            boolean quoted = text.charAt(at) == '\'' || text.charAt(at) == '"';
            int close = quoted ? lexer.close(at, limit) : lexer.word(at, limit);
            if (close <= at) {
                return;
            }
            String cell = quoted ? lexer.unescaped(at + 1, close) : text.substring(at, close);
            if (!key.isEmpty()) {
                tokens.pair(key, cell, quoted);
            }
            key = quoted && TableRows.keyLike(cell) ? cell : "";
            int next = lexer.blanks(quoted ? close + 1 : close, limit);
            if (next >= limit || text.charAt(next) != ',') {
                return;
            }
            at = lexer.blanks(next + 1, limit);
        }
    }
}
