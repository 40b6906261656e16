package org.mailmedic.pasted;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which lines of a text stand in a section about mail: below `[smtp]`, inside `"mail": {`, further in than `email:`, or in the item of a
/// list that says `platform: smtp`. Goes by the indentation alone, so that YAML, JSON and HCL are the same.
public final class Sections {
    private static final int MOST_LINES = 20_000;
    private static final int DEEPEST = 40;
    private static final List<String> MAIL = List.of("smtp", "mail", "outgoing", "outbound");
    private static final List<String> RECEIVING = List.of("imap", "pop3", "incoming", "inbound");
    /// Keys whose value says what the things beside them are about.
    private static final List<String> KINDS = List.of("platform", "type", "transport", "driver");
    private static final List<String> ELEMENTS = List.of("incoming", "outgoing");
    private static final List<String> SENDING_KINDS = List.of("smtp", "smtps");

    /// By the number of the line; null where nothing was seen.
    private final List<@Nullable Level> levels = new ArrayList<>();
    private final Level outside = new Level(null, -1);

    /// What is further in than a line.
    private static final class Level {
        private final @Nullable Level above;
        /// Blanks in front of the line that opens it.
        private final int indent;
        private String name = "";
        private boolean mail;
        private boolean receiving;

        Level(@Nullable Level above, int indent) {
            this.above = above;
            this.indent = indent;
        }

        Level named(String heading) {
            mail |= names(heading, MAIL);
            receiving |= names(heading, RECEIVING);
            return this;
        }

        boolean isMail() {
            return mail || above != null && above.isMail();
        }

        boolean isReceiving() {
            return receiving || above != null && above.isReceiving();
        }
    }

    /// The level of the lines inside an element such as `<outgoing-server>`; null outside.
    private @Nullable Level element;

    public Sections(Snippet snippet) {
        Deque<Level> above = new ArrayDeque<>();
        above.push(outside);
        for (Snippet.Line line : snippet.linesWith(MOST_LINES)) {
            String text = line.lower().strip();
            if (text.isEmpty() || text.startsWith("#") || text.startsWith(";") || text.startsWith("//")) {
                continue;
            }
            if (heading(text)) {
                above.clear();
                above.push(outside);
                above.push(new Level(outside, -1).named(text));
                continue;
            }
            if (text.startsWith("/tool")) {
                // a router's menu, which stands until the next one
                above.clear();
                above.push(outside);
                above.push(new Level(outside, -1).named(text));
                note(line.number(), above.peek());
                continue;
            }
            int indent = line.text().length() - line.text().stripLeading().length();
            while (above.peek().indent >= indent) {
                above.pop();
            }
            boolean item = text.startsWith("- ");
            if (item && above.size() < DEEPEST) {
                above.push(new Level(above.peek(), indent));
                text = text.substring(2).strip();
            }
            kind(text, above.peek());
            element(text);
            int equals = text.indexOf('=');
            if (equals > 0 && text.lastIndexOf("][", equals) > 0) {
                // `$settings['mail']['password'] = …` names its sections in the line itself
                note(line.number(), new Level(above.peek(), indent).named(text.substring(0, equals)));
                continue;
            }
            note(line.number(), element == null ? inOneLine(text, above.peek(), indent) : element);
            element = element != null && text.contains("</" + element.name) ? null : element;
            if (opens(text) && above.size() < DEEPEST) {
                above.push(new Level(above.peek(), item ? indent + 1 : indent).named(text));
            }
        }
    }

    /// `[smtp]`, and `[[smtp]]` where there may be several.
    private static boolean heading(String text) {
        boolean one = text.startsWith("[") && text.indexOf(']') == text.length() - 1 && text.length() > 2;
        return one || text.startsWith("[[") && text.indexOf("]]") == text.length() - 2;
    }

    /// `"smtp": { "host": "smtp.example.org", "port": 465 }` is a section of its own.
    private static Level inOneLine(String text, Level around, int indent) {
        int brace = text.indexOf('{');
        String heading = brace < 0 ? "" : text.substring(0, brace).stripTrailing();
        boolean section = heading.length() > 1 && (heading.endsWith(":") || heading.endsWith("=") || heading.endsWith("=>"))
                && text.indexOf('}', brace) > 0;
        return section ? new Level(around, indent).named(heading) : around;
    }

    /// XML has its sections in elements. One inside another of these is none of its own.
    private void element(String text) {
        for (String name : ELEMENTS) {
            if (element == null && text.contains("<" + name)) {
                element = new Level(outside, -1).named(name);
                element.name = name;
                element.mail |= name.startsWith("outgoing");
            }
        }
    }

    private void note(int line, Level level) {
        while (levels.size() <= line) {
            levels.add(null);
        }
        levels.set(line, level);
    }

    /// `platform: smtp` says something about all that stands beside it.
    private void kind(String text, Level level) {
        int equals = text.indexOf('=');
        int colon = text.indexOf(':');
        int separator = equals < 0 || colon >= 0 && colon < equals ? colon : equals;
        String key = separator < 0 ? "" : plain(text.substring(0, separator));
        if (level != outside && KINDS.contains(key)) {
            String value = plain(text.substring(separator + 1));
            level.mail |= SENDING_KINDS.contains(value);
            level.receiving |= RECEIVING.contains(value);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[\"',>]", "").strip();
    }

    private static boolean opens(String line) {
        int remark = line.indexOf(" #");
        String plain = remark < 0 ? line : line.substring(0, remark).stripTrailing();
        boolean menu = plain.startsWith("config ") && plain.indexOf('=') < 0;
        return menu || Stream.of(":", "{", "(", "[").anyMatch(plain::endsWith);
    }

    private static boolean names(String heading, List<String> words) {
        return words.stream().anyMatch(heading::contains);
    }

    /// Whether any line stands in a section about mail.
    public boolean any() {
        return levels.stream().anyMatch(level -> level != null && level.isMail());
    }

    public boolean mail(int line) {
        return line < levels.size() && levels.get(line) != null && levels.get(line).isMail();
    }

    /// Whether the line stands in a section about fetching mail.
    public boolean receiving(int line) {
        return line < levels.size() && levels.get(line) != null && levels.get(line).isReceiving();
    }
}
