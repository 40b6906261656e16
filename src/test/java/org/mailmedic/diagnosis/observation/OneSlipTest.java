package org.mailmedic.diagnosis.observation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class OneSlipTest {
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
}
