package org.mailmedic.explain.log;

/// What stands before a log's message: the time, who wrote it, and under which process number.
///
/// Knows syslog (RFC 3164 and 5424, with ISO times too), `journalctl` in its short forms, Exim's and Exchange's own dates, and what
/// Docker and Kubernetes put before each line. Reused from line to line.
final class Heading {
    private static final byte[] STDOUT = Line.bytes("stdout ");
    private static final byte[] STDERR = Line.bytes("stderr ");
    private static final byte[] BAR = Line.bytes(" | ");
    private static final int DEEPEST = 3;
    private static final int LONGEST_TAG = 64;
    private static final long DATE = Word.of("Mmm dd ").mask;
    private static final int WITH_CLOCK = 16;
    private static final boolean[] ENDS_NAME = new boolean[256];

    static {
        for (char each : new char[]{' ', ':', '['}) {
            ENDS_NAME[each] = true;
        }
    }

    private final Years years;
    long stamp;
    /// Whether the date is followed by a blank and the message itself, as Exim does.
    boolean bare;
    int tagFrom;
    int tagTo;
    int pid;
    int message;

    /// The date that was read last in the form without a year, with the blank behind it.
    private long date = -1;
    private int month;
    private int day;
    private long dayKey = -1;
    private long dayNumber;

    Heading(Years years) {
        this.years = years;
    }

    /// Reads the heading; false when the line has no time stamp that is known.
    boolean read(Line line) {
        stamp = Stamp.NONE;
        bare = false;
        tagFrom = 0;
        tagTo = 0;
        pid = 0;
        message = line.from;
        if (line.from + WITH_CLOCK <= line.to && ((long) Line.EIGHTS.get(line.bytes, line.from) & DATE) == date) {
            return clocked(line, line.from + 7);
        }
        return read(line, line.from, 0);
    }

    /// Reads `tag[pid]: message` that came with a time of its own.
    boolean readTagged(Line line, long when) {
        stamp = when;
        bare = false;
        tagFrom = 0;
        tagTo = 0;
        pid = 0;
        return tag(line, line.from, false);
    }

    private boolean read(Line line, int start, int depth) {
        int i = start;
        if (depth > DEEPEST) {
            return false;
        }
        int first = line.at(i);
        if (first == '<' && depth == 0) {
            int end = i + 1;
            while (Line.digit(line.at(end)) && end - i < 5) {
                end++;
            }
            if (line.at(end) != '>') {
                return false;
            }
            i = end + 1;
            if (line.at(i) == '1' && line.at(i + 1) == ' ') {
                return rfc5424(line, i + 2);
            }
            first = line.at(i);
        }
        if (Line.digit(first)) {
            return dated(line, i, depth);
        }
        int named = line.at(i + 3) == ' ' ? month(line, i) : 0;
        if (named > 0) {
            return yearless(line, i, named);
        }
        if (weekday(line, i)) {
            return dated(line, i + 4, depth);
        }
        int bar = depth == 0 ? line.find(BAR, i, Math.min(line.to, i + LONGEST_TAG)) : -1;
        return bar > 0 && read(line, bar + 3, depth + 1);
    }

    /// `Mar  2 00:05:14 host tag[pid]: message`.
    private boolean yearless(Line line, int start, int named) {
        int tens = line.at(start + 4);
        int ones = line.at(start + 5);
        int number = (tens == ' ' ? 0 : tens - '0') * 10 + ones - '0';
        if (number < 1 || number > 31 || !Line.digit(ones) || tens != ' ' && !Line.digit(tens) || line.at(start + 6) != ' ') {
            return false;
        }
        month = named;
        day = number;
        date = start + WITH_CLOCK <= line.to ? (long) Line.EIGHTS.get(line.bytes, start) & DATE : -1;
        return clocked(line, start + 7);
    }

