package org.mailmedic.net.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/// The moment by which a step as a whole must be done, on a monotonic clock. It does not start again with every byte.
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long atNanos;

    private Deadline(LongSupplier nanoTime, long atNanos) {
        this.nanoTime = nanoTime;
        this.atNanos = atNanos;
    }

    public static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos());
    }

    /// The nearer of this and `time` from now.
    public Deadline orIn(Duration time) {
        long other = nanoTime.getAsLong() + time.toNanos();
        return new Deadline(nanoTime, other - atNanos < 0 ? other : atNanos);
    }

    /// `time` later than this one.
    public Deadline plus(Duration time) {
        return new Deadline(nanoTime, atNanos + time.toNanos());
    }

    public boolean passed() {
        return atNanos - nanoTime.getAsLong() <= 0;
    }

    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, atNanos - nanoTime.getAsLong()));
    }

    /// Remaining whole milliseconds, at least 1, for system calls that take 0 for "for ever".
    ///
    /// @throws SocketTimeoutException when it has passed
    public int millisOrThrow() throws IOException {
        long nanos = atNanos - nanoTime.getAsLong();
        if (nanos <= 0) {
            throw new SocketTimeoutException("the deadline of this step has passed");
        }
        return (int) Math.min(Integer.MAX_VALUE, (nanos + 999_999) / 1_000_000);
    }
}
