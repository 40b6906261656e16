package org.mailmedic.net.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShareTest {
    @ParameterizedTest
    @CsvSource({"PT3S, 1, 2, PT1.5S", "PT10S, 3, 5, PT6S", "PT0.000000007S, 1, 2, PT0.000000003S", "PT20S, 12, 1, PT4M", "PT0S, 5, 3, PT0S",
        "PT-4S, 1, 4, PT-1S"})
    void isWhatItSays(Duration whole, long parts, long of, Duration share) {
        assertEquals(share, Share.of(whole, parts, of));
    }

    @Test
    void whatIsTooLongIsNoOtherTime() {
        assertThrows(ArithmeticException.class, () -> Share.of(Duration.ofDays(100_000), 2, 1));
    }
}
