package org.mailmedic.discover.paste.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.pasted.Snippet;

final class PageLineTest {
    @Test
    void aLabelEndsAtTheFirstSeparator() {
        assertEquals("Server", PageLine.label("Server: smtp.example.org:465"));
        assertEquals(Optional.of("smtp.example.org:465"), PageLine.value("Server: smtp.example.org:465"));
        assertEquals(Optional.of("587"), PageLine.value("ポート：587"));
    }

    @Test
    void aLineWithoutSeparatorIsALabelWithoutAValue() {
        assertEquals("Postausgang", PageLine.label("Postausgang"));
        assertEquals(Optional.empty(), PageLine.value("Postausgang"));
        assertEquals(Optional.empty(), PageLine.value("Postausgang:  "));
        // a separator with nothing in front of it parts nothing
        assertEquals(-1, PageLine.separator(":smtp"));
    }

    @Test
    void aBulletIsNoPartOfTheLine() {
        assertEquals("Port: 587", PageLine.bare(line(" • Port: 587")).text());
        assertEquals("Port: 587", PageLine.bare(line("Port: 587")).text());
    }

    @Test
    void aSettingBehindAMarkIsARemarkAndMereWordsAreAHeading() {
        assertTrue(PageLine.remark(line("# host = smtp.example.org")));
        assertTrue(PageLine.remark(line("  // send(1)")));
        assertFalse(PageLine.remark(line("# Outgoing mail")));
        assertFalse(PageLine.remark(line("# Outgoing mail:")));
        assertFalse(PageLine.remark(line("host = smtp.example.org")));
    }

    static Snippet.Line line(String text) {
        return new Snippet.Line(1, text, text.toLowerCase(Locale.ROOT));
    }
}
