package org.mailmedic.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Moments as the report writes them: UTC, always with three decimals (RFC 3339 §5.6).
public final class Timestamp {
    private Timestamp() {}

    public static String of(Instant moment) {
        // Instant leaves zeros out; with one nanosecond-digit group fixed the form is the same for all.
        String text = moment.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.contains(".") ? text : text.substring(0, text.length() - 1) + ".000Z";
    }
}
