package org.mailmedic.monitor;

import java.time.Duration;

/// How long a watch rests between rounds: at first briefly, then longer and longer, since whatever has not been mended in a minute will
/// not be mended in the next second.
///
/// @param first   after the first round
/// @param growth  each pause is this many times the one before, at least 1
/// @param longest no pause is longer
public record Pauses(Duration first, double growth, Duration longest) {
    public Pauses {
        if (first.isNegative() || first.isZero() || !(growth >= 1) || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses take some time and do not shrink");
        }
    }

    /// 15 seconds, half as much again each time, 5 minutes at most: about 20 rounds in the first hour.
    public static Pauses polite() {
        return new Pauses(Duration.ofSeconds(15), 1.5, Duration.ofMinutes(5));
    }

    /// Always the same.
    public static Pauses of(Duration each) {
        return new Pauses(each, 1, each);
    }

    /// @param round the round that ended, counted from 1
    public Duration after(int round) {
        double ms = first.toMillis() * Math.pow(growth, round - 1.0);
        return ms < longest.toMillis() ? Duration.ofMillis(Math.round(ms)) : longest;
    }
}
