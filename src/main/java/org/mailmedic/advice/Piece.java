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

    /// As it reads without any formatting; empty when the fact is not known.
    Optional<String> plain(Map<String, String> facts);

    /// A hole as the text that fills it, everything else as it is; empty when the fact is not known.
    Optional<Piece> filled(Map<String, String> facts);

    /// CommonMark in which a fact is always text, whatever stands in it. Neighbours of one style must have been joined, and holes filled,
    /// before.
    String markdown();

    record Text(String words, Style style) implements Piece {
        @Override
        public Optional<String> plain(Map<String, String> facts) {
            return Optional.of(words);
        }

        @Override
        public Optional<Piece> filled(Map<String, String> facts) {
            return Optional.of(this);
        }

        @Override
        public String markdown() {
            return marked(words, style);
        }
    }

    /// @param name of the fact
    record Hole(String name, Style style) implements Piece {
        @Override
        public Optional<String> plain(Map<String, String> facts) {
            return Optional.ofNullable(facts.get(name)).filter(fact -> !fact.isEmpty());
        }

        @Override
        public Optional<Piece> filled(Map<String, String> facts) {
            return plain(facts).map(fact -> new Text(fact, style));
        }

        @Override
        public String markdown() {
            throw new IllegalArgumentException("still a hole: " + name);
        }
    }

    record Link(String words, String target) implements Piece {
        @Override
        public Optional<String> plain(Map<String, String> facts) {
            return Optional.of(words.equals(target) ? target : words + " (" + target + ")");
        }

        @Override
        public Optional<Piece> filled(Map<String, String> facts) {
            return Optional.of(this);
        }

        @Override
        public String markdown() {
            return words.equals(target) ? "<" + target + ">" : "[" + escaped(words) + "](" + target + ")";
        }
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
