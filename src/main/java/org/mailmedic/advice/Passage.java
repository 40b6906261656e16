package org.mailmedic.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A paragraph as a template, sentence by sentence: a sentence with a hole that cannot be filled is left out whole.
record Passage(List<List<Piece>> sentences) {
    static final Passage NONE = new Passage(List.of());
    /// What ends a quotation, in one language or another.
    private static final String CLOSING = "”“»\"";
    /// What French writing has before it.
    private static final String THIN = "\u00a0\u202f";

    Passage {
        sentences = List.copyOf(sentences);
    }

    String plain(Map<String, String> facts) {
        return render(sentence -> plain(sentence, facts));
    }

    String markdown(Map<String, String> facts) {
        return render(sentence -> filled(sentence, facts)
                .map(pieces -> pieces.stream().map(Piece::markdown).collect(Collectors.joining()).strip()));
    }

    Passage and(Passage more) {
        return new Passage(Stream.concat(sentences.stream(), more.sentences.stream()).toList());
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /// Whether the first sentence can be said: the one that the others hang on.
    boolean leads(Map<String, String> facts) {
        return !sentences.isEmpty() && plain(sentences.getFirst(), facts).isPresent();
    }

    /// The facts that it mentions.
    Stream<String> holes() {
        return sentences.stream().flatMap(List::stream).filter(Piece.Hole.class::isInstance).map(hole -> ((Piece.Hole) hole).name());
    }

    private String render(Function<List<Piece>, Optional<String>> form) {
        return String.join(" ", sentences.stream().flatMap(sentence -> form.apply(sentence).stream()).toList());
    }

    private static Optional<String> plain(List<Piece> sentence, Map<String, String> facts) {
        return filled(sentence, facts)
                .map(pieces -> pieces.stream().flatMap(piece -> piece.plain(facts).stream()).collect(Collectors.joining()))
                .map(text -> oneFullStop(text.strip())).filter(text -> !text.isEmpty());
    }

    /// The sentence with its facts, neighbours of one style joined; empty when a fact is not known.
    private static Optional<List<Piece>> filled(List<Piece> sentence, Map<String, String> facts) {
        var filled = new ArrayList<Piece>();
        for (Piece piece : sentence) {
            var one = piece.filled(facts);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            if (one.get() instanceof Piece.Text(var words, var style) && !filled.isEmpty()
                    && filled.getLast() instanceof Piece.Text(var before, var same) && same == style) {
                filled.set(filled.size() - 1, new Piece.Text(before + words, style));
            } else {
                filled.add(one.get());
            }
        }
        return Optional.of(filled);
    }

    /// A quoted fact may bring its own full stop: `“Not today.”.` reads `“Not today.”`, and `„…“` and `«…»` the same.
    private static String oneFullStop(String sentence) {
        int quote = sentence.length() - 2;
        if (!sentence.endsWith(".") || quote < 0 || CLOSING.indexOf(sentence.charAt(quote)) < 0) {
            return sentence;
        }
        int last = quote - 1;
        while (last >= 0 && THIN.indexOf(sentence.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ".…".indexOf(sentence.charAt(last)) >= 0 ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /// Cuts pieces into sentences: after a full stop, question or exclamation mark that a blank or the end follows.
    static Passage of(List<Piece> pieces) {
        var sentences = new ArrayList<List<Piece>>();
        var current = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Text(var words, var style))) {
                current.add(piece);
                continue;
            }
            int from = 0;
            for (int i = 0; i < words.length(); i++) {
                if (words.charAt(i) == ' ' && ends(words, i)) {
                    current.add(new Piece.Text(words.substring(from, i), style));
                    sentences.add(List.copyOf(current));
                    current.clear();
                    from = i + 1;
                }
            }
            if (from < words.length()) {
                current.add(new Piece.Text(words.substring(from), style));
            }
        }
        if (!current.isEmpty()) {
            sentences.add(List.copyOf(current));
        }
        return new Passage(sentences);
    }

    /// Whether a sentence ends just before the blank at `i`, closing quotes and brackets aside.
    private static boolean ends(String words, int i) {
        int last = i - 1;
        while (last >= 0 && (CLOSING + ")’").indexOf(words.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ".?!".indexOf(words.charAt(last)) >= 0;
    }
}
