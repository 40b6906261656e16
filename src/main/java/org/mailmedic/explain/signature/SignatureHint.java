package org.mailmedic.explain.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A stretch of letters without which a regular expression cannot match, read off the expression itself. A text that does not hold it
/// need not be searched, and the expression need not even be compiled.
final class SignatureHint {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_RARE = 2;

    private SignatureHint() {}

    /// @return in lower case, one of which every match holds; empty when the expression has none
    static List<String> of(String expression) {
        var all = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= expression.length(); i++) {
            char c = i < expression.length() ? expression.charAt(i) : '|';
            if (c == '|' && depth == 0 || i == expression.length()) {
                String hint = longest(expression.substring(from, i));
                if (hint.isEmpty()) {
                    return List.of();
                }
                all.add(hint);
                from = i + 1;
            }
            switch (c) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '[' -> i = closing(expression, i);
                case '\\' -> i++;
                default -> { }
            }
        }
        return List.copyOf(all);
    }

    private static String longest(String expression) {
        String best = "";
        var run = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            boolean optional = i + 1 < expression.length() && "?*{".indexOf(expression.charAt(i + 1)) >= 0;
            boolean plain = depth == 0 && (Character.isLetterOrDigit(c) || " _-:'".indexOf(c) >= 0) && !optional;
            if (plain) {
                run.append(c);
                continue;
            }
            best = run.length() > best.length() ? run.toString() : best;
            run.setLength(0);
            switch (c) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '[' -> i = closing(expression, i);
                case '{' -> i = Math.max(i, expression.indexOf('}', i));
                case '\\' -> i++;
                default -> { }
            }
        }
        best = run.length() > best.length() ? run.toString() : best;
        boolean rare = best.chars().anyMatch(c -> c >= 0x80);
        return best.length() < (rare ? SHORTEST_RARE : SHORTEST) ? "" : best.toLowerCase(Locale.ROOT);
    }

    private static int closing(String expression, int open) {
        for (int i = open + 1; i < expression.length(); i++) {
            if (expression.charAt(i) == '\\') {
                i++;
            } else if (expression.charAt(i) == ']' && i > open + 1) {
                return i;
            }
        }
        return open;
    }
}
