package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FaultTextTest {
    private static final Instant WHEN = Instant.parse("2026-11-20T13:02:00Z");

    @Test
    void kindAndPlaceAreToldAndNoMessage() {
        String text = FaultText.of(new IllegalStateException("hunter2", new NullPointerException("hunter2 too")), WHEN);
        assertTrue(text.contains("\njava.lang.IllegalStateException\n    at org.mailmedic"), text);
        assertTrue(text.contains("\ncaused by java.lang.NullPointerException\n"), text);
        assertTrue(text.contains("when: 2026-11-20T13:02:00Z"), text);
        assertFalse(text.contains("hunter2"), text);
    }

    @Test
    void faultsThatCauseEachOtherEnd() {
        var one = new IllegalStateException();
        var other = new IllegalStateException(one);
        one.initCause(other);
        assertTrue(FaultText.of(one, WHEN).length() < 100_000);
    }
}
