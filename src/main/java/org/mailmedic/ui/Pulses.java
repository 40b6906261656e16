package org.mailmedic.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long the JavaFX thread was busy at a stretch, each time. Not thread-safe: it belongs to that thread.
final class Pulses {
    private static final double NANOS_PER_MS = 1e6;
    private static final int MOST = 1_000_000;
    private final List<Double> ms = new ArrayList<>();

    void add(long nanos) {
        if (ms.size() < MOST) {
            ms.add(nanos / NANOS_PER_MS);
        }
    }

    int count() {
        return ms.size();
    }

    /// How many took longer.
    long above(double limitMs) {
        return ms.stream().filter(each -> each > limitMs).count();
    }

    /// The value that `share` of them do not exceed (nearest rank); zero when there are none.
    ///
    /// @param share above 0, at most 1
    double percentile(double share) {
        List<Double> sorted = ms.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /// The distribution in one line.
    @Override
    public String toString() {
        return String.format(Locale.ROOT,
                "%d stretches, ms: median %.2f, 90 %% %.2f, 99 %% %.2f, longest %.2f; above 16 ms: %d, above 50 ms: %d",
                count(), percentile(0.5), percentile(0.9), percentile(0.99), percentile(1), above(16), above(50));
    }
}
