package org.mailmedic.advice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
        /// How well its steps fit a person; 0 where they are not for this one, or not chosen by that.
        ///
        /// @param provider whether a name on a page is the person's provider
        /// @param symptom  id, empty when not known
        default int rank(Predicate<String> provider, String symptom, String system) {
            return 0;
        }

        record Plainly() implements Heading {
            @Override
            public int rank(Predicate<String> provider, String symptom, String system) {
                return 1;
            }
        }

        record OnSystem(String name) implements Heading {
            @Override
            public int rank(Predicate<String> provider, String symptom, String system) {
                return name.equalsIgnoreCase(system) ? 2 : 0;
            }
        }

        record WithProvider(List<String> names) implements Heading {
            @Override
            public int rank(Predicate<String> provider, String symptom, String system) {
                return names.stream().anyMatch(provider) ? 4 : 0;
            }
        }

        /// @param symptom id of a [org.mailmedic.settings.Symptom]
        record WhenSending(String symptom) implements Heading {
            @Override
            public int rank(Predicate<String> provider, String symptom, String system) {
                return this.symptom.equals(symptom) ? 3 : 0;
            }
        }

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
