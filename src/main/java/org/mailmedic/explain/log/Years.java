package org.mailmedic.explain.log;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;

/// Finds out in which year the lines of a log without years were written, so that none lies in the future.
///
/// While the log is read its years are only counted (a log goes from December to January, never back by half a year);
/// which one the last of them is can be told afterwards. Every counted year has 366 days, so that a 29 February has its place.
final class Years {
    private static final long DAY = 86_400;
    private static final int HALF = 183;
    private static final int[] BEFORE = {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335};
    private static final int LEAP_DAY = 59;
    /// Whole days, so that hours begin where they do.
    private static final long ZERO = -12_800_000L * DAY;

    private final LocalDateTime latest;
    private int count;
    private int lastDay = -1;
    private int lastSecond;
    private int leapYear = -1;
    private long known = Stamp.NONE;

    /// @param now by the clock of this computer; a day more is allowed for, since the log may come from another time zone
    Years(LocalDateTime now) {
        latest = now.plusDays(1);
    }

    /// A line with a year was read: later ones without one are near to it.
    void know(long stamp) {
        known = stamp;
    }

    /// @param month  1 to 12
    /// @param day    1 to 31
    /// @param second of the day
    long stamp(int month, int day, int second) {
        if (known != Stamp.NONE) {
            return Stamp.of(nearest(month, day) * DAY + second);
        }
        int ofYear = BEFORE[month - 1] + day - 1;
        int year = count;
        if (lastDay >= 0 && ofYear - lastDay < -HALF) {
            year = ++count;
        } else if (lastDay >= 0 && ofYear - lastDay > HALF && count > 0) {
            return Stamp.of(ZERO + ((count - 1) * 366L + ofYear) * DAY + second);
        }
        if (ofYear == LEAP_DAY) {
            leapYear = year;
        }
        lastDay = ofYear;
        lastSecond = second;
        return Stamp.of(ZERO + (year * 366L + ofYear) * DAY + second);
    }

    /// A stamp that stands alone, such as one in a queue listing: the latest day of that name that is not to come.
    long past(int month, int day, int second) {
        int year = latest.getYear();
        long stamp = Stamp.days(year, month, day) * DAY + second;
        boolean ahead = LocalDateTime.ofEpochSecond(stamp, 0, ZoneOffset.UTC).isAfter(latest);
        return Stamp.of(ahead ? Stamp.days(year - 1, month, day) * DAY + second : stamp);
    }

    private long nearest(int month, int day) {
        long around = Math.floorDiv(Stamp.seconds(known), DAY);
        int year = LocalDate.ofEpochDay(around).getYear();
        long best = Stamp.days(year, month, day);
        for (int other = year - 1; other <= year + 1; other += 2) {
            long days = Stamp.days(other, month, day);
            best = Math.abs(days - around) < Math.abs(best - around) ? days : best;
        }
        return best;
    }

    /// The moment, by the best that is known now.
    LogTime time(long stamp) {
        long seconds = Stamp.seconds(stamp);
        if (seconds >= Stamp.WITHOUT_YEAR) {
            Optional<ZoneOffset> offset = Stamp.hasOffset(stamp)
                    ? Optional.of(ZoneOffset.ofTotalSeconds(60 * Math.clamp(Stamp.offsetMinutes(stamp), -1080, 1080))) : Optional.empty();
            return new LogTime(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC), offset);
        }
        long since = seconds - ZERO;
        int ofYear = (int) (since / DAY % 366);
        int year = yearOf((int) (since / DAY / 366));
        return new LogTime(date(year, ofYear).atTime(0, 0).plusSeconds(since % DAY), Optional.empty());
    }

    /// Of the years that put the last line at most to now, the latest; where there was a 29 February, one that has it.
    private int yearOf(int counted) {
        int last = latest.getYear();
        if (lastDay >= 0 && date(last, lastDay).atTime(0, 0).plusSeconds(lastSecond).isAfter(latest)) {
            last--;
        }
        while (leapYear >= 0 && !Year.isLeap(last - count + leapYear)) {
            last--;
        }
        return last - count + counted;
    }

    private static LocalDate date(int year, int ofYear) {
        return Year.isLeap(year) ? LocalDate.ofYearDay(year, ofYear + 1)
                : LocalDate.ofYearDay(year, ofYear < LEAP_DAY ? ofYear + 1 : Math.max(ofYear, LEAP_DAY + 1));
    }
}
