package org.mailmedic.pasted;

import java.util.List;
import java.util.Set;

/// Goes through a text once, from left to right, and notes assignments and calls, whatever language they are written in. It knows no
/// grammar: quotes, separators and ends of lines suffice. Every character is looked at a bounded number of times.
final class Scanner {
    private static final int LONGEST_KEY = 120;
    /// Words in front of a name that is given a value.
    private static final Set<String> BEFORE_KEYS = Set.of("export", "set", "setenv", "ENV", "const", "let", "var", "final", "String",
            "string", "int");
    private static final int LONGEST_PREFIX = 8;

    private final String text;
    private final Tokens tokens = new Tokens();
    private final Lexer lexer;
    private final Comments comments;
    private final BareValue bare;
    private final Brackets brackets;

    private Scanner(String text) {
        this.text = text;
        lexer = new Lexer(text);
        comments = new Comments(text);
        bare = new BareValue(text, comments);
        brackets = new Brackets(text, lexer, tokens);
    }

    static List<Token> scan(String text) {
        var scanner = new Scanner(text);
        int start = 0;
        while (start < text.length() && !scanner.tokens.full()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            scanner.tokens.nextLine();
            scanner.line(start, end);
            start = end + 1;
        }
        return scanner.tokens.all();
    }

    /// One line; a call's arguments may go beyond it, and are then seen again as what they are.
    private void line(int lineStart, int end) {
        int at = lineStart;
        while (at < end && (text.charAt(at) <= ' ' || text.charAt(at) == '>' && at + 1 < end && text.charAt(at + 1) == ' ')) {
            at++;
        }
        at = comments.behindOpenBlock(at, end);
        if (at == end || comments.line(at, end)) {
            return;
        }
        if (text.startsWith("<true/>", at) || text.startsWith("<false/>", at)) {
            tokens.pair("string", text.startsWith("<true", at) ? "true" : "false", true);
            return;
        }
        at = Math.min(end, comments.behindBlock(at));
        boolean first = true;
        while (at < end) {
            char c = text.charAt(at);
            if (Lexer.wordPart(c)) {
                int start = at;
                at = word(at, end, first);
                first = first && BEFORE_KEYS.contains(text.substring(start, Math.min(at, start + LONGEST_PREFIX)));
            } else if ((c == '"' || c == '\'') && (at == lineStart || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
                at = quotedKey(at, end);
                first = false;
            } else if (c <= ' ' && comments.remark(at + 1, end)) {
                return;
            } else if (c == '(') {
                brackets.row(at + 1);
                at++;
            } else {
                at++;
            }
        }
    }

    private int word(int start, int end, boolean first) {
        int at = lexer.name(start, end);
        if (at - start > LONGEST_KEY) {
            return at;
        }
        if (at < end && text.charAt(at) == '(') {
            int item = item(at + 1, end);
            return item > 0 ? item : brackets.call(text.substring(start, at), at + 1);
        }
        if (text.startsWith(" (\"", at)) {
            int item = item(at + 2, end);
            if (item > 0) {
                return item;
            }
        }
        if (start > 0 && text.charAt(start - 1) == '<' && at < end && text.charAt(at) == '>') {
            return element(start, at, end);
        }
        return separated(start, at, end, first && at < end, at);
    }

    /// `Fields.Item("smtpserver") = "smtp.example.org"`, where the name in the brackets is the key; 0 where nothing like it stands.
    private int item(int open, int end) {
        int close = open < end && Lexer.quote(text.charAt(open)) ? lexer.close(open, end) : -1;
        int bracket = close < 0 ? end : lexer.blanks(close + 1, end);
        int equals = bracket < end && text.charAt(bracket) == ')' ? lexer.blanks(bracket + 1, end) : end;
        boolean assigned = equals < end && text.charAt(equals) == '=' && !text.startsWith("==", equals) && !text.startsWith("=>", equals);
        return assigned && close - open <= LONGEST_KEY ? separated(open + 1, close, end, false, bracket + 1) : 0;
    }

    private int quotedKey(int start, int end) {
        int close = lexer.close(start, end);
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
            int close = text.indexOf('}', keyEnd, Lexer.bounded(keyEnd, end));
            return close < 0 ? after : close + 1;
        }
        int at = behindIndex(lexer.blanks(after, end), end);
        int length = lexer.separator(at, end);
        if (length == 0) {
            return after;
        }
        int start = lexer.blanks(at + length, end);
        String key = text.substring(keyStart, keyEnd);
        if (start >= end) {
            tokens.pair(key, "", false);
            return end;
        }
        int value = formatted(start, end) ? start + 1 : start;
        if (Lexer.quote(text.charAt(value))) {
            return quoted(key, value, end);
        }
        boolean code = keyStart > 0 && text.charAt(keyStart - 1) == '`' && text.charAt(at) == '=';
        int span = code ? text.indexOf('`', start, Lexer.bounded(start, end)) : -1;
        if (span > start) {
            // an assignment in the middle of a sentence
            tokens.pair(key, text.substring(start, span), false);
            return span + 1;
        }
        // behind `=>` stands one of several values
        boolean whole = first && (length == 1 || text.charAt(at) == ':');
        int valueEnd = whole ? bare.restOfLine(value, end) : bare.word(value, end);
        tokens.pair(key, text.substring(value, Lexer.bounded(value, valueEnd)).strip(), false);
        // what follows may hold calls and further pairs: `Credentials = new NetworkCredential("u", "p")`
        return value;
    }

