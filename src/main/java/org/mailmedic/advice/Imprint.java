package org.mailmedic.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A passage found again in the plain text that was made of it: which of its sentences were said, and with which facts. Time grows with
/// the length of the text alone, so that a text from elsewhere cannot hold anybody up.
///
/// @param sentences those that were said
/// @param facts     what filled their holes
record Imprint(List<List<Piece>> sentences, Map<String, String> facts) {
    Imprint {
        sentences = List.copyOf(sentences);
        facts = Map.copyOf(facts);
    }

    /// @param text one rendering of `passage`, whole
    /// @return empty when it is none: the first sentence is missing, or something else is said
    static Optional<Imprint> of(Passage passage, String text) {
        var said = new ArrayList<List<Piece>>();
        Map<String, String> facts = Map.of();
        int at = 0;
        for (List<Piece> sentence : passage.sentences()) {
            var reading = new Reading(text, at == 0 ? 0 : at + 1, facts);
            boolean here = (at == 0 || at < text.length() && text.charAt(at) == ' ') && reading.matches(sentence);
            if (here) {
                said.add(sentence);
                facts = reading.facts;
                at = reading.at;
            } else if (said.isEmpty()) {
                return Optional.empty();
            }
        }
        return at > 0 && at == text.length() ? Optional.of(new Imprint(said, facts)) : Optional.empty();
    }

    /// One sentence being looked for at one place.
    private static final class Reading {
        private final String text;
        private final Map<String, String> facts;
        private int at;

        Reading(String text, int at, Map<String, String> facts) {
            this.text = text;
            this.at = at;
            this.facts = new HashMap<>(facts);
        }

        boolean matches(List<Piece> sentence) {
            String open = null;
            List<Piece> parts = joined(sentence);
            for (int i = 0; i < parts.size(); i++) {
                switch (parts.get(i)) {
                    case Piece.Hole(var name, var _) when facts.containsKey(name) -> {
                        if (open != null || !text.startsWith(facts.get(name), at)) {
                            return false;
                        }
                        at += facts.get(name).length();
                    }
                    case Piece.Hole(var name, var _) -> {
                        if (open != null) {
                            return false;
                        }
                        open = name;
                    }
                    case Piece words -> {
                        String literal = words.plain(Map.of()).orElseThrow();
                        int found = open == null ? (text.startsWith(literal, at) ? at : -1) : next(literal, i == parts.size() - 1);
                        if (found < 0) {
                            return false;
                        }
                        if (open != null) {
                            facts.put(open, text.substring(at, found));
                            open = null;
                        }
                        at = found + literal.length();
                    }
                }
            }
            return open == null;
        }

        /// Where these words come after at least one other letter; a sentence's last ones with a blank or the end behind them.
        private int next(String literal, boolean last) {
            int found = text.indexOf(literal, at + 1);
            while (last && found >= 0 && found + literal.length() < text.length() && text.charAt(found + literal.length()) != ' ') {
                found = text.indexOf(literal, found + 1);
            }
            return found;
        }

        /// Words of any style that stand side by side read as one.
        private static List<Piece> joined(List<Piece> sentence) {
            var joined = new ArrayList<Piece>();
            for (Piece piece : sentence) {
                if (piece instanceof Piece.Hole) {
                    joined.add(piece);
                    continue;
                }
                String words = piece.plain(Map.of()).orElse("");
                if (!joined.isEmpty() && joined.getLast() instanceof Piece.Text(var before, var style)) {
                    joined.set(joined.size() - 1, new Piece.Text(before + words, style));
                } else {
                    joined.add(new Piece.Text(words, Piece.Style.PLAIN));
                }
            }
            return joined;
        }
    }
}
