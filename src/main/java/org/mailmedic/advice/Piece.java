package org.mailmedic.advice;

import java.util.Map;
import java.util.Optional;

/// A stretch of a page's text: its own words, or a hole for a fact.
sealed interface Piece {
    enum Style {
        PLAIN(""), STRONG("**"), EMPHASIS("*"),
        /// Its fence is as long as its content needs (CommonMark §6.1).
        CODE("`");

        private final String mark;

        Style(String mark) {
            this.mark = mark;
        }
    }

    record Text(String words, Style style) implements Piece {}

    /// @param name of the fact
    record Hole(String name, Style style) implements Piece {}

    record Link(String words, String target) implements Piece {}

    /// As it reads without any formatting; empty when the fact is not known.
    default Optional<String> plain(Map<String, String> facts) {
        return switch (this) {
            case Text(var words, var _) -> Optional.of(words);
            case Hole(var name, var _) -> Optional.ofNullable(facts.get(name)).filter(fact -> !fact.isEmpty());
            case Link(var words, var target) -> Optional.of(words.equals(target) ? target : words + " (" + target + ")");
        };
    }

    /// A hole as the text that fills it, everything else as it is; empty when the fact is not known.
    default Optional<Piece> filled(Map<String, String> facts) {
        return switch (this) {
            case Text text -> Optional.of(text);
            case Hole hole -> hole.plain(facts).map(fact -> new Text(fact, hole.style()));
            case Link link -> Optional.of(link);
        };
    }

    /// CommonMark in which a fact is always text, whatever stands in it. Neighbours of one style must have been joined before.
    static String markdown(Piece filled) {
        return switch (filled) {
            case Text(var words, var style) -> marked(words, style);
            case Link(var words, var target) -> words.equals(target) ? "<" + target + ">" : "[" + escaped(words) + "](" + target + ")";
            case Hole hole -> throw new IllegalArgumentException("still a hole: " + hole.name());
        };
    }

    private static String marked(String text, Style style) {
        if (text.isBlank()) {
            return text;
        }
        if (style == Style.CODE) {
            var fence = new StringBuilder(style.mark);
            while (text.contains(fence)) {
                fence.append('`');
            }
            boolean touches = text.startsWith("`") || text.endsWith("`");
            return fence + (touches ? " " + text + " " : text) + fence;
        }
        return style.mark + escaped(text) + style.mark;
    }

    /// Every character that could mean something gets a backslash (CommonMark §2.4);
    /// a full stop only after a number, where it would begin a list.
    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean numbers = (c == '.' || c == ')') && i > 0 && Character.isDigit(text.charAt(i - 1));
            if (numbers || "\\`*_[]<>&#+-=~|{}!".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
