package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PageReaderTest {
    private static final String PAGE = """
            # The door of {host} is shut

            First sentence. It said: “{reply}”. Last sentence
            on two lines.

            ## Do this
            1. Set the port to **{otherPort}**. [change: {otherPort}]
            2. Ask them. Their number is {phone}. [ask]
            3. Use `{host}` and wait.

            ## Do this with Gmail or Yahoo
            1. Go to <https://example.com/a>.

            ## When slip=url
            A web address

            It is “{typed}”.

            ## Ask them
            Hello,

            - Server: {host}
            - Reply: {reply}

            ## Ask them when party=network
            Other letter.

            ## Why
            Because.
            """;

    @Test
    void aSentenceWithoutItsFactIsLeftOut() {
        var page = PageReader.read(PAGE);
        assertEquals("First sentence. Last sentence on two lines.", page.summary().plain(Map.of()));
        assertEquals("First sentence. It said: “550 No. Go”. Last sentence on two lines.", page.summary()
                .plain(Map.of("reply", "550 No. Go")));
        assertEquals("", page.title().plain(Map.of()));
        assertEquals("The door of h is shut", page.title().plain(Map.of("host", "h")));
    }

    @Test
    void stepsHaveKindsAndValues() {
        var steps = PageReader.read(PAGE).sections().getFirst().steps();
        assertEquals(List.of(AdvicePage.StepLine.Kind.CHANGE, AdvicePage.StepLine.Kind.ASK, AdvicePage.StepLine.Kind.DO),
                steps.stream().map(AdvicePage.StepLine::kind).toList());
        assertEquals("465", steps.getFirst().value().plain(Map.of("otherPort", "465")));
        assertEquals("Set the port to 465.", steps.getFirst().text().plain(Map.of("otherPort", "465")));
        assertEquals("Set the port to **465**.", steps.getFirst().text().markdown(Map.of("otherPort", "465")));
        assertFalse(steps.getFirst().text().leads(Map.of()));
        assertEquals("Ask them.", steps.get(1).text().plain(Map.of()));
    }

    @Test
    void stepsMayHaveACase() {
        var steps = PageReader.read("# T\n\n## Do this\n1. Use 587. [change: 587] [when port=25]\n2. Wait. [unless port=25]\n").sections()
                .getFirst().steps();
        assertEquals(AdvicePage.StepLine.Kind.CHANGE, steps.getFirst().kind());
        assertEquals("Use 587.", steps.getFirst().text().plain(Map.of()));
        assertTrue(steps.getFirst().only().orElseThrow().holds(Map.of("port", "25")));
        assertFalse(steps.getFirst().only().orElseThrow().holds(Map.of("port", "587")));
        assertFalse(steps.get(1).only().orElseThrow().holds(Map.of("port", "25")));
        assertTrue(steps.get(1).only().orElseThrow().holds(Map.of()));
    }

    @Test
    void aQuotedFactBringsItsOwnFullStop() {
        var page = PageReader.read("# T\n\nIt said: “{reply}”. Then nothing.\n");
        assertEquals("It said: “Not today.” Then nothing.", page.summary().plain(Map.of("reply", "Not today.")));
        assertEquals("It said: “Not today”. Then nothing.", page.summary().plain(Map.of("reply", "Not today")));
        for (var quoted : List.of("„{reply}“", "«\u202f{reply}\u202f»", "«{reply}»")) {
            var other = PageReader.read("# T\n\nIt said: " + quoted + ". Then nothing.\n");
            assertEquals("It said: " + quoted.replace("{reply}", "Not today.") + " Then nothing.",
                    other.summary().plain(Map.of("reply", "Not today.")));
            assertEquals("It said: " + quoted.replace("{reply}", "Not today") + ". Then nothing.",
                    other.summary().plain(Map.of("reply", "Not today")));
        }
    }

    @Test
    void headingsSayWhenTheyApply() {
        var headings = PageReader.read(PAGE).sections().stream().map(AdvicePage.Section::heading).toList();
        assertEquals(new AdvicePage.Heading.WithProvider(List.of("Gmail", "Yahoo")), headings.get(1));
        assertTrue(headings.get(2) instanceof AdvicePage.Heading.InCase(var condition) && condition.holds(Map.of("slip", "URL"))
                && !condition.holds(Map.of("slip", "path")) && !condition.holds(Map.of()));
        assertTrue(headings.get(3) instanceof AdvicePage.Heading.Letter(var condition) && condition.isEmpty());
    }

    @Test
    void linksAreWrittenOutInPlainText() {
        var step = PageReader.read(PAGE).sections().get(1).steps().getFirst().text();
        assertEquals("Go to https://example.com/a.", step.plain(Map.of()));
        assertEquals("Go to <https://example.com/a>.", step.markdown(Map.of()));
    }

    @Test
    void aFactNeverBecomesMarkdown() {
        var steps = PageReader.read(PAGE).sections().getFirst().steps();
        assertEquals("Set the port to **\\*\\*\\[x\\](y)\\<b\\>\\_**.", steps.getFirst().text()
                .markdown(Map.of("otherPort", "**[x](y)<b>_")));
        assertEquals("Use ``a`b`` and wait.", steps.get(2).text().markdown(Map.of("host", "a`b")));
        assertEquals("Use ``` `a`` ``` and wait.", steps.get(2).text().markdown(Map.of("host", "`a``")));
    }

    @Test
    void aPageThatBreaksTheFormatIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PageReader.read("no title"));
        assertThrows(IllegalArgumentException.class, () -> PageReader.read("# T\n\n## Do something else\n"));
        assertThrows(IllegalArgumentException.class, () -> PageReader.read("# T\n\n> quote\n"));
    }
}
