package org.mailmedic.pasted;

/// Where a value ends that has no quotes around it.
final class BareValue {
    private static final int LONGEST_WORD = 120;

    private final String text;
    private final Comments comments;

    BareValue(String text, Comments comments) {
        this.text = text;
        this.comments = comments;
    }

    /// The rest of the line, without a comment and punctuation at its end.
    int restOfLine(int start, int end) {
        if (start > 0 && text.charAt(start - 1) == ' ' && comments.remark(start, end)) {
            return start;
        }
        for (int at = start; at + 1 < end; at++) {
            if ((text.charAt(at) == ' ' || text.charAt(at) == '\t') && comments.behindValue(at + 1)) {
                return trimmed(start, at);
            }
        }
        return trimmed(start, end);
    }

    private int trimmed(int start, int end) {
        boolean continued = end > start + 1 && text.charAt(end - 1) == '\\' && text.charAt(end - 2) <= ' ';
        int last = punctuation(start, continued ? end - 1 : end);
        return closes(start, last) ? punctuation(start, last - 1) : last;
    }

    private int punctuation(int start, int end) {
        int last = end;
        while (last > start && (text.charAt(last - 1) <= ' ' || text.charAt(last - 1) == ';' || text.charAt(last - 1) == ',')) {
            last--;
        }
        return last;
    }

    /// `true }`: the end of a block that began on a line above.
    private boolean closes(int start, int end) {
        int kind = end > start + 2 && text.charAt(end - 2) == ' ' ? "}])".indexOf(text.charAt(end - 1)) : -1;
        return kind >= 0 && text.indexOf("{[(".charAt(kind), start, end) < 0;
    }

    /// A word, a `${variable}` with its fallback, or a call such as `env('MAIL_HOST', 'smtp.example.org')`.
    int word(int start, int end) {
        int brace = text.startsWith("${", start) ? text.indexOf('}', start, Lexer.bounded(start, end)) : -1;
        if (brace > 0) {
            return brace + 1;
        }
        int angle = text.charAt(start) == '<' ? text.indexOf('>', start, Lexer.bounded(start, end)) : -1;
        if (angle > 0) {
            // a stand-in, such as `<your password>`
            return angle + 1;
        }
        int square = text.charAt(start) == '[' ? text.indexOf(']', start, Lexer.bounded(start, end)) : -1;
        int at = square > 0 && text.startsWith(":", square + 1) ? square + 1 : start;
        int most = Math.min(end, start + LONGEST_WORD);
        while (at < most && " \t,;)}]>=\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        boolean called = at > start + 1 && at < most && text.charAt(at - 1) == '(' && (text.charAt(at) == '\'' || text.charAt(at) == '"');
        int close = called ? text.indexOf(')', at, Lexer.bounded(start, end)) : -1;
        boolean pairs = close > 0 && text.indexOf("=>", at, close) >= 0;
        return close > 0 && !pairs && text.indexOf('(', at, close) < 0 ? close + 1 : at;
    }
}
