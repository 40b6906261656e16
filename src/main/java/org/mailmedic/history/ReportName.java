package org.mailmedic.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names of our files: `20261121T152902.345Z-0b51c6ae-….mailmedic.json`. What is called otherwise belongs to somebody else and is
/// neither read nor deleted.
final class ReportName {
    static final String ENDING = ".mailmedic.json";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'",
            Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{6}\\.\\d{3}Z)-[0-9A-Za-z-]{1,64}\\.mailmedic\\.json");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private ReportName() {}

    static boolean ours(String name) {
        return NAME.matcher(name).matches();
    }

    /// A name that sorts behind `newest`, also when the clock was set back since.
    static String after(Optional<String> newest, Instant created, String id) {
        Instant least = newest.flatMap(ReportName::stamp).map(stamp -> stamp.plusMillis(1)).orElse(FIRST);
        Instant stamp = created.isBefore(least) ? least : created;
        String safe = id.replaceAll("[^0-9A-Za-z-]", "");
        return STAMP.format(stamp.isAfter(LAST) ? LAST : stamp) + "-"
                + (safe.isEmpty() ? "report" : safe.substring(0, Math.min(64, safe.length())))
                + ENDING;
    }

    private static Optional<Instant> stamp(String name) {
        var match = NAME.matcher(name);
        try {
            return match.matches() ? Optional.of(STAMP.parse(match.group(1), Instant::from)) : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
