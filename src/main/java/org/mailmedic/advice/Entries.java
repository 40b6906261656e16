package org.mailmedic.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;

/// What of a step has to be entered somewhere else, by the signs on the page that the step comes from: the value of a change, what is set
/// as code, and a number set in bold. A report carries its steps as plain text, so the page is laid beside it. Thread-safe.
public final class Entries {
    /// The mere name of a file tells where to look; nobody types it.
    private static final Pattern FILE = Pattern.compile("[\\p{Alnum}_-]*\\.[a-z]{2,4}");
    private static final Pattern NUMBER = Pattern.compile("\\d{2,5}");
    private final AdvicePages pages;

    public Entries(AdvicePages pages) {
        this.pages = pages;
    }

    /// Reads this code's page, so that the next question about it is answered at once. It may take a moment the first time.
    public void prepare(String code) {
        page(code);
    }

    /// In the order in which they stand there, each once, none that is a part of another; nothing for a step that is not from the page.
    ///
    /// @param code  id of the diagnosis
    /// @param step  plain text
    /// @param known what was entered, by the names of facts: for a value that the step itself does not name
    public List<String> in(String code, String step, Map<String, String> known) {
        Set<String> found = new LinkedHashSet<>();
        page(code).stream().flatMap(page -> page.sections().stream()).flatMap(section -> section.steps().stream())
                .forEach(line -> Imprint.of(line.text(), step).ifPresent(imprint -> found.addAll(in(line, imprint, known))));
        return found.stream().filter(one -> found.stream().noneMatch(other -> !other.equals(one) && other.contains(one)))
                .sorted((one, other) -> Integer.compare(place(step, one), place(step, other))).toList();
    }

    private Optional<AdvicePage> page(String code) {
        return Code.of(code).flatMap(pages::page);
    }

    /// What the step does not name comes last.
    private static int place(String step, String value) {
        int at = step.indexOf(value);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private static List<String> in(AdvicePage.StepLine line, Imprint imprint, Map<String, String> known) {
        var facts = new HashMap<>(known);
        facts.putAll(imprint.facts());
        var marked = imprint.sentences().stream().flatMap(sentence -> marked(sentence, facts));
        return Stream.concat(marked, Stream.of(line.value().plain(facts))).filter(value -> !value.isBlank()).distinct().toList();
    }

    /// Neighbours of one style are one value.
    private static Stream<String> marked(List<Piece> sentence, Map<String, String> facts) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        Optional<Piece.Style> style = Optional.empty();
        for (Piece piece : sentence) {
            Optional<Piece.Style> now = style(piece);
            if (!now.equals(style)) {
                style.filter(ended -> typed(ended, value.toString())).ifPresent(_ -> values.add(value.toString()));
                value.setLength(0);
                style = now;
            }
            piece.plain(facts).ifPresent(value::append);
        }
        style.filter(ended -> typed(ended, value.toString())).ifPresent(_ -> values.add(value.toString()));
        return values.stream();
    }

    private static Optional<Piece.Style> style(Piece piece) {
        return switch (piece) {
            case Piece.Text text -> Optional.of(text.style());
            case Piece.Hole hole -> Optional.of(hole.style());
            case Piece.Link _ -> Optional.empty();
        };
    }

    private static boolean typed(Piece.Style style, String value) {
        return switch (style) {
            case CODE -> !FILE.matcher(value).matches();
            case STRONG -> NUMBER.matcher(value).matches();
            case PLAIN, EMPHASIS -> false;
        };
    }
}
