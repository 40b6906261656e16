package org.mailmedic.pasted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"# host", "; host", "// host", "<!-- host", "dnl host", "-- host", "REM host", "*host"})
    void linesThatAreCommentedOut(String line) {
        assertTrue(new Comments(line).line(0, line.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "--host x", "* host", "remote = x", "/host", "*"})
    void linesThatAreNot(String line) {
        assertFalse(new Comments(line).line(0, line.length()));
    }

    @Test
    void aBlockGoesOverSeveralLines() {
        String text = "/* a\nb */ c";
        var comments = new Comments(text);
        assertEquals(9, comments.behindBlock(0));
        assertEquals(9, comments.behindOpenBlock(5, text.length()));
        assertEquals(10, comments.behindOpenBlock(10, text.length()));
    }

    @Test
    void aBlockThatNeverEndsIsNone() {
        assertEquals(0, new Comments("/* a\nb").behindBlock(0));
        assertEquals(0, new Comments("<!-- a\nb").behindBlock(0));
        assertEquals(11, new Comments("<!-- a\nb-->").behindBlock(0));
    }

    @Test
    void aRemarkHasABlankBehindItsMark() {
        assertTrue(new Comments("# x").remark(0, 3));
        assertTrue(new Comments("// x").remark(0, 4));
        assertFalse(new Comments("#x").remark(0, 2));
        assertFalse(new Comments("//x.example").remark(0, 11));
    }
}
