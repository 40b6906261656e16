package org.mailmedic.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
    @ParameterizedTest
    @CsvSource({"smpt, smtp, 1", "smtpp, smtp, 1", "smp, smtp, 1", "smtb, smtp, 1", "smtp, smtp, 0", "spmt, smtp, 2", "smtp, mail, 2"})
    void distance(String a, String b, int expected) {
        assertEquals(expected, Spelling.distance(a, b));
        assertEquals(expected, Spelling.distance(b, a));
    }

    @Test
    void theSameLettersInAnotherOrder() {
        assertTrue(Spelling.rearranged("578", "587"));
        assertFalse(Spelling.rearranged("577", "587"));
        assertFalse(Spelling.rearranged("5877", "587"));
    }

    @Test
    void anotherEnding() {
        assertTrue(Spelling.otherEnding("smtp.example.de", "smtp.example.com"));
        assertFalse(Spelling.otherEnding("smtp.gmx.de", "smtp.gmx.com"));
        assertFalse(Spelling.otherEnding("smtp.example.com", "smtp.example.com"));
    }
}
