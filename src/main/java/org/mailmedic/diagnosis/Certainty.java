package org.mailmedic.diagnosis;

import java.util.Locale;

/// How sure an answer is, as people are told.
public enum Certainty {
    POSSIBLE(0), LIKELY(0.6), SURE(0.9);

    private final double from;

    Certainty(double from) {
        this.from = from;
    }

    /// @param confidence 0 to 1, see [Finding]
    public static Certainty of(double confidence) {
        return SURE.reachedBy(confidence) ? SURE : LIKELY.reachedBy(confidence) ? LIKELY : POSSIBLE;
    }

    /// Whether it is at least so sure.
    public boolean reachedBy(double confidence) {
        return confidence >= from;
    }

    /// `sure`, `likely` or `possible`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
