package org.mailmedic.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A paragraph as a template, sentence by sentence: a sentence with a hole that cannot be filled is left out whole.
record Passage(List<List<Piece>> sentences) {
    static final Passage NONE = new Passage(List.of());

    Passage {
        sentences = List.copyOf(sentences);
    }

    String plain(Map<String, String> facts) {
        return render(piece -> piece.plain(facts));
    }

    String markdown(Map<String, String> facts) {
        return render(piece -> piece.markdown(facts));
    }

    Passage and(Passage more) {
        return new Passage(Stream.concat(sentences.stream(), more.sentences.stream()).toList());
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /// Whether the first sentence can be said: the one that the others hang on.
    boolean leads(Map<String, String> facts) {
        return !sentences.isEmpty() && sentence(sentences.getFirst(), piece -> piece.plain(facts)).isPresent();
    }

    /// The facts that it mentions.
    Stream<String> holes() {
        return sentences.stream().flatMap(List::stream).filter(Piece.Hole.class::isInstance).map(hole -> ((Piece.Hole) hole).name());
    }

    private String render(Function<Piece, Optional<String>> form) {
        return String.join(" ", sentences.stream().flatMap(sentence -> sentence(sentence, form).stream()).toList());
    }

    private static Optional<String> sentence(List<Piece> pieces, Function<Piece, Optional<String>> form) {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            var rendered = form.apply(piece);
            if (rendered.isEmpty()) {
                return Optional.empty();
            }
            text.append(rendered.get());
        }
        return Optional.of(text.toString().strip()).filter(sentence -> !sentence.isEmpty());
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
        while (last >= 0 && "”\")’".indexOf(words.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ".?!".indexOf(words.charAt(last)) >= 0;
    }
}
