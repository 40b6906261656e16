package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PulsesTest {
    private final AtomicLong clock = new AtomicLong();
    private final List<String> log = new ArrayList<>();
    private final PulseLog pulseLog = new PulseLog(clock::get, log::add);

    private static Pulses of(long... ms) {
        var pulses = new Pulses();
        for (long each : ms) {
            pulses.add(each * 1_000_000);
        }
        return pulses;
    }

    @Test
    void theDistributionIsByNearestRank() {
        Pulses pulses = of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100);
        assertEquals(5, pulses.percentile(0.5));
        assertEquals(9, pulses.percentile(0.9));
        assertEquals(100, pulses.percentile(0.99));
        assertEquals(1, pulses.above(16));
        assertEquals(0, of().percentile(0.5));
        assertEquals("10 stretches, ms: median 5.00, 90 % 9.00, 99 % 100.00, longest 100.00; above 16 ms: 1, above 50 ms: 1",
                pulses.toString());
    }

    @Test
    void longWorkIsLoggedWithWhoHandedItOver() {
        pulseLog.stretch(() -> {
            pulseLog.next(() -> { });
            pulseLog.next(() -> { });
            clock.addAndGet(17_000_000);
        });
        assertEquals(List.of("busy for 17.0 ms: work handed over by {PulsesTest=2}"), log);
    }

    @Test
    void shortWorkIsOnlyCounted() {
        pulseLog.stretch(() -> clock.addAndGet(15_000_000));
        assertTrue(log.isEmpty());
        assertEquals(1, pulseLog.pulses().count());
    }

    @Test
    void workThatThrowsIsCountedToo() {
        assertThrows(IllegalStateException.class, () -> pulseLog.stretch(() -> {
            clock.addAndGet(20_000_000);
            throw new IllegalStateException();
        }));
        assertEquals(1, log.size());
    }
}
