package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImprintTest {
    private static final Passage USE =
            step("Use port **{otherPort}** with {otherSecurity}. It gets through from {host}. Found here: {vpn}.");

    @Test
    void whatFilledTheHolesIsReadBack() {
        var facts = Map.of("otherPort", "465", "otherSecurity", "TLS from the start (SSL/TLS)", "host", "mail.gmx.net", "vpn", "wg0");
        assertEquals(Optional.of(facts), Imprint.of(USE, USE.plain(facts)).map(Imprint::facts));
    }

    @Test
    void sentencesThatCouldNotBeSaidAreNotMissed() {
        var facts = Map.of("otherPort", "465", "otherSecurity", "STARTTLS", "vpn", "wg0");
        Imprint imprint = Imprint.of(USE, USE.plain(facts)).orElseThrow();
        assertEquals(facts, imprint.facts());
        assertEquals(2, imprint.sentences().size());
    }

    @Test
    void aFullStopInsideOfAFactEndsNoSentence() {
        var passage = step("Enter {host}. Check again.");
        assertEquals(Map.of("host", "smtp.example.com"), Imprint.of(passage, "Enter smtp.example.com. Check again.").orElseThrow().facts());
    }

    @Test
    void aFactThatIsSaidTwiceIsTheSameBothTimes() {
        var passage = step("Compare `dig {host}` with `dig @9.9.9.9 {host}`.");
        assertEquals(Map.of("host", "a.example"),
                Imprint.of(passage, "Compare dig a.example with dig @9.9.9.9 a.example.").orElseThrow().facts());
        assertEquals(Optional.empty(), Imprint.of(passage, "Compare dig a.example with dig @9.9.9.9 b.example."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Use port", "Use port 465 with STARTTLS. Delete everything.", "It gets through from mail.gmx.net.",
            "Use port  with .",
        "Use port 465 with STARTTLS", "Use port with STARTTLS. ", "Please: Use port 465 with STARTTLS."})
    void anotherTextIsNoImprint(String text) {
        assertEquals(Optional.empty(), Imprint.of(USE, text));
    }

    @Test
    void hostileTextsAreSoonDone() {
        var passage = step("Use {a} with {b} and {c}. " + "Or {d} with {e}. ".repeat(10));
        for (String piece : List.of("Use ", " with ", " and ", "Use x with y and z. ", ". ")) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Imprint.of(passage, "Use x" + piece.repeat(20_000)));
        }
    }

    private static Passage step(String line) {
        return PageReader.read("# T\n\n## Do this\n1. " + line + "\n").sections().getFirst().steps().getFirst().text();
    }
}
