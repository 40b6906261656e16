package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PlainTextTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        assertEquals("220 mail.example ESMTP – grüß Gott, 日本", PlainText.of("220 mail.example ESMTP – grüß Gott, 日本"));
    }

    @Test
    void lineBreaksAndTabsBecomeOneBlank() {
        assertEquals("one two three", PlainText.of("  one\r\n\ttwo\u2028three \n"));
    }

    @Test
    void controlCharactersAreSpelledOut() {
        assertEquals("\\x1b[31mred\\x07\\x9b", PlainText.of("\u001b[31mred\u0007\u009b"));
    }

    @Test
    void directionAndInvisibleCharactersAreSpelledOut() {
        assertEquals("a\\u202eb\\u200bc\\ufeffd\\u{e0041}", PlainText.of("a\u202eb\u200bc\ufeffd\udb40\udc41"));
    }

    @Test
    void halfACharacterIsSpelledOut() {
        assertEquals("x\\ud83dy", PlainText.of("x\ud83dy"));
    }

    @Test
    void tooLongTextEndsInAnEllipsis() {
        String cut = PlainText.of("a".repeat(5000));
        assertEquals(PlainText.LONGEST, cut.length());
        assertTrue(cut.endsWith("a…"));
        assertEquals("a".repeat(300), PlainText.of("a".repeat(300)));
    }

    @Test
    void theCutNeverHalvesACharacter() {
        String cut = PlainText.of("😀".repeat(400), 10);
        assertEquals("😀😀😀😀…", cut);
        assertFalse(cut.codePoints().anyMatch(PlainText::dangerous));
    }

    @Test
    void linesKeepTheirBreaksOnly() {
        assertEquals("a\nb \\x1bc", PlainText.lines("a\r\nb\t\u001bc"));
    }

    @Test
    void aWordIsLeftOutRatherThanCut() {
        assertEquals("The server said: 535 Incorrect…", PlainText.of("The server said: 535 Incorrect authentication data", 40));
        assertEquals("The server said: 535 Incorrect…", PlainText.of("The server said: 535 Incorrect authentication data", 31));
        assertEquals("The server said: 535…", PlainText.of("The server said: 535 Incorrect authentication data", 30));
        String key = "v=DKIM1; p=" + "A".repeat(100);
        assertEquals("v=DKIM1; p=" + "A".repeat(48) + "…", PlainText.of(key, 60));
        assertEquals("535 Incorr…", PlainText.of("535 Incorrect authentication", 11));
        assertEquals("535…", PlainText.of("535 Incorrect  ", 5));
        assertEquals("535 Incorrect", PlainText.of("535 Incorrect \t ", 13));
    }
}
