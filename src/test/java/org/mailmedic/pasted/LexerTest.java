package org.mailmedic.pasted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class LexerTest {
    @Test
    void aNameHasDotsHyphensAndArrowsInsideIt() {
        assertEquals(11, name("$mail->Host = 1"));
        assertEquals(16, name("spring.mail.host=1"), "up to the separator");
        assertEquals(4, name("host. Then"));
        assertEquals(4, name("host->"));
        assertEquals(7, name("A::HOST"));
    }

    private static int name(String text) {
        return new Lexer(text).name(0, text.length());
    }

    @Test
    void aSeparatorIsNeitherAComparisonNorAScheme() {
        assertEquals(1, separator("="));
        assertEquals(1, separator(": x"));
        assertEquals(2, separator("=> x"));
        assertEquals(2, separator(":= x"));
        assertEquals(0, separator("== x"));
        assertEquals(0, separator("://x"));
        assertEquals(1, separator(":/x"));
        assertEquals(0, separator(":: x"));
        assertEquals(0, separator("x"));
        assertEquals(0, separator(""));
    }

    private static int separator(String text) {
        return new Lexer(text).separator(0, text.length());
    }

    @Test
    void aQuoteClosesOnItsOwnLine() {
        assertEquals(4, close("'abc'"));
        assertEquals(5, close("'a\\'b'"));
        assertEquals(-1, close("'abc\n'"));
        assertEquals(-1, close("'abc\""));
        assertEquals(-1, close("'" + "a".repeat(Lexer.LONGEST_VALUE) + "'"));
    }

    private static int close(String text) {
        return new Lexer(text).close(0, text.length());
    }

    @Test
    void threeQuotesCloseWithThree() {
        String text = "\"\"\"a\"b\"\"\"";
        assertEquals(6, new Lexer(text).closeOfTriple(0, text.length()));
        assertEquals(-1, new Lexer(text).closeOfTriple(0, 8));
        assertEquals(-1, new Lexer("\"a\"").closeOfTriple(0, 3));
    }

    @Test
    void aBackslashProtectsOnlyWhatNeedsIt() {
        assertEquals("a\"b", unescaped("a\\\"b"));
        assertEquals("C:\\mail", unescaped("C:\\mail"));
        assertEquals("a\\", unescaped("a\\"));
    }

    private static String unescaped(String text) {
        return new Lexer(text).unescaped(0, text.length());
    }
}
