package org.mailmedic.net.transport;

import java.time.Duration;

/// Parts and multiples of a time. `Duration` counts them in decimals of any length, whose tables cost a cold start more than to look up a
/// name and to connect.
public final class Share {
    private Share() {}

    /// `parts` of the `of` that `whole` is divided into; the whole times the parts is below 292 years.
    public static Duration of(Duration whole, long parts, long of) {
        return Duration.ofNanos(Math.multiplyExact(whole.toNanos(), parts) / of);
    }
}
