package org.mailmedic.explain.log;

import java.util.Arrays;

/// Counts delays so that quantiles can be told in little memory: to the hundredth below 100 seconds, which is what Postfix prints, and
/// to a half per cent above.
final class Delays {
    private static final int FINE = 10_000;
    private static final double STEP = Math.log(1.005);
    /// A year; nothing waits longer.
    private static final double LONGEST = 31_536_000;
    private static final int SIZE = FINE + 1 + (int) (Math.log(LONGEST / 100) / STEP) + 1;

    private int[] counts = new int[64];
    private long total;
    private double sum;

    /// @param seconds below 0 is not counted
    void add(double seconds) {
        if (!(seconds >= 0)) {
            return;
        }
        int bin = bin(Math.min(seconds, LONGEST));
        if (bin >= counts.length) {
            counts = Arrays.copyOf(counts, Math.min(SIZE, Math.max(bin + 1, counts.length * 2)));
        }
        counts[bin]++;
        total++;
        sum += seconds;
    }

    long total() {
        return total;
    }

    double sum() {
        return sum;
    }

    /// The delay below which a share of all lie, in seconds; -1 when there are none.
    double quantile(double share) {
        long rank = Math.min(total - 1, (long) (total * share));
        for (int i = 0; i < counts.length && total > 0; i++) {
            rank -= counts[i];
            if (rank < 0) {
                return value(i);
            }
        }
        return -1;
    }

    /// How many took at most so many seconds.
    long atMost(double seconds) {
        int last = Math.min(counts.length - 1, bin(Math.min(seconds, LONGEST)));
        long count = 0;
        for (int i = 0; i <= last; i++) {
            count += counts[i];
        }
        return count;
    }

    private static int bin(double seconds) {
        return seconds < 100 ? (int) Math.round(seconds * 100) : FINE + 1 + (int) (Math.log(seconds / 100) / STEP + 1e-9);
    }

    private static double value(int bin) {
        if (bin <= FINE) {
            return bin / 100.0;
        }
        double low = 100 * Math.exp((bin - FINE - 1) * STEP);
        return Math.rint(low * (1 + STEP / 2));
    }
}
