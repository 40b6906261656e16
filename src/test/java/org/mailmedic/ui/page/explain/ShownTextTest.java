package org.mailmedic.ui.page.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.explain.TextMark;

final class ShownTextTest {
    @Test
    void dotsStandForASecretAndWhatFollowsIsStillMarked() {
        String given = "password=hunter22 host smtp.example.com";
        var shown = ShownText.of(given, List.of(new TextMark(9, 17, "secret"), new TextMark(23, 39, "host")));
        assertEquals("password=•••• host smtp.example.com", shown.text());
        assertTrue(shown.masked());
        ShownText.Mark host = shown.marks().getFirst();
        assertEquals("smtp.example.com", shown.text().substring(host.from(), host.to()));
        assertEquals(1, shown.marks().size(), "the secret is no mark to show");
    }

    @Test
    void secretsThatOverlapAreHiddenWhole() {
        var shown = ShownText.of("key=abcdefgh.", List.of(new TextMark(4, 9, "secret"), new TextMark(6, 12, "secret")));
        assertEquals("key=••••.", shown.text());
    }

    @Test
    void aMarkThatHoldsASecretShowsItMasked() {
        var shown = ShownText.of("535 no pass=hunter22", List.of(new TextMark(0, 20, "reply"), new TextMark(12, 20, "secret")));
        assertEquals("535 no pass=••••", shown.marks().getFirst().words());
    }

    @Test
    void lineEndsAndControlCharactersDoNotShiftTheMarks() {
        var shown = ShownText.of("a\r\nb\rc\u001b[31m\ud83d\ude00 535", List.of(new TextMark(13, 16, "reply")));
        assertEquals("a\nb\nc[31m\ud83d\ude00 535", shown.text());
        ShownText.Mark reply = shown.marks().getFirst();
        assertEquals("535", shown.text().substring(reply.from(), reply.to()));
    }

    @Test
    void ofALongTextOnlyTheBeginningIsShown() {
        var shown = ShownText.of("x".repeat(40_000) + " 535", List.of(new TextMark(40_001, 40_004, "reply")));
        assertFalse(shown.whole());
        assertEquals(30_000, shown.text().length());
        assertEquals(List.of(), shown.marks());
        assertTrue(ShownText.of("x".repeat(30_000), List.of()).whole());
    }

    @Test
    void callsAProgramByItsName() {
        var shown = ShownText.of("Nov 20 mx postfix/smtp[7]: 550", List.of(new TextMark(10, 18, "program"), new TextMark(27, 30, "reply")))
                .calling(Optional.of("Postfix"));
        assertEquals(List.of("Postfix", "550"), shown.marks().stream().map(ShownText.Mark::words).toList());
        assertEquals("postfix/", shown.text().substring(shown.marks().getFirst().from(), shown.marks().getFirst().to()));
    }
}
