package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
    void whatIsThereToBeCopiedIsNotCut() {
        String command = "mailmedic-cli diagnose --trust /" + "long/".repeat(200) + "authority.pem --send";
        assertEquals("Try: " + command, TextBook.fill("Try: {command}", Map.of("command", new TextBook.Whole(command))));
        Path file = Path.of("/" + "long/".repeat(200) + "report.json");
        assertEquals(file.toString(), TextBook.fill("{file}", Map.of("file", file)));
        assertEquals("a \\x1b[31mb", TextBook.fill("{command}", Map.of("command", new TextBook.Whole("a \u001b[31mb"))));
        assertEquals(300, TextBook.fill("{said}", Map.of("said", command)).length());
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
