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
    void oneIsSaidOfOne() {
        String sentence = "{n} {n|line was|lines were} read, {m} {m|time|times}.";
        assertEquals("1 line was read, 2 times.", TextBook.fill(sentence, Map.of("n", 1L, "m", 2)));
        assertEquals("21 lines were read, 1 time.", TextBook.fill(sentence, Map.of("n", 21, "m", "1")));
        assertEquals("0 lines were read, 11 times.", TextBook.fill(sentence, Map.of("n", 0, "m", "11")));
    }

    @Test
    void nothingIsCountedAsEachLanguageDoes() {
        Map<String, Integer> none = Map.of("messages", 0);
        assertEquals("0 messages were taken in.", TextBook.open("log", Locale.ENGLISH).get("messages", none));
        assertEquals("0 Nachrichten wurden angenommen.", TextBook.open("log", Locale.GERMAN).get("messages", none));
        assertEquals("0 message a été pris en charge.", TextBook.open("log", Locale.FRENCH).get("messages", none));
        assertEquals("0 mensagem foi aceita.", TextBook.open("log", Locale.of("pt", "BR")).get("messages", none));
        assertEquals("Entró 1 mensaje.", TextBook.open("log", Locale.of("es")).get("messages", Map.of("messages", 1)));
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
