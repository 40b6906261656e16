package org.mailmedic.pasted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class BareValueTest {
    @Test
    void theRestOfALineIsWithoutCommentAndPunctuation() {
        assertEquals("smtp.example.org", rest("smtp.example.org; # ours"));
        assertEquals("a b", rest("a b, // both"));
        assertEquals("pass#word", rest("pass#word"));
        assertEquals("http://x", rest("http://x"));
    }

    @Test
    void aWordEndsAtABlankOrABracket() {
        assertEquals("smtp.example.org", word("smtp.example.org, 25"));
        assertEquals("587", word("587}"));
        assertEquals("", word("]"));
    }

    @Test
    void aVariableAndACallAreWordsAsAWhole() {
        assertEquals("${HOST:-a b}", word("${HOST:-a b} c"));
        assertEquals("env('HOST', 'a')", word("env('HOST', 'a'), x"));
        assertEquals("array(", word("array('host' => 'a')"));
        assertEquals("f(", word("f('a', g('b'))"));
    }

    private static String rest(String text) {
        return text.substring(0, new BareValue(text, new Comments(text)).restOfLine(0, text.length()));
    }

    private static String word(String text) {
        return text.substring(0, new BareValue(text, new Comments(text)).word(0, text.length()));
    }
}
