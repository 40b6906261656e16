package org.mailmedic.explain.log;

/// A time stamp in one number: seconds of the log's own clock since 1970, and the offset from UTC where the log has one.
///
/// A stamp without a year lies before [#WITHOUT_YEAR] until [Years] knows which year it was.
final class Stamp {
    static final long NONE = Long.MIN_VALUE;
    /// Seconds below this count the days of a leap year of unknown number.
    static final long WITHOUT_YEAR = -(1L << 39);

    private static final int NO_OFFSET = 0;
    private static final int ZERO_OFFSET = 2048;

    private Stamp() {}

    static long of(long seconds) {
        return seconds << 12 | NO_OFFSET;
    }

    /// @param minutes of the offset from UTC
    static long of(long seconds, int minutes) {
        return seconds << 12 | ZERO_OFFSET + minutes;
    }

    static long seconds(long stamp) {
        return stamp >> 12;
    }

    static boolean hasOffset(long stamp) {
        return (stamp & 4095) != NO_OFFSET;
    }

    static int offsetMinutes(long stamp) {
        return (int) (stamp & 4095) - ZERO_OFFSET;
    }

    /// Seconds from one stamp to another; by UTC where both have an offset.
    static long between(long earlier, long later) {
        long by = seconds(later) - seconds(earlier);
        return hasOffset(earlier) && hasOffset(later) ? by - 60L * (offsetMinutes(later) - offsetMinutes(earlier)) : by;
    }

    static long hour(long stamp) {
        long seconds = seconds(stamp);
        return seconds - Math.floorMod(seconds, 3600L) << 12 | stamp & 4095;
    }

    /// Days since 1970-01-01 in the Gregorian calendar.
    static long days(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int ofEra = y - era * 400;
        int ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int days = ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear;
        return era * 146097L + days - 719468;
    }
}
