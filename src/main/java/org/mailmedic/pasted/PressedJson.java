package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.List;

/// JSON that stands in one line, as programs send it to each other: parted into a line for each value, each object further in than what
/// is around it, so that it is read as if a person had written it.
final class PressedJson {
    private static final int SHORTEST = 40;
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 20;

    private PressedJson() {}

    /// @param origins gets the number of the line that each line of the result comes from, in order; stays empty when nothing was parted
    static String apart(String text, List<Integer> origins) {
        if (!text.contains("\":") || text.length() > LONGEST || text.lines().noneMatch(PressedJson::pressed)) {
            return text;
        }
        List<String> parted = new ArrayList<>();
        int number = 1;
        for (String line : text.split("\n", -1)) {
            if (pressed(line)) {
                part(line.strip(), parted);
            } else {
                parted.add(line);
            }
            while (origins.size() < parted.size()) {
                origins.add(number);
            }
            number++;
        }
        return String.join("\n", parted);
    }

    /// An object that begins the line and holds another one.
    private static boolean pressed(String line) {
        String bare = line.strip();
        boolean object = bare.startsWith("{") || bare.startsWith("[{");
        return object && bare.length() >= SHORTEST && (bare.contains("\":{") || bare.contains("\": {"));
    }

    private static void part(String line, List<String> parted) {
        var piece = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escaped = quoted && i > 0 && line.charAt(i - 1) == '\\';
            quoted = c == '"' && !escaped ? !quoted : quoted;
            if (!quoted && (c == '}' || c == ']')) {
                flush(piece, depth, parted);
                depth = Math.max(0, depth - 1);
            }
            piece.append(c);
            if (!quoted && (c == '{' || c == '[' || c == ',')) {
                flush(piece, depth, parted);
                depth += c == ',' ? 0 : 1;
            }
        }
        flush(piece, depth, parted);
    }

    private static void flush(StringBuilder piece, int depth, List<String> parted) {
        String bare = piece.toString().strip();
        piece.setLength(0);
        if (!bare.isEmpty()) {
            parted.add("  ".repeat(Math.min(depth, DEEPEST)) + bare);
        }
    }
}
