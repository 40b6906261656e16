package org.mailmedic.monitor;

import java.time.Duration;

/// When a watch ends: as soon as one of these has come true.
///
/// @param healthy nothing stops mail any more
/// @param change  the outcome or its cause is another one than before
/// @param atMost  this time is up; a round that has begun is finished
public record Until(boolean healthy, boolean change, Duration atMost) {
    /// Nobody waits for longer without looking; a forgotten watch shall not go on for ever.
    public static final Duration A_DAY = Duration.ofDays(1);

    public static Until itWorks() {
        return new Until(true, false, A_DAY);
    }

    public static Until itChanges() {
        return new Until(false, true, A_DAY);
    }
}
