package org.mailmedic.pasted;

/// The smallest pieces of a text: blanks, words, separators and what stands in quotes. Each answer is a place in the text, found without
/// looking at more than a bounded number of characters or beyond the end that is given.
final class Lexer {
    /// The most characters of a value that are looked at.
    static final int LONGEST_VALUE = 1000;
    /// How many characters three quotes are.
    static final int TRIPLE = 3;

    private final String text;

    Lexer(String text) {
        this.text = text;
    }

    static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@';
    }

    static boolean quote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /// Behind a name with its dots, hyphens and arrows: `$mail->Host`, `spring.mail.host`.
    int name(int start, int end) {
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (wordPart(c) || (c == '.' || c == '-') && at + 1 < end && wordPart(text.charAt(at + 1))) {
                at++;
            } else if ((text.startsWith("->", at) || text.startsWith("::", at)) && at + 2 < end && wordPart(text.charAt(at + 2))) {
                at += 2;
            } else {
                return at;
            }
        }
        return at;
    }

    /// Behind a word without joints.
    int word(int start, int end) {
        int at = start;
        while (at < end && wordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    int blanks(int start, int end) {
        int at = start;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /// Behind blanks and ends of lines.
    int gap(int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /// 1 for `=` and `:`, 2 for `=>` and `:=`, 0 when there is none. Neither `==` nor `://` nor `::` is one.
    int separator(int at, int end) {
        if (at >= end) {
            return 0;
        }
        char next = at + 1 < end ? text.charAt(at + 1) : ' ';
        return switch (text.charAt(at)) {
            case '=' -> next == '>' ? 2 : next == '=' ? 0 : 1;
            case ':' -> next == '=' ? 2 : next == ':' || next == '/' && at + 2 < end && text.charAt(at + 2) == '/' ? 0 : 1;
            default -> 0;
        };
    }

    /// The closing quote on the same line, -1 when there is none.
    int close(int open, int end) {
        char quote = text.charAt(open);
        int most = bounded(open, end);
        for (int at = open + 1; at < most; at++) {
            char c = text.charAt(at);
            if (c == quote) {
                return at;
            }
            if (c == '\n') {
                return -1;
            }
            if (c == '\\') {
                at++;
            }
        }
        return -1;
    }

    /// Where the value ends that begins with three quotes, as in Python and Grafana's INI; -1 when it does not, or not before `end`.
    int closeOfTriple(int open, int end) {
        String quotes = text.substring(open, open + 1).repeat(TRIPLE);
        return text.startsWith(quotes, open) ? text.indexOf(quotes, open + TRIPLE, bounded(open, end)) : -1;
    }

    /// What stands in quotes, without the backslashes that protect a character.
    String unescaped(int start, int end) {
        String raw = text.substring(start, end);
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            boolean escape = raw.charAt(i) == '\\' && i + 1 < raw.length() && "\\\"'/$`".indexOf(raw.charAt(i + 1)) >= 0;
            plain.append(raw.charAt(escape ? ++i : i));
        }
        return plain.toString();
    }

    /// The end of what may belong to a value that begins at `start`.
    static int bounded(int start, int end) {
        return Math.min(end, start + LONGEST_VALUE);
    }
}
