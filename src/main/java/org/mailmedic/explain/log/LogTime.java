package org.mailmedic.explain.log;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// A moment by the log's own clock, to the second. Prints as ISO 8601, with an offset only where the log has one.
public record LogTime(LocalDateTime at, Optional<ZoneOffset> offset) {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    @Override
    public String toString() {
        return SECONDS.format(at) + offset.map(ZoneOffset::getId).orElse("");
    }
}
