package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.advice.EnglishPages.PAGES;
import static org.mailmedic.advice.EnglishPages.USUAL;
import static org.mailmedic.advice.EnglishPages.codes;
import static org.mailmedic.advice.EnglishPages.each;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.advice.AdvicePage.Heading;
import org.mailmedic.diagnosis.Party;

/// Reads every page the way a stern editor would.
final class AdvicePagesTest {
    private static final Set<String> ALWAYS = Set.of("host", "port", "security", "time");
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\berrors?\\b|\\binvalid\\b|\\bfailed to\\b|!|\\be\\.g\\.|\\bi\\.e\\.", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HEADLINE = 70;
    private static final int LONGEST_SENTENCE = 30;

    @Test
    void everyCodeHasAPage() {
        assertTrue(codes().size() >= 69);
        assertEquals(List.of(), codes().stream().filter(code -> !PAGES.has(code)).toList());
    }

    @TestFactory
    Stream<DynamicTest> aPageHasTitleSummaryStepsAndBackgroundOfUse() {
        return each((code, page) -> {
            assertFalse(page.title().isEmpty());
            assertFalse(page.summary().isEmpty());
            var plain = page.sections().stream().filter(s -> s.heading() instanceof Heading.Plainly).findFirst().orElseThrow();
            assertTrue(plain.steps().size() >= 2 && plain.steps().size() <= 5, "steps: " + plain.steps().size());
            for (var section : page.sections()) {
                boolean steps = switch (section.heading()) {
                    case Heading.Plainly(), Heading.OnSystem(_), Heading.WithProvider(_), Heading.WhenSending(_) -> true;
                    case Heading.InCase(_), Heading.Letter(_), Heading.Background() -> false;
                };
                assertTrue(!steps || !section.steps().isEmpty() && section.steps().size() <= 5, section.heading().toString());
                assertTrue(!section.paragraphs().isEmpty() || !section.steps().isEmpty(), "empty: " + section.heading());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whoeverElseMustActGetsALetterWithOneQuestion() {
        return each((code, page) -> {
            var letters = page.sections().stream().filter(s -> s.heading() instanceof Heading.Letter).toList();
            if (code.party() != Party.YOU && code.party() != Party.DEVICE) {
                assertFalse(letters.isEmpty(), "a letter is missing");
            }
            for (var letter : letters) {
                String text = letter.paragraphs().stream().map(p -> p.text().plain(USUAL)).collect(Collectors.joining("\n"));
                assertEquals(1, text.chars().filter(c -> c == '?').count(), text);
                assertTrue(text.contains(USUAL.get("time")), "no time: " + text);
                assertTrue(text.contains("Thank you"), text);
            }
            boolean asks = page.sections().stream().flatMap(s -> s.steps().stream())
                    .anyMatch(s -> s.kind() == AdvicePage.StepLine.Kind.ASK);
            assertTrue(!asks || !letters.isEmpty(), "a step asks, but there is nothing to send");
            assertTrue(letters.isEmpty() || asks, "a letter that no step mentions");
        });
    }

    @TestFactory
    Stream<DynamicTest> onlyKnownFactsAreMentioned() {
        return each((_, page) -> assertEquals(List.of(), page.holes().filter(hole -> !USUAL.containsKey(hole)).distinct().toList()));
    }

    @TestFactory
    Stream<DynamicTest> theTitleNeedsOnlyWhatIsAlwaysKnown() {
        return each((_, page) -> assertEquals(List.of(), page.title().holes().filter(hole -> !ALWAYS.contains(hole)).toList()));
    }

    @TestFactory
    Stream<DynamicTest> aCasesTitleNeedsOnlyWhatTheCaseKnows() {
        return each((_, page) -> {
            for (var section : page.sections()) {
                if (section.heading() instanceof Heading.InCase(var condition) && !section.paragraphs().isEmpty()) {
                    assertEquals(List.of(), section.paragraphs().getFirst().text().holes()
                            .filter(hole -> !ALWAYS.contains(hole) && !hole.equals(condition.fact())).toList());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> headlinesAreShort() {
        return each((_, page) -> {
            for (String title : titles(page)) {
                assertTrue(title.length() <= LONGEST_HEADLINE, title.length() + ": " + title);
                assertFalse(title.endsWith("."), title);
            }
        });
    }

    private static List<String> titles(AdvicePage page) {
        var titles = new ArrayList<String>();
        titles.add(page.title().plain(USUAL));
        page.sections().stream().filter(s -> s.heading() instanceof Heading.InCase && !s.paragraphs().isEmpty())
                .map(s -> s.paragraphs().getFirst().text().plain(USUAL)).forEach(titles::add);
        return titles;
    }

    @TestFactory
    Stream<DynamicTest> sentencesAreShortAndCalm() {
        return each((_, page) -> {
            for (String sentence : sentences(page)) {
                int words = sentence.split("\\s+").length;
                assertTrue(words <= LONGEST_SENTENCE, words + " words: " + sentence);
                assertFalse(FORBIDDEN.matcher(sentence).find(), sentence);
            }
        });
    }

    private static List<String> sentences(AdvicePage page) {
        var passages = new ArrayList<Passage>(List.of(page.title(), page.summary()));
        for (var section : page.sections()) {
            section.paragraphs().forEach(p -> passages.add(p.text()));
            section.steps().forEach(s -> passages.add(s.text()));
        }
        return passages.stream().flatMap(p -> p.sentences().stream()).map(s -> new Passage(List.of(s)).plain(USUAL)).toList();
    }

    /// A protection that is switched off comes back in the same step.
    @TestFactory
    Stream<DynamicTest> nothingProtectiveStaysOff() {
        var off = Pattern.compile("\\b(pause|disable|switch (one|it|that|the antivirus) off|turn (it|that) off|disconnect it)\\b",
                Pattern.CASE_INSENSITIVE);
        var on = Pattern.compile("switch (it|that) back on|reconnect it|then check again|, and check again", Pattern.CASE_INSENSITIVE);
        return each((_, page) -> page.sections().stream().flatMap(s -> s.steps().stream()).map(s -> s.text().plain(USUAL))
                .filter(text -> off.matcher(text).find() && !text.startsWith("Pause large downloads"))
                .forEach(text -> assertTrue(on.matcher(text).find() || text.contains("disconnect it and check again"), text)));
    }

    @TestFactory
    Stream<DynamicTest> linksGoToHttpsOnly() {
        return each((_, page) -> page.sections().stream().flatMap(s -> s.steps().stream()).flatMap(s -> s.text().sentences().stream())
                .flatMap(List::stream).filter(Piece.Link.class::isInstance).map(link -> ((Piece.Link) link).target())
                .forEach(target -> assertTrue(target.startsWith("https://") || target.equals("http://example.com"), target)));
    }
}
