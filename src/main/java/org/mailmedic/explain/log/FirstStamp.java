package org.mailmedic.explain.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// When a log begins, to put rotated ones in order.
final class FirstStamp {
    private static final int LINES = 200;
    private static final long BYTES = 4 * 1024 * 1024;

    private FirstStamp() {}

    /// Seconds by the log's own clock; for a log without a year, of the latest such day that is not to come. The largest number
    /// when no line at the begin has a time.
    static long of(LogReader.Source log, LocalDateTime now) throws IOException {
        long[] found = {Long.MAX_VALUE};
        int[] left = {LINES};
        try (InputStream in = new BufferedInputStream(log.open(), 64 * 1024); Unpacked plain = Unpacked.of(in, BYTES)) {
            Line line = new Line();
            LineFeed.read(plain, (bytes, from, to) -> {
                // a fresh book of years for each line: only the day's name counts here
                var years = new Years(now);
                var heading = new Heading(years);
                if (from < to && heading.read(line.over(bytes, from, to))) {
                    found[0] = years.time(heading.stamp).at().toEpochSecond(ZoneOffset.UTC);
                }
                return found[0] == Long.MAX_VALUE && --left[0] > 0;
            });
        }
        return found[0];
    }
}
