package org.mailmedic.pasted;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/// Which lines of a text stand in a section about mail: below `[smtp]`, inside `"mail": {`, or further in than `email:`. Goes by the
/// indentation alone, so that YAML, JSON and HCL are the same.
public final class Sections {
    private static final int MOST_LINES = 20_000;
    private static final int DEEPEST = 40;
    private static final List<String> MAIL = List.of("smtp", "mail");
    private static final List<String> RECEIVING = List.of("imap", "pop3", "incoming", "inbound");
    private static final Level OUTSIDE = new Level(-1, false, false);

    private final BitSet mail = new BitSet();
    private final BitSet receiving = new BitSet();

    /// @param indent blanks in front of the line that opens it
    private record Level(int indent, boolean mail, boolean receiving) {
        Level inner(int deeper, String heading) {
            return new Level(deeper, mail || names(heading, MAIL), receiving || names(heading, RECEIVING));
        }
    }

    public Sections(Snippet snippet) {
        Deque<Level> above = new ArrayDeque<>();
        above.push(OUTSIDE);
        for (Snippet.Line line : snippet.linesWith(MOST_LINES)) {
            String text = line.lower().strip();
            if (text.isEmpty() || text.startsWith("#") || text.startsWith(";") || text.startsWith("//")) {
                continue;
            }
            int indent = line.text().length() - line.text().stripLeading().length();
            if (text.startsWith("[") && text.indexOf(']') == text.length() - 1 && text.length() > 2) {
                above.clear();
                above.push(OUTSIDE.inner(-1, text));
                continue;
            }
            while (above.peek().indent() >= indent) {
                above.pop();
            }
            mail.set(line.number(), above.peek().mail());
            receiving.set(line.number(), above.peek().receiving());
            if (opens(text) && above.size() < DEEPEST) {
                above.push(above.peek().inner(indent, text));
            }
        }
    }

    private static boolean opens(String line) {
        int remark = line.indexOf(" #");
        String plain = remark < 0 ? line : line.substring(0, remark).stripTrailing();
        return Stream.of(":", "{", "(", "[").anyMatch(plain::endsWith);
    }

    private static boolean names(String heading, List<String> words) {
        return words.stream().anyMatch(heading::contains);
    }

    /// Whether any line stands in a section about mail.
    public boolean any() {
        return !mail.isEmpty();
    }

    public boolean mail(int line) {
        return mail.get(line);
    }

    /// Whether the line stands in a section about fetching mail.
    public boolean receiving(int line) {
        return receiving.get(line);
    }
}
