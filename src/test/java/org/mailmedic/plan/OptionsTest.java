package org.mailmedic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {
    @ParameterizedTest
    @ValueSource(longs = {100, 2_500, 300_000})
    void timeoutsWithinTheContract(long millis) {
        assertEquals(Duration.ofMillis(millis), Options.usual().withTimeout(Duration.ofMillis(millis)).timeout());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 99, 300_001})
    void noOthers(long millis) {
        assertThrows(IllegalArgumentException.class, () -> Options.usual().withTimeout(Duration.ofMillis(millis)));
    }
}
