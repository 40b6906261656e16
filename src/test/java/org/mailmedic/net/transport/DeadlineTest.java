package org.mailmedic.net.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeadlineTest {
    /// Near the end of the range, since the clock's zero is anywhere (System#nanoTime).
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 500_000_000);

    @Test
    void comesNearerWithTimeAndPasses() throws IOException {
        Deadline deadline = Deadline.in(Duration.ofSeconds(2), clock::get);
        assertEquals(2000, deadline.millisOrThrow());
        clock.addAndGet(1_500_000_000);
        assertEquals(500, deadline.millisOrThrow(), "also across the clock's overflow");
        assertEquals(Duration.ofMillis(500), deadline.remaining());
        assertFalse(deadline.passed());
        clock.addAndGet(500_000_000);
        assertTrue(deadline.passed());
        assertEquals(Duration.ZERO, deadline.remaining());
        assertThrows(SocketTimeoutException.class, deadline::millisOrThrow);
        clock.addAndGet(10_000_000_000L);
        assertEquals(Duration.ZERO, deadline.remaining());
        assertTrue(deadline.passed());
    }

    /// A system call takes 0 for "for ever".
    @ParameterizedTest
    @ValueSource(longs = {1, 999_999, 1_000_000})
    void neverSaysZero(long nanos) throws IOException {
        assertEquals(1, Deadline.in(Duration.ofNanos(nanos), clock::get).millisOrThrow());
    }

    @Test
    void roundsUp() throws IOException {
        assertEquals(2, Deadline.in(Duration.ofNanos(1_000_001), clock::get).millisOrThrow());
        assertEquals(Integer.MAX_VALUE, Deadline.in(Duration.ofDays(100), clock::get).millisOrThrow());
    }

    @Test
    void theNearerOfTwo() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(2), clock::get);
        assertEquals(Duration.ofSeconds(1), deadline.orIn(Duration.ofSeconds(1)).remaining());
        assertEquals(Duration.ofSeconds(2), deadline.orIn(Duration.ofSeconds(3)).remaining());
        clock.addAndGet(1_500_000_000);
        assertEquals(Duration.ofMillis(500), deadline.orIn(Duration.ofSeconds(1)).remaining());
        assertEquals(Duration.ofMillis(800), deadline.plus(Duration.ofMillis(300)).remaining());
    }
}
