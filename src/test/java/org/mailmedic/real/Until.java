package org.mailmedic.real;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something that happens in another process, which can only be asked again and again.
public final class Until {
    private Until() {}

    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    public static void isTrue(String what, BooleanSupplier condition) {
        isTrue(what, USUAL, condition);
    }

    public static void isTrue(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so after " + limit + ": " + what);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