    /// Behind the closing bracket of `$config['host']`, `attributes["host"]` Perl's `$config->{'host'}`.
    private int behindIndex(int at, int end) {
        boolean square = at < end && text.charAt(at) == ']';
        boolean curly = at < end && text.charAt(at) == '}' && text.startsWith("=", lexer.blanks(at + 1, end));
        return square || curly ? lexer.blanks(at + 1, end) : at;
    }

    /// A key's value that begins with a quote.
    private int quoted(String key, int open, int end) {
        int triple = lexer.closeOfTriple(open, end);
        if (triple > 0) {
            tokens.pair(key, text.substring(open + Lexer.TRIPLE, triple), true);
            return triple + Lexer.TRIPLE;
        }
        int close = lexer.close(open, end);
        if (close < 0) {
            tokens.pair(key, text.substring(open + 1, Lexer.bounded(open, end)).stripTrailing(), true);
            return end;
        }
        int mailbox = mailbox(close + 1, end);
        if (mailbox > 0) {
            tokens.pair(key, text.substring(open, mailbox), true);
            return mailbox;
        }
        boolean template = "fF".indexOf(text.charAt(open - 1)) >= 0 && text.indexOf('{', open, close) > 0
                || text.charAt(open) == '`' && Variables.command(text.substring(open + 1, close));
        tokens.pair(key, template ? "${}" : lexer.unescaped(open + 1, close), !template);
        if (key.equals("Environment") || text.charAt(open) == '`') {
            variable(open + 1, close);
        }
        return close + 1;
    }

    /// Python's `f"…"` and its kin.
    private boolean formatted(int at, int end) {
        return at + 1 < end && "fFrRuUbB".indexOf(text.charAt(at)) >= 0 && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\'');
    }

    /// `"SMTP_HOST=smtp.example.org"`, as container and service files have their variables.
    private void variable(int start, int end) {
        int at = start;
        boolean parts = false;
        while (at < end && at - start < LONGEST_KEY && (Lexer.wordPart(text.charAt(at)) || text.charAt(at) == '.')) {
            parts |= at > start && (text.charAt(at) == '.' || text.charAt(at) == '_');
            at++;
        }
        boolean named = at > start && (Character.isUpperCase(text.charAt(start)) || parts && Character.isLetter(text.charAt(start)));
        if (named && at < end && text.charAt(at) == '=') {
            String value = lexer.unescaped(at + 1, end);
            tokens.pair(text.substring(start, at), value, !Variables.in(value));
        }
    }

    /// Where the address ends that follows a name in quotes: `"Anna" <anna@example.org>`; 0 when none does.
    private int mailbox(int at, int end) {
        int open = lexer.blanks(at, end);
        int close = open < end && text.charAt(open) == '<' ? text.indexOf('>', open, Lexer.bounded(open, end)) : -1;
        return close > 0 && text.indexOf('@', open, close) > 0 ? close + 1 : 0;
    }

    /// `<smtpHost>smtp.example.org</smtpHost>`.
    private int element(int start, int nameEnd, int end) {
        int close = text.indexOf("</", nameEnd, Lexer.bounded(nameEnd, end));
        if (close < 0 || !text.startsWith(text.substring(start, nameEnd), close + 2)) {
            return nameEnd;
        }
        tokens.pair(text.substring(start, nameEnd), text.substring(nameEnd + 1, close).strip(), true);
        return close;
    }
}
