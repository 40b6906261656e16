package org.mailmedic.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WrapTest {
    @Test
    void breaksBetweenWords() {
        assertEquals(List.of("one two", "three"), Wrap.lines("one two three", 8));
        assertEquals(List.of("one two", "three"), Wrap.lines("one  two three", 7));
    }

    @Test
    void cutsWhatIsWiderThanALine() {
        assertEquals(List.of("a", "bbbb", "bbbb", "bb c"), Wrap.lines("a bbbbbbbbbb c", 4));
    }

    @Test
    void keepsParagraphs() {
        assertEquals(List.of("a", "", "b"), Wrap.lines("a\n\nb", 10));
        assertEquals(List.of(""), Wrap.lines("", 10));
    }

    @Test
    void countsColumnsNotCharacters() {
        assertEquals(4, Wrap.columns("日本"));
        assertEquals(1, Wrap.columns("e\u0301"));
        assertEquals(List.of("日本", "語"), Wrap.lines("日本語", 5));
        assertEquals(List.of("😀😀", "😀"), Wrap.lines("😀😀😀", 4));
    }
}
