package org.mailmedic.diagnosis.observation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.Security;

/// How measured values are written down as facts.
public final class FactText {
    private static final int LONGEST_QUOTE = 600;
    private static final double MS_PER_SECOND = 1000;

    private FactText() {}

    /// The server's own words on one line, without control characters, cut when it talks too much.
    public static String quote(Reply reply) {
        return oneLine(reply.full());
    }

    public static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    public static String seconds(double milliseconds) {
        return String.format(Locale.ROOT, "%.1f", milliseconds / MS_PER_SECOND);
    }

    /// The time-out that a program needs where a step took so long: twice that, in whole seconds.
    public static long timeoutFor(double milliseconds) {
        return (long) Math.ceil(2 * milliseconds / MS_PER_SECOND);
    }

    /// The waited budget in whole seconds, or with a decimal below ten.
    public static String budget(double milliseconds) {
        double seconds = milliseconds / MS_PER_SECOND;
        return seconds >= 10 ? Long.toString(Math.round(seconds)) : seconds(milliseconds).replaceFirst("\\.0$", "");
    }

    public static String date(Date date) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(Instant.ofEpochMilli(date.getTime()).atOffset(ZoneOffset.UTC));
    }

    /// The id of [Security], which whoever puts it into words knows.
    public static String security(Mode mode) {
        return (mode == Mode.IMPLICIT_TLS ? Security.TLS : Security.STARTTLS).id();
    }

    public static String security(Route route) {
        return security(route.mode());
    }
}
