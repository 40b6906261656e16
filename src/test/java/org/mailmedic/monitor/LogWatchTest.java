package org.mailmedic.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogWatchTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 12, 0);
    private static final String SENT =
            "Nov 20 09:00:01 mx postfix/smtp[12]: 4A1B2C3D01: to=<a@example.org>, relay=mx.example.org[192.0.2.7]:25, "
            + "delay=1.2, delays=0.1/0/0.5/0.6, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n";
    private static final String BOUNCED = "Nov 20 09:01:01 mx postfix/smtp[12]: 4A1B2C3D02: to=<b@example.org>, relay=mx.example.org"
            + "[192.0.2.7]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.2.2, status=bounced (host mx.example.org[192.0.2.7] said: 552 5.2.2 "
            + "Mailbox full (in reply to RCPT TO command))\n";

    @TempDir
    private Path folder;

    private static void append(Path log, String line) {
        try {
            Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Test
    void tellsWhatIsThereAndWhatCame() throws IOException {
        Path log = folder.resolve("mail.log");
        append(log, SENT);
        List<String> told = new ArrayList<>();
        new LogWatch(log, Duration.ofMillis(1), NOW).run(reading -> {
            told.add(reading.summary().attempts() + " " + reading.findings().stream().map(each -> each.code().id()).toList());
            append(log, BOUNCED);
            return told.size() < 3;
        });
        assertEquals(3, told.size());
        assertTrue(told.getFirst().endsWith("[]"), told.getFirst());
        assertTrue(told.get(1).endsWith("[send.mailbox_full]") && !told.get(1).equals(told.get(2)), told.toString());
    }

    @Test
    void goesOnAfterARotation() throws IOException {
        Path log = folder.resolve("mail.log");
        append(log, SENT);
        List<Long> lines = new ArrayList<>();
        new LogWatch(log, Duration.ofMillis(1), NOW).run(reading -> {
            lines.add(reading.summary().lines());
            try {
                if (lines.size() == 1) {
                    Files.move(log, folder.resolve("mail.log.1"));
                    append(log, BOUNCED);
                }
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
            return lines.size() < 2;
        });
        assertEquals(List.of(1L, 2L), lines);
    }

    @Test
    void anInterruptEndsIt() throws IOException {
        Thread.currentThread().interrupt();
        new LogWatch(folder.resolve("not-yet.log"), Duration.ofDays(1), NOW).run(_ -> true);
        assertTrue(Thread.interrupted(), "it stays set");
    }
}