    /// The time of day, and what stands behind it, of the date that was read.
    private boolean clocked(Line line, int clock) {
        int second = clock(line, clock);
        if (second < 0) {
            return false;
        }
        int i = clock + 8;
        while (line.at(i) == '.' || Line.digit(line.at(i))) {
            i++;
        }
        if (line.at(i) != ' ') {
            return false;
        }
        if (stamp == Stamp.NONE) {
            stamp = years.stamp(month, day, second);
        }
        return tag(line, i + 1, true);
    }

    /// `2026-03-02T00:05:14.123+01:00 …`, or with a blank in place of the T.
    private boolean dated(Line line, int start, int depth) {
        if (start + 19 > line.to || line.at(start + 4) != '-' || line.at(start + 7) != '-'
                || line.at(start + 10) != 'T' && line.at(start + 10) != ' ') {
            return false;
        }
        int second = clock(line, start + 11);
        int year = line.number(start, start + 4);
        int month = line.number(start + 5, start + 7);
        int day = line.number(start + 8, start + 10);
        if (second < 0 || year < 1970 || month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        int i = start + 19;
        if (line.at(i) == '.' || line.at(i) == ',') {
            i++;
            while (Line.digit(line.at(i))) {
                i++;
            }
        }
        boolean blank = line.at(start + 10) == ' ';
        if (blank && line.at(i) == ' ' && (line.at(i + 1) == '+' || line.at(i + 1) == '-') && Line.digit(line.at(i + 2))) {
            i++;
        }
        int zone = zone(line, i);
        long seconds = days(year, month, day) * 86_400 + second;
        if (stamp == Stamp.NONE) {
            stamp = zone == NO_ZONE ? Stamp.of(seconds) : Stamp.of(seconds, zone);
            years.know(stamp);
        }
        i += zoneLength(line, i);
        message = i;
        if (line.at(i) != ' ') {
            return i >= line.to || line.at(i) == ',';
        }
        i++;
        message = i;
        if (blank && !weekday(line, start - 4)) {
            bare = true;
            return true;
        }
        if (blank) {
            i = line.until(' ', i, line.to) + 1;
        }
        if (line.has(i, STDOUT) || line.has(i, STDERR)) {
            i += 9;
        }
        if (Line.digit(line.at(i)) || month(line, i) > 0 && line.at(i + 3) == ' ') {
            if (read(line, i, depth + 1)) {
                return true;
            }
        }
        return tag(line, i, true);
    }

    private boolean rfc5424(Line line, int start) {
        int space = line.until(' ', start, line.to);
        if (!dated(line, start, DEEPEST) || space >= line.to) {
            return false;
        }
        int host = line.until(' ', space + 1, line.to);
        int app = line.until(' ', host + 1, line.to);
        int process = line.until(' ', app + 1, line.to);
        int id = line.until(' ', process + 1, line.to);
        if (id >= line.to) {
            return false;
        }
        tagFrom = host + 1;
        tagTo = app;
        pid = Math.max(0, line.number(app + 1, process));
        int i = id + 1;
        if (line.at(i) == '-') {
            i += 2;
        } else if (line.at(i) == '[') {
            int end = line.find(Line.bytes("] "), i);
            i = end < 0 ? line.to : end + 2;
        }
        message = Math.min(i, line.to);
        return true;
    }

    /// `host tag[pid]: message`, or without the host.
    private boolean tag(Line line, int start, boolean mayBeHost) {
        byte[] bytes = line.bytes;
        int end = Math.min(line.to, start + 2 * LONGEST_TAG);
        int i = start;
        while (i < end && !ENDS_NAME[bytes[i] & 0xff]) {
            i++;
        }
        int bracket = i < end && bytes[i] == '[' ? i : -1;
        while (i < end && bytes[i] != ' ' && bytes[i] != ':') {
            i++;
        }
        if (i < end && bytes[i] == ' ' && mayBeHost) {
            return tag(line, i + 1, false);
        }
        if (i >= end || bytes[i] != ':' || i + 1 < line.to && bytes[i + 1] != ' ') {
            message = start;
            return true;
        }
        tagFrom = start;
        tagTo = bracket < 0 ? i : bracket;
        pid = bracket < 0 ? 0 : Math.max(0, line.number(bracket + 1, i - 1));
        message = Math.min(i + 2, line.to);
        return true;
    }

    private static final int NO_ZONE = Integer.MIN_VALUE;

    private static int zone(Line line, int i) {
        int sign = line.at(i);
        if (sign == 'Z') {
            return 0;
        }
        if (sign != '+' && sign != '-' || zoneLength(line, i) == 0) {
            return NO_ZONE;
        }
        int minutesAt = line.at(i + 3) == ':' ? i + 4 : i + 3;
        int minutes = line.number(i + 1, i + 3) * 60 + line.number(minutesAt, minutesAt + 2);
        return minutes > 18 * 60 ? NO_ZONE : sign == '-' ? -minutes : minutes;
    }

    private static int zoneLength(Line line, int i) {
        if (line.at(i) == 'Z') {
            return 1;
        }
        if (line.at(i) != '+' && line.at(i) != '-') {
            return 0;
        }
        boolean hours = Line.digit(line.at(i + 1)) && Line.digit(line.at(i + 2));
        int rest = line.at(i + 3) == ':' ? 4 : 3;
        return hours && Line.digit(line.at(i + rest)) && Line.digit(line.at(i + rest + 1)) ? rest + 2 : 0;
    }

    private long days(int year, int month, int day) {
        long key = year * 1000L + month * 50L + day;
        if (key != dayKey) {
            dayKey = key;
            dayNumber = Stamp.days(year, month, day);
        }
        return dayNumber;
    }

    /// `hh:mm:ss` as seconds of the day, or -1.
    private static int clock(Line line, int i) {
        byte[] bytes = line.bytes;
        if (i + 8 > line.to || bytes[i + 2] != ':' || bytes[i + 5] != ':') {
            return -1;
        }
        int hour = two(bytes, i);
        int minute = two(bytes, i + 3);
        int second = two(bytes, i + 6);
        return hour > 23 || minute > 59 || second > 60 ? -1 : hour * 3600 + minute * 60 + Math.min(second, 59);
    }

    /// Two digits, or a number beyond any clock.
    private static int two(byte[] bytes, int i) {
        int tens = bytes[i] - '0';
        int ones = bytes[i + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? 100 : tens * 10 + ones;
    }

    private static int month(Line line, int i) {
        return switch (line.at(i) << 16 | line.at(i + 1) << 8 | line.at(i + 2)) {
            case 'J' << 16 | 'a' << 8 | 'n' -> 1;
            case 'F' << 16 | 'e' << 8 | 'b' -> 2;
            case 'M' << 16 | 'a' << 8 | 'r' -> 3;
            case 'A' << 16 | 'p' << 8 | 'r' -> 4;
            case 'M' << 16 | 'a' << 8 | 'y' -> 5;
            case 'J' << 16 | 'u' << 8 | 'n' -> 6;
            case 'J' << 16 | 'u' << 8 | 'l' -> 7;
            case 'A' << 16 | 'u' << 8 | 'g' -> 8;
            case 'S' << 16 | 'e' << 8 | 'p' -> 9;
            case 'O' << 16 | 'c' << 8 | 't' -> 10;
            case 'N' << 16 | 'o' << 8 | 'v' -> 11;
            case 'D' << 16 | 'e' << 8 | 'c' -> 12;
            default -> 0;
        };
    }

    private static boolean weekday(Line line, int i) {
        return line.at(i + 3) == ' ' && switch (line.at(i) << 16 | line.at(i + 1) << 8 | line.at(i + 2)) {
            case 'M' << 16 | 'o' << 8 | 'n', 'T' << 16 | 'u' << 8 | 'e', 'W' << 16 | 'e' << 8 | 'd', 'T' << 16 | 'h' << 8 | 'u',
                    'F' << 16 | 'r' << 8 | 'i', 'S' << 16 | 'a' << 8 | 't', 'S' << 16 | 'u' << 8 | 'n' -> true;
            default -> false;
        };
    }
}
