package org.mailmedic.explain.log;

import org.jspecify.annotations.Nullable;
import org.mailmedic.diagnosis.Code;

/// How much mail went to one provider within a minute, and how much it was just before the provider slowed the sender down.
final class SpeedWatch {
    /// Minutes before a refusal that may have brought it about.
    private static final int BEFORE = 10;

    private final long[] minutes = new long[BEFORE];
    private final int[] counts = new int[BEFORE];
    private long slowed;
    private long fullest;
    private long fullestMinute;

    /// @param cause null when it was sent
    void tried(long stamp, @Nullable Cause cause) {
        long minute = Math.floorDiv(Stamp.seconds(stamp), 60L);
        int slot = (int) Math.floorMod(minute, (long) BEFORE);
        if (minutes[slot] != minute) {
            minutes[slot] = minute;
            counts[slot] = 0;
        }
        counts[slot]++;
        if (cause != null && (cause.code() == Code.SEND_RATE_LIMITED || cause.code() == Code.SMTP_OVERLOADED)) {
            slowed++;
            for (int i = 0; i < BEFORE; i++) {
                if (minute - minutes[i] < BEFORE && counts[i] > fullest) {
                    fullest = counts[i];
                    fullestMinute = minutes[i];
                }
            }
        }
    }

    long slowed() {
        return slowed;
    }

    long fullest() {
        return fullest;
    }

    /// When the fullest minute began, as a stamp.
    long at() {
        return Stamp.of(fullestMinute * 60);
    }
}
