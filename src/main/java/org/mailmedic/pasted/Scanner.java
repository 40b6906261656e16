package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailmedic.pasted.Token.Call;
import org.mailmedic.pasted.Token.Pair;

/// Goes through a text once, from left to right, and notes assignments and calls, whatever language they are written in. It knows no
/// grammar: quotes, separators and ends of lines suffice. Every character is looked at a bounded number of times.
final class Scanner {
    private static final int LONGEST_KEY = 120;
    private static final int LONGEST_VALUE = 1000;
    private static final int MOST_ARGUMENTS = 8;
    private static final int TRIPLE = 3;
    private static final int MOST_TOKENS = 60_000;
    /// Words in front of a name that is given a value.
    private static final Set<String> BEFORE_KEYS = Set.of("export", "set", "setenv", "ENV", "const", "let", "var", "final", "String",
            "string", "int");
    private static final int LONGEST_PREFIX = 8;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    /// The line that is being gone through, from 1 on.
    private int line;

    /// Where the last comment of each kind ends that goes over several lines.
    private final int lastJava;
    private final int lastHtml;
    /// Where the one ends that is being gone through.
    private int commentEnd;

    Scanner(String text) {
        this.text = text;
        lastJava = text.lastIndexOf("*/") - 1;
        lastHtml = text.lastIndexOf("-->");
    }

