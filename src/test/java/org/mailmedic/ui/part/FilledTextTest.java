package org.mailmedic.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FilledTextTest {
    private final FilledText english = new FilledText(".", ",");
    private final FilledText german = new FilledText(",", ".");

    @Test
    void numbersAreWrittenTheLanguagesWay() {
        assertEquals("12,345 messages", english.fill("{0} messages", 12_345));
        assertEquals("12.345 Nachrichten", german.fill("{0} Nachrichten", 12_345));
        assertEquals("3,1 s", german.fill("{0,number,0.0} s", 3.14));
        assertEquals("1.234,5 ms", german.fill("{0,number,#,##0.0} ms", 1234.5));
        assertEquals("3 und 3,0", german.fill("{0} und {0,number,0.0}", 3));
    }

    @Test
    void numbersInsideAChoiceToo() {
        String days = "{0,choice,0#kein Tag|1#ein Tag|1<{0} Tage}";
        assertEquals("ein Tag", german.fill(days, 1));
        assertEquals("1.200 Tage", german.fill(days, 1200));
    }

    @Test
    void textStaysAsItIs() {
        assertEquals("port 1234.5 {0}", english.fill("port {0} {1}", "1234.5", "{0}"));
        assertEquals("null", english.fill("{0}", new Object[] {null}));
    }
}
