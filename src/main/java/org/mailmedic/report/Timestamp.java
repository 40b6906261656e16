package org.mailmedic.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Moments as the report writes them: UTC, always with three decimals (RFC 3339 §5.6).
public final class Timestamp {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");

    private Timestamp() {}

    /// Whether the year has four digits (RFC 3339 §5.6). Nothing else fits into the formats in which a report is written and listed.
    public static boolean plausible(Instant moment) {
        return !moment.isBefore(EARLIEST) && moment.isBefore(TOO_LATE);
    }

    public static String of(Instant moment) {
        // Instant leaves zeros out; with one nanosecond-digit group fixed the form is the same for all.
        String text = moment.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.contains(".") ? text : text.substring(0, text.length() - 1) + ".000Z";
    }
}