    static List<Token> scan(String text) {
        var scanner = new Scanner(text);
        int start = 0;
        while (start < text.length() && scanner.tokens.size() < MOST_TOKENS) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            scanner.line++;
            scanner.line(start, end);
            start = end + 1;
        }
        return scanner.tokens;
    }

    /// One line; a call's arguments may go beyond it, and are then seen again as what they are.
    private void line(int lineStart, int end) {
        int at = lineStart;
        while (at < end && (text.charAt(at) <= ' ' || text.charAt(at) == '>' && at + 1 < end && text.charAt(at + 1) == ' ')) {
            at++;
        }
        if (at < commentEnd) {
            at = Math.min(end, commentEnd);
        }
        if (at == end || comment(at, end)) {
            return;
        }
        if (text.startsWith("<true/>", at) || text.startsWith("<false/>", at)) {
            add(new Pair("string", text.startsWith("<true", at) ? "true" : "false", true, line));
            return;
        }
        at = Math.min(end, behindBlock(at));
        boolean first = true;
        while (at < end) {
            char c = text.charAt(at);
            if (wordPart(c)) {
                int start = at;
                at = word(at, end, first);
                first = first && BEFORE_KEYS.contains(text.substring(start, Math.min(at, start + LONGEST_PREFIX)));
            } else if ((c == '"' || c == '\'') && (at == lineStart || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
                at = quotedKey(at, end);
                first = false;
            } else if (c <= ' ' && remark(at + 1, end)) {
                return;
            } else if (c == '(') {
                row(at + 1);
                at++;
            } else {
                at++;
            }
        }
    }

    /// A remark at the end of a line.
    private boolean remark(int at, int end) {
        return text.startsWith("# ", at) && at + 2 < end || text.startsWith("// ", at) && at + 3 < end;
    }

    /// Behind a comment that begins here and may go over several lines; the same place when none does.
    private int behindBlock(int at) {
        boolean java = text.startsWith("/*", at) && at < lastJava;
        boolean html = text.startsWith("<!--", at) && at < lastHtml;
        if (java || html) {
            commentEnd = java ? text.indexOf("*/", at + 2) + 2 : text.indexOf("-->", at) + TRIPLE;
            return Math.max(at, commentEnd);
        }
        return at;
    }

    private boolean comment(int at, int end) {
        char c = text.charAt(at);
        return c == '#' || c == ';' || text.startsWith("//", at) || text.startsWith("<!--", at) && at >= lastHtml
                || text.startsWith("dnl ", at) || text.startsWith("-- ", at) || text.regionMatches(true, at, "rem ", 0, 4) || c == '*'
                        && at + 1 < end
                && text.charAt(at + 1) != ' ';
    }

    private static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@';
    }

    private int word(int start, int end, boolean first) {
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (wordPart(c) || (c == '.' || c == '-') && at + 1 < end && wordPart(text.charAt(at + 1))) {
                at++;
            } else if ((text.startsWith("->", at) || text.startsWith("::", at)) && at + 2 < end && wordPart(text.charAt(at + 2))) {
                at += 2;
            } else {
                break;
            }
        }
        if (at - start > LONGEST_KEY) {
            return at;
        }
        if (at < end && text.charAt(at) == '(') {
            return call(text.substring(start, at), at + 1);
        }
        if (start > 0 && text.charAt(start - 1) == '<' && at < end && text.charAt(at) == '>') {
            return element(start, at, end);
        }
        return separated(start, at, end, first && at < end, at);
    }

    private int quotedKey(int start, int end) {
        int close = close(start, end);
        if (close < 0) {
            return end;
        }
        int after = close + 1;
        variable(start + 1, close);
        return close - start - 1 > LONGEST_KEY || close == start + 1 ? after : separated(start + 1, close, end, false, after);
    }

    /// Looks for a separator behind a key, and for the value behind that.
    private int separated(int keyStart, int keyEnd, int end, boolean first, int after) {
        if (keyStart > 1 && text.charAt(keyStart - 1) == '{' && text.charAt(keyStart - 2) == '$') {
            // `${NAME:-fallback}` gives nothing a value
            int close = text.indexOf('}', keyEnd, Math.min(end, keyEnd + LONGEST_VALUE));
            return close < 0 ? after : close + 1;
        }
        int at = blanks(after, end);
        // closing bracket of $config['host'] or attributes["host"]
        if (at < end && text.charAt(at) == ']') {
            at = blanks(at + 1, end);
        } else if (at < end && text.charAt(at) == '}' && text.startsWith("=", blanks(at + 1, end))) {
            // Perl's $config->{'host'}
            at = blanks(at + 1, end);
        }
        int length = separator(at, end);
        if (length == 0) {
            return after;
        }
        char separator = text.charAt(at);
        int value = blanks(at + length, end);
        String key = text.substring(keyStart, keyEnd);
        if (value >= end) {
            add(new Pair(key, "", false, line));
            return end;
        }
        if (formatted(value, end)) {
            value++;
        }
        char quote = text.charAt(value);
        if (quote == '"' || quote == '\'' || quote == '`') {
            int triple = triple(value, end);
            if (triple > 0) {
                add(new Pair(key, text.substring(value + TRIPLE, triple), true, line));
                return triple + TRIPLE;
            }
            int close = close(value, end);
            if (close < 0) {
                add(new Pair(key, text.substring(value + 1, Math.min(end, value + LONGEST_VALUE)).stripTrailing(), true, line));
                return end;
            }
            int mailbox = mailbox(close + 1, end);
            if (mailbox > 0) {
                add(new Pair(key, text.substring(value, mailbox), true, line));
                return mailbox;
            }
            boolean template = value > 0 && "fF".indexOf(text.charAt(value - 1)) >= 0 && text.indexOf('{', value, close) > 0;
            add(template ? new Pair(key, "${}", false, line) : new Pair(key, unescaped(value + 1, close), true, line));
            if (key.equals("Environment")) {
                variable(value + 1, close);
            }
            return close + 1;
        }
        int valueEnd = first && whole(separator, length) ? wholeLine(value, end) : inline(value, end);
        add(new Pair(key, text.substring(value, Math.min(valueEnd, value + LONGEST_VALUE)).strip(), false, line));
        // what follows may hold calls and further pairs: `Credentials = new NetworkCredential("u", "p")`
        return value;
    }

    /// Python's `f"…"` and its kin.
    private boolean formatted(int at, int end) {
        return at + 1 < end && "fFrRuUbB".indexOf(text.charAt(at)) >= 0 && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\'');
    }

    /// `"SMTP_HOST=smtp.example.org"`, as container and service files have their variables.
    private void variable(int start, int end) {
        int at = start;
        boolean parts = false;
        while (at < end && at - start < LONGEST_KEY && (wordPart(text.charAt(at)) || text.charAt(at) == '.')) {
            parts |= at > start && (text.charAt(at) == '.' || text.charAt(at) == '_');
            at++;
        }
        boolean named = at > start && (Character.isUpperCase(text.charAt(start)) || parts && Character.isLetter(text.charAt(start)));
        if (named && at < end && text.charAt(at) == '=') {
            String value = unescaped(at + 1, end);
            add(new Pair(text.substring(start, at), value, !Variables.in(value), line));
        }
    }

    /// Where the address ends that follows a name in quotes: `"Anna" <anna@example.org>`; 0 when none does.
    private int mailbox(int at, int end) {
        int open = blanks(at, end);
        int close = open < end && text.charAt(open) == '<' ? text.indexOf('>', open, Math.min(end, open + LONGEST_VALUE)) : -1;
        return close > 0 && text.indexOf('@', open, close) > 0 ? close + 1 : 0;
    }

    /// `<smtpHost>smtp.example.org</smtpHost>`.
    private int element(int start, int nameEnd, int end) {
        int close = text.indexOf("</", nameEnd, Math.min(end, nameEnd + LONGEST_VALUE));
        if (close < 0 || !text.startsWith(text.substring(start, nameEnd), close + 2)) {
            return nameEnd;
        }
        add(new Pair(text.substring(start, nameEnd), text.substring(nameEnd + 1, close).strip(), true, line));
        return close;
    }

    /// Where the value ends that begins with three quotes, as in Python and Grafana's INI; -1 when it does not, or not on this line.
    private int triple(int open, int end) {
        String quotes = text.substring(open, open + 1).repeat(TRIPLE);
        return text.startsWith(quotes, open) ? text.indexOf(quotes, open + TRIPLE, Math.min(end, open + LONGEST_VALUE)) : -1;
    }

    private static boolean whole(char separator, int length) {
        return separator == '=' && length == 1 || separator == ':';
    }

    /// 1 for `=` and `:`, 2 for `=>` and `:=`, 0 when there is none. Neither `==` nor `://` nor `::` is one.
    private int separator(int at, int end) {
        if (at >= end) {
            return 0;
        }
        char c = text.charAt(at);
        char next = at + 1 < end ? text.charAt(at + 1) : ' ';
        return switch (c) {
            case '=' -> next == '>' ? 2 : next == '=' ? 0 : 1;
            case ':' -> next == '=' ? 2 : next == ':' || next == '/' && at + 2 < end && text.charAt(at + 2) == '/' ? 0 : 1;
            default -> 0;
        };
    }

    /// The rest of the line, without a comment at its end.
    private int wholeLine(int start, int end) {
        for (int at = start; at + 1 < end; at++) {
            boolean blank = text.charAt(at) == ' ' || text.charAt(at) == '\t';
            if (blank && (text.charAt(at + 1) == '#' || text.startsWith("//", at + 1) || text.startsWith("/*", at + 1))) {
                return trimmed(start, at);
            }
        }
        return trimmed(start, end);
    }

    private int trimmed(int start, int end) {
        int last = end;
        while (last > start && (text.charAt(last - 1) <= ' ' || text.charAt(last - 1) == ';' || text.charAt(last - 1) == ',')) {
            last--;
        }
        return last;
    }

    private int inline(int start, int end) {
        int at = start;
        int most = Math.min(end, start + LONGEST_KEY);
        int brace = text.startsWith("${", start) ? text.indexOf('}', start, Math.min(end, start + LONGEST_VALUE)) : -1;
        if (brace > 0) {
            return brace + 1;
        }
        while (at < most && " \t,;)}]>=\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        // `env('MAIL_HOST', 'smtp.example.org')` is one value
        boolean called = at > start + 1 && at < most && text.charAt(at - 1) == '(' && (text.charAt(at) == '\'' || text.charAt(at) == '"');
        int close = called ? text.indexOf(')', at, Math.min(end, start + LONGEST_VALUE)) : -1;
        boolean pairs = close > 0 && text.indexOf("=>", at, close) >= 0;
        return close > 0 && !pairs && text.indexOf('(', at, close) < 0 ? close + 1 : at;
    }

    /// Reads arguments as long as they are plain; what comes after is scanned like everything else.
    private int call(String name, int open) {
        List<Pair> arguments = new ArrayList<>();
        int at = open;
        int last = open;
        int limit = Math.min(text.length(), open + LONGEST_VALUE);
        while (arguments.size() < MOST_ARGUMENTS) {
            at = gap(at, limit);
            if (at >= limit || text.charAt(at) == ')') {
                break;
            }
            int end;
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                int close = close(at, limit);
                // what an arrow follows is a key
                if (close < 0 || text.startsWith("=>", blanks(close + 1, limit))) {
                    break;
                }
                arguments.add(new Pair("", unescaped(at + 1, close), true, line));
                end = converted(close + 1, limit);
            } else {
                end = at;
                while (end < limit && (wordPart(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == '-'
                        || text.charAt(end) == ':')) {
                    end++;
                }
                if (end == at || end < limit && "(={[>".indexOf(text.charAt(end)) >= 0 || text.startsWith("=>", blanks(end, limit))) {
                    break;
                }
                arguments.add(new Pair("", text.substring(at, end), false, line));
            }
            int next = gap(end, limit);
            if (next < limit && text.charAt(next) == ',') {
                at = next + 1;
                last = lineEnd(end, next + 1);
            } else {
                last = lineEnd(end, end);
                break;
            }
        }
        add(new Call(name, arguments, line));
        return last;
    }

    /// `('smtp_host', 'mail.example.org', 0)`, a row that goes into a database: what stands behind a key in quotes is its value.
    private void row(int open) {
        int limit = Math.min(text.length(), open + LONGEST_VALUE);
        String key = "";
        int at = blanks(open, limit);
        for (int cells = 0; cells < MOST_ARGUMENTS && at < limit; cells++) {
            boolean quoted = text.charAt(at) == '\'' || text.charAt(at) == '"';
            int close = quoted ? close(at, limit) : plain(at, limit);
            if (close <= at) {
                return;
            }
            String cell = quoted ? unescaped(at + 1, close) : text.substring(at, close);
            if (!key.isEmpty()) {
                add(new Pair(key, cell, quoted, line));
            }
            key = quoted && TableRows.keyLike(cell) ? cell : "";
            int next = blanks(quoted ? close + 1 : close, limit);
            if (next >= limit || text.charAt(next) != ',') {
                return;
            }
            at = blanks(next + 1, limit);
        }
    }

    private int plain(int from, int limit) {
        int at = from;
        while (at < limit && wordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Behind Rust's `.to_owned()` and its kin.
    private int converted(int from, int limit) {
        int at = from;
        while (at < limit && (text.charAt(at) == '.' || text.charAt(at) == '_' || Character.isLetter(text.charAt(at)))) {
            at++;
        }
        return at > from && text.charAt(from) == '.' && text.startsWith("()", at) ? at + 2 : from;
    }

    /// Never beyond the line that is being gone through: the next line is gone through on its own.
    private int lineEnd(int from, int to) {
        int newline = text.indexOf('\n', Math.min(from, to), to);
        return newline >= 0 ? newline : to;
    }

    /// Blanks and, between arguments, line ends.
    private int gap(int at, int limit) {
        int here = at;
        while (here < limit && text.charAt(here) <= ' ') {
            here++;
        }
        return here;
    }

    private int blanks(int at, int end) {
        int here = at;
        while (here < end && (text.charAt(here) == ' ' || text.charAt(here) == '\t')) {
            here++;
        }
        return here;
    }

    /// The closing quote on the same line, -1 when there is none.
    private int close(int open, int end) {
        char quote = text.charAt(open);
        int most = Math.min(end, open + LONGEST_VALUE);
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

    private String unescaped(int start, int end) {
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

    private void add(Token token) {
        if (tokens.size() < MOST_TOKENS) {
            tokens.add(token);
        }
    }
}
