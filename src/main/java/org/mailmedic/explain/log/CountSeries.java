package org.mailmedic.explain.log;

import java.util.Arrays;

/// Counts by the hour, in the order of the hours. An hour that comes late is added to the last one.
final class CountSeries {
    private static final int MOST = 20_000;

    private long[] hours = new long[4];
    private int[] counts = new int[4];
    private int size;

    void add(long stamp) {
        long hour = Math.floorDiv(Stamp.seconds(stamp), 3600L);
        if (size > 0 && (hour <= hours[size - 1] || size == MOST)) {
            counts[size - 1]++;
            return;
        }
        if (size == hours.length) {
            hours = Arrays.copyOf(hours, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        hours[size] = hour;
        counts[size++] = 1;
    }

    int size() {
        return size;
    }

    long hour(int index) {
        return hours[index];
    }

    int count(int index) {
        return counts[index];
    }
}
