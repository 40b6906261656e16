package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TextBookTest {
    @Test
    void aFilledInValueIsNoTemplateAndInert() {
        assertEquals("a {b} \\x1b c", TextBook.fill("a {x} c", Map.of("x", "{b} \u001b", "b", "wrong")));
        assertEquals("a  c {", TextBook.fill("a {missing} c {", Map.of()));
    }

    @Test
    void booksAreReadAsUtf8() {
        assertEquals("knocking…", TextBook.open("evidence", Locale.ENGLISH).get("busy.connect"));
    }

    @Test
    void aMissingKeyShowsItself() {
        assertEquals("no.such.key", TextBook.open("words", Locale.GERMANY).get("no.such.key"));
    }

    @Test
    void aMissingBookIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TextBook.open("no-such-book", Locale.ENGLISH));
    }

    @Test
    void allBooksAreThere() {
        for (String name : new String[] {"words", "evidence", "report"}) {
            assertTrue(TextBook.open(name, Locale.ENGLISH).keys().size() > 10, name);
        }
    }
}
