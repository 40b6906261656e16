package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What stands in front of the lines of a copied text and is none of it: the numbers of an editor or a web page, a shell's prompts, the
/// marks of a quoted mail or of Markdown, and those of a comparison, whose removed lines are left out.
final class PasteMargins {
    private static final int MOST_DIGITS = 5;
    private static final int FEWEST_NUMBERED = 2;
    private static final int LONGEST_PROMPT = 120;
    private static final int FEWEST_QUOTED = 2;
    private static final String TIME = "0123456789.,/: APMapm-";
    private static final int SHORTEST_TIME = 12;
    private static final int LONGEST_TIME = 28;
    private static final int LONGEST_NAME = 40;
    /// Commands that write down what is handed to them in quotes.
    private static final List<String> WRITING = List.of("postconf -e ", "postconf ", "export ", "echo ");
    /// What Git writes in front of a comparison.
    private static final List<String> HEADERS = List.of("diff ", "index ", "new file mode ", "deleted file mode ", "old mode ", "new mode ",
            "rename ", "copy ", "similarity index ", "dissimilarity index ", "commit ", "Author:", "AuthorDate:", "Commit:", "CommitDate:",
            "Date:", "Merge:");

    private PasteMargins() {}

    /// The text without them. Lines stay lines.
    static String without(String text) {
        String[] lines = text.split("\n", -1);
        boolean compared = compared(lines);
        boolean quoted = Arrays.stream(lines).filter(line -> line.startsWith("> ")).limit(FEWEST_QUOTED).count() == FEWEST_QUOTED;
        boolean numbered = numbered(lines);
        boolean chat = Arrays.stream(lines).filter(line -> behindSpeaker(line) > 0).limit(FEWEST_QUOTED).count() == FEWEST_QUOTED;
        List<String> bare = new ArrayList<>(lines.length);
        boolean changed = false;
        for (String line : lines) {
            String kept = line.substring(numbered ? behindNumber(line) : 0);
            kept = chat ? kept.substring(behindSpeaker(kept)) : kept;
            kept = quoted && kept.startsWith("> ") ? kept.substring(2) : kept;
            kept = compared ? afterwards(kept) : kept;
            kept = header(written(plain(kept.substring(behindPrompt(kept)))));
            changed |= kept.length() != line.length();
            bare.add(kept);
        }
        return changed ? String.join("\n", bare) : text;
    }

    /// `**Host:** smtp.example.org` and `` * `SMTP_HOST` = `smtp.example.org` `` without the marks of Markdown.
    private static String plain(String line) {
        int start = blanks(line, 0);
        boolean bullet = start + 1 < line.length() && "*-+".indexOf(line.charAt(start)) >= 0 && line.charAt(start + 1) == ' ';
        int text = bullet ? blanks(line, start + 1) : start;
        if (line.startsWith("**", text) && line.indexOf("**", text + 2) > 0) {
            int close = line.indexOf("**", text + 2);
            return line.substring(0, text) + line.substring(text + 2, close) + line.substring(close + 2);
        }
        boolean code = text < line.length() && line.charAt(text) == '`' && line.indexOf('`', text + 1) > 0;
        return code ? line.substring(0, text) + line.substring(text).replace("`", "") : line;
    }

    /// The line alone of `-H "X-SMTP-Host: smtp.example.org" \`.
    private static String header(String line) {
        String bare = line.strip();
        int open = bare.startsWith("-H ") ? "-H ".length() : bare.startsWith("--header ") ? "--header ".length() : bare.length();
        char quote = open < bare.length() ? bare.charAt(open) : ' ';
        int close = quote == '"' || quote == '\'' ? bare.indexOf(quote, open + 1) : -1;
        return close > 0 ? bare.substring(open + 1, close) : line;
    }

    /// The assignment alone of `postconf -e 'relayhost = …'` and `echo "relayhost = …" >> main.cf`.
    private static String written(String line) {
        String bare = line.startsWith("sudo ") ? line.substring("sudo ".length()) : line;
        int open = WRITING.stream().filter(bare::startsWith).map(String::length).findFirst().orElse(bare.length());
        char quote = open < bare.length() ? bare.charAt(open) : ' ';
        int close = quote == '"' || quote == '\'' ? bare.lastIndexOf(quote) : -1;
        int equals = bare.indexOf('=', open);
        boolean assigned = equals > open + 1 && equals < close && bare.substring(open + 1, equals).strip().chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return assigned && bare.indexOf(quote, open + 1) == close ? bare.substring(open + 1, close) : line;
    }

