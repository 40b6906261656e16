package org.mailmedic.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
    private static final char[] LETTERS = {'a', 'b', 'c'};

    @ParameterizedTest
    @CsvSource({"smpt, smtp, 1", "smtpp, smtp, 1", "smp, smtp, 1", "smtb, smtp, 1", "smtp, smtp, 0", "spmt, smtp, 2", "smtp, mail, 2"})
    void distance(String a, String b, int expected) {
        assertEquals(expected, Spelling.distance(a, b));
        assertEquals(expected, Spelling.distance(b, a));
    }

    /// One slip is a letter put in, left out, changed, or two neighbours swapped: every short name against every other one.
    @Test
    void distanceIsOneForEverySlipAndForNothingElse() {
        List<String> names = new ArrayList<>(List.of(""));
        for (int i = 0; names.get(i).length() < 5; i++) {
            for (char letter : LETTERS) {
                names.add(names.get(i) + letter);
            }
        }
        for (String a : names) {
            Set<String> slips = slips(a);
            for (String b : names) {
                assertEquals(a.equals(b) ? 0 : slips.contains(b) ? 1 : 2, Spelling.distance(a, b), () -> a + " " + b);
            }
        }
    }

    private static Set<String> slips(String name) {
        Set<String> slips = new HashSet<>();
        for (int at = 0; at <= name.length(); at++) {
            String before = name.substring(0, at);
            String behind = name.substring(at);
            for (char letter : LETTERS) {
                slips.add(before + letter + behind);
                slips.add(behind.isEmpty() ? name : before + letter + behind.substring(1));
            }
            slips.add(behind.isEmpty() ? name : before + behind.substring(1));
            slips.add(behind.length() < 2 ? name : before + behind.charAt(1) + behind.charAt(0) + behind.substring(2));
        }
        return slips;
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
