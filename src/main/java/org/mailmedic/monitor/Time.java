package org.mailmedic.monitor;

import java.time.Duration;
import java.time.Instant;

/// Time as a watch needs it; a test has its own.
public interface Time {
    /// By this computer's wall clock, to be told to a person. It may be set while the watch goes on.
    Instant now();

    /// Nanoseconds since some moment, by a clock that nobody sets.
    long nanos();

    void rest(Duration pause) throws InterruptedException;

    /// The real one.
    static Time system() {
        return new Time() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void rest(Duration pause) throws InterruptedException {
                Thread.sleep(pause);
            }
        };
    }
}
