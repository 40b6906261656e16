package org.mailmedic.explain.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/// Reads logs that a test writes out.
final class Logs {
    static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 28, 12, 0);

    private Logs() {}

    static LogReader.Reading read(String... lines) throws IOException {
        return read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static LogReader.Reading read(byte[] log) throws IOException {
        return new LogReader(NOW).read(new ByteArrayInputStream(log));
    }
}
