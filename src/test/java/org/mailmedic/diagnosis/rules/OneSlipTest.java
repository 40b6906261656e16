package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OneSlipTest {
    @ParameterizedTest
    @CsvSource({"smpt, smtp, 1", "smtpp, smtp, 1", "smp, smtp, 1", "smtb, smtp, 1", "smtp, smtp, 0", "spmt, smtp, 2", "smtp, mail, 2"})
    void distance(String a, String b, int expected) {
        assertEquals(expected, OneSlip.distance(a, b));
        assertEquals(expected, OneSlip.distance(b, a));
    }

    @Test
    void numbersTellServersApart() {
        assertFalse(OneSlip.inLetters("smtp2.example.org", "smtp.example.org"));
        assertTrue(OneSlip.inLetters("smtp.office356.com", "smtp.office365.com"));
    }

    @Test
    void shortNamesDifferByALetterAnyway() {
        assertFalse(OneSlip.inLetters("mx.abc.net", "mx.abd.net"));
        assertTrue(OneSlip.inLetters("mx.acb.net", "mx.abc.net"));
    }

    @Test
    void anotherEnding() {
        assertTrue(OneSlip.inEnding("smtp.example.de", "smtp.example.com"));
        assertFalse(OneSlip.inEnding("smtp.gmx.de", "smtp.gmx.com"));
        assertFalse(OneSlip.inEnding("smtp.example.com", "smtp.example.com"));
    }
}
