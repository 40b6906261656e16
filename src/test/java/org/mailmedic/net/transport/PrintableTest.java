package org.mailmedic.net.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PrintableTest {
    @Test
    void leavesTextAlone() {
        assertEquals("220 mail.example ESMTP – grüße, Привет 😀", Printable.of("220 mail.example ESMTP – grüße, Привет 😀", 100));
    }

    @Test
    void escapesWhatActsOnTerminalsAndReaders() {
        assertEquals("a\\x1b[31mb", Printable.of("a\u001b[31mb", 100));
        assertEquals("a\\r\\nb c", Printable.of("a\r\nb\tc", 100));
        assertEquals("\\x00\\x07\\x7f\\x9b", Printable.of("\0\u0007\u007f\u009b", 100));
        assertEquals("\\u202eabc\\u2066\\u200b\\ufeff\\xad", Printable.of("\u202eabc\u2066\u200b\ufeff\u00ad", 100));
        assertEquals("\\u2028\\u2029", Printable.of("\u2028\u2029", 100));
        assertEquals("\\ud800x", Printable.of("\ud800x", 100));
        assertEquals("\\ue0001", Printable.of(Character.toString(0xe0001), 100), "tag characters");
    }

    @Test
    void isBounded() {
        assertEquals("aaaa…", Printable.of("aaaaaaaaaa", 5));
        assertTrue(Printable.of("\0".repeat(100_000), 200).length() <= 200);
        assertTrue(Printable.of("😀".repeat(100_000), 200).length() <= 200);
        assertEquals("", Printable.of("", 5));
        assertEquals("aaaa", Printable.of("aaaa", 5));
    }

    /// Cutting must not leave half of a character that needs two units.
    @Test
    void cutsBetweenCharacters() {
        for (int most = 2; most < 12; most++) {
            String cut = Printable.of("a😀😀😀😀😀😀", most);
            for (int i = 0; i < cut.length(); i++) {
                char c = cut.charAt(i);
                assertTrue(!Character.isHighSurrogate(c) || i + 1 < cut.length() && Character.isLowSurrogate(cut.charAt(i + 1)), cut);
            }
        }
    }
}
