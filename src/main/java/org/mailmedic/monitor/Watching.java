package org.mailmedic.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.report.Report;

/// What happens during a watch, in the order in which it happens, one event at a time on the watch's thread.
public sealed interface Watching {
    /// @param round counted from 1
    record RoundBegan(int round, Instant at) implements Watching {}

    /// @param at when the round began
    record RoundEnded(int round, Instant at, Report report) implements Watching {}

    /// It is not as it was. Comes after the round that showed it.
    ///
    /// @param at when the round began that was the first to see it
    record Changed(Instant at, Report before, Report now) implements Watching {}

    /// The watch rests.
    ///
    /// @param at when the next round begins
    record NextRound(int round, Instant at, Duration pause) implements Watching {}

    /// The last event.
    ///
    /// @param last of the rounds that ended; empty when none did
    record Stopped(Reason because, Optional<Report> last) implements Watching {}

    /// Why a watch ended. Its sentences are `stopped.<id>` in `text/watch.properties`.
    enum Reason {
        HEALTHY, CHANGED, TIME_UP,
        /// Signing in again could lock the account.
        SIGN_IN_REFUSED,
        /// Somebody stopped it.
        CANCELLED,
        /// Our own fault.
        BROKE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
