package org.mailmedic.advice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One page of advice as a template: what stands in `advice/<language>/<code>.md`.
record AdvicePage(Passage title, Passage summary, List<Section> sections) {
    AdvicePage {
        sections = List.copyOf(sections);
    }

    /// @param value what to enter; only for a change
    /// @param only  the case in which it is said at all
    record StepLine(Passage text, Kind kind, Passage value, Optional<Condition> only) {
        enum Kind { DO, CHANGE, ASK }

        Stream<String> holes() {
            return Stream.concat(text.holes(), value.holes());
        }
    }

    /// @param listed whether it is a line of a list
    record Paragraph(Passage text, boolean listed) {}

    public record Section(Heading heading, List<Paragraph> paragraphs, List<StepLine> steps) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
            steps = List.copyOf(steps);
        }
    }

    /// What a section is for. The words of headings are part of the format and the same in every language.
    sealed interface Heading {
        record Plainly() implements Heading {}

        record OnSystem(String name) implements Heading {}

        record WithProvider(List<String> names) implements Heading {}

        /// @param symptom id of a [org.mailmedic.settings.Symptom]
        record WhenSending(String symptom) implements Heading {}

        /// Replaces title, summary or steps in one case of several that share a code.
        record InCase(Condition condition) implements Heading {}

        record Letter(Optional<Condition> condition) implements Heading {}

        record Background() implements Heading {}
    }

    /// @param value  what the fact must be, without case; empty when it need only be known
    /// @param wanted false turns it round: the fact must not be that
    record Condition(String fact, Optional<String> value, boolean wanted) {
        boolean holds(Map<String, String> raw) {
            String known = raw.getOrDefault(fact, "");
            return value.map(known::equalsIgnoreCase).orElse(!known.isEmpty()) == wanted;
        }
    }

    /// Everything that can be shown, for the test that reads all pages.
    Stream<String> holes() {
        return Stream.of(title.holes(), summary.holes(),
                sections.stream().flatMap(s -> s.paragraphs().stream()).flatMap(p -> p.text().holes()),
                sections.stream().flatMap(s -> s.steps().stream()).flatMap(StepLine::holes)).flatMap(each -> each);
    }
}