    /// Whether the text is a comparison of two states of a file: every line begins with a mark or a blank, and some line was added.
    private static boolean compared(String[] lines) {
        boolean added = false;
        for (String line : lines) {
            boolean marked = line.isEmpty() || " +-@\\".indexOf(line.charAt(0)) >= 0 || HEADERS.stream().anyMatch(line::startsWith);
            if (!marked) {
                return false;
            }
            added |= line.length() > 1 && line.charAt(0) == '+' && line.charAt(1) != '-';
        }
        return added;
    }

    /// A line of a comparison as it is afterwards; an empty one for what was removed.
    private static String afterwards(String line) {
        return line.isEmpty() ? line : switch (line.charAt(0)) {
            case '-', '@' -> "";
            case '+', ' ' -> line.substring(1);
            default -> line;
        };
    }

    /// Whether every line that is not blank and no command begins with the number after the one before.
    private static boolean numbered(String[] lines) {
        int count = 0;
        int expected = -1;
        for (String line : lines) {
            if (line.isBlank() || behindPrompt(line) > 0) {
                continue;
            }
            int behind = behindNumber(line);
            int number = behind == 0 ? -1 : number(line);
            if (number < 0 || count > 0 && number != expected) {
                return false;
            }
            expected = number + 1;
            count++;
        }
        return count >= FEWEST_NUMBERED;
    }

    private static int number(String line) {
        int at = blanks(line, 0);
        return Integer.parseInt(line.substring(at, digits(line, at)));
    }

    /// Behind `12: `, `12 | ` or `12` and one blank; 0 when there is no number.
    private static int behindNumber(String line) {
        int start = blanks(line, 0);
        int end = digits(line, start);
        if (end == start || end - start > MOST_DIGITS) {
            return 0;
        }
        if (end == line.length()) {
            return end;
        }
        char mark = line.charAt(end);
        if (mark == ' ' || mark == '\t') {
            boolean bar = line.startsWith("| ", end + 1);
            return end + (bar ? 3 : 1);
        }
        boolean marked = ":|.)".indexOf(mark) >= 0 && (end + 1 == line.length() || line.charAt(end + 1) <= ' ');
        return marked ? Math.min(line.length(), end + 2) : 0;
    }

    /// Behind `[28.11.26, 20:14] Anna: ` and `28.11.26, 20:14 - Anna: `, as a chat is copied; 0 when no time stands there.
    private static int behindSpeaker(String line) {
        int start = line.startsWith("[") ? 1 : 0;
        int most = Math.min(line.length(), LONGEST_TIME);
        int end = line.indexOf(start == 1 ? "] " : " - ", start, most);
        boolean time = end - start >= SHORTEST_TIME && Character.isDigit(line.charAt(start))
                && line.chars().limit(end).skip(start).allMatch(c -> TIME.indexOf(c) >= 0);
        int name = !time ? 0 : end + (start == 1 ? 2 : 3);
        int colon = name == 0 ? -1 : line.indexOf(": ", name, Math.min(line.length(), name + LONGEST_NAME));
        return colon < 0 ? 0 : colon + 2;
    }

    /// Behind `$ `, `root@box:~# ` or `[root@box app]$ `; 0 when there is no prompt.
    private static int behindPrompt(String line) {
        if (line.startsWith("$ ")) {
            return 2;
        }
        int most = Math.min(line.length() - 1, LONGEST_PROMPT);
        int at = line.indexOf('@', 0, Math.max(0, most));
        if (at < 1) {
            return 0;
        }
        boolean bracket = line.startsWith("[");
        for (int end = at; end < most; end++) {
            char c = line.charAt(end);
            if ((c == '$' || c == '#') && line.charAt(end + 1) == ' ') {
                String prompt = line.substring(0, end);
                return bracket ? prompt.endsWith("]") ? end + 2 : 0 : prompt.indexOf(':', at) > 0 ? end + 2 : 0;
            }
            if (c == '=' || c == '"' || c <= ' ' && !bracket) {
                return 0;
            }
        }
        return 0;
    }

    private static int blanks(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int digits(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
