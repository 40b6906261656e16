package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogFollowerTest {
    @TempDir
    private Path folder;
    private Path log;
    private int written;

    @BeforeEach
    void name() {
        log = folder.resolve("mail.log");
    }

    private void write(int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            append("Mar  2 00:05:14 mail postfix/pickup[1]: A0000%05d: uid=33 from=<www-data>\n".formatted(written++));
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private LogFollower follower(LogTally tally, LogPlace... before) {
        return new LogFollower(log, tally, before.length == 0 ? Optional.empty() : LogPlace.of(before[0].text()));
    }

    @Test
    void onlyWhatIsNewAndWhole() throws IOException {
        var tally = new LogTally(Logs.NOW);
        try (LogFollower follower = follower(tally)) {
            assertEquals(0, follower.poll(), "there is no file yet");
            write(2);
            assertEquals(2, follower.poll());
            append("Mar  2 00:05:14 mail postfix/pickup[1]: BB00001: ui");
            assertEquals(0, follower.poll());
            append("d=33 from=<www-data>\n");
            assertEquals(1, follower.poll());
            assertEquals(0, follower.poll());
        }
        assertEquals(3, tally.summary().messages());
    }

    @Test
    void aRotationLosesNothing() throws IOException {
        var tally = new LogTally(Logs.NOW);
        try (LogFollower follower = follower(tally)) {
            write(3);
            assertEquals(3, follower.poll());
            write(2);
            Files.move(log, folder.resolve("mail.log.1"));
            Files.writeString(folder.resolve("mail.log.1"), "Mar  2 00:05:15 mail postfix/pickup[1]: CC00001: uid=33 from=<w>\n",
                    StandardOpenOption.APPEND);
            assertEquals(3, follower.poll());
            write(4);
            assertEquals(4, follower.poll());
        }
        assertEquals(10, tally.summary().messages());
    }

    @Test
    void whoStillWritesToTheOldFileIsHeard() throws IOException {
        write(3);
        Path old = log.resolveSibling("mail.log.1");
        var tally = new LogTally(Logs.NOW);
        try (LogFollower follower = follower(tally)) {
            follower.poll();
            Files.move(log, old);
            Files.createFile(log);
            assertEquals(0, follower.poll());
            Files.writeString(old, "a late line\n", StandardOpenOption.APPEND);
            assertEquals(1, follower.poll());
            Files.writeString(old, "the last one\n", StandardOpenOption.APPEND);
            append("the first one\n");
            assertEquals(2, follower.poll());
        }
        assertEquals(6, tally.lines());
    }

    @Test
    void anEmptiedFileBeginsAgain() throws IOException {
        var tally = new LogTally(Logs.NOW);
        try (LogFollower follower = follower(tally)) {
            write(3);
            assertEquals(3, follower.poll());
            empty();
            write(1);
            assertEquals(1, follower.poll());
            empty();
            write(5);
            assertEquals(5, follower.poll(), "it is longer than before, and another");
        }
        assertEquals(9, tally.summary().messages());
    }

    private void empty() throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
    }

    @Test
    void aRestartGoesOnWhereItWas() throws IOException {
        LogPlace place;
        write(3);
        try (LogFollower follower = follower(new LogTally(Logs.NOW))) {
            assertEquals(3, follower.poll());
            append("Mar  2 00:05:14 mail postfix/pickup[1]: BB00001: ui");
            assertEquals(0, follower.poll());
            place = follower.place();
        }
        append("d=33 from=<www-data>\n");
        write(1);
        try (LogFollower follower = follower(new LogTally(Logs.NOW), place)) {
            assertEquals(2, follower.poll());
            assertEquals(0, follower.poll());
        }
    }

    @ParameterizedTest(name = "packed: {0}")
    @ValueSource(booleans = {false, true})
    void aRestartAfterTwoRotationsReadsWhatIsInBetween(boolean packed) throws IOException {
        LogPlace place;
        write(3);
        try (LogFollower follower = follower(new LogTally(Logs.NOW))) {
            assertEquals(3, follower.poll());
            place = follower.place();
        }
        write(2);
        rotate("mail.log.2", packed, 1_000_000_000_000L);
        write(4);
        rotate("mail.log.1", packed, 1_000_000_100_000L);
        write(1);
        try (LogFollower follower = follower(new LogTally(Logs.NOW), place)) {
            assertEquals(7, follower.poll());
            write(1);
            assertEquals(1, follower.poll());
        }
    }

    private void rotate(String name, boolean packed, long time) throws IOException {
        Path old = folder.resolve(packed ? name + ".gz" : name);
        if (packed) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(old))) {
                Files.copy(log, out);
            }
            Files.delete(log);
        } else {
            Files.move(log, old);
        }
        Files.setLastModifiedTime(old, FileTime.fromMillis(time));
    }

    @Test
    void fromTheEndCountsOnlyWhatComes() throws IOException {
        write(3);
        append("Mar  2 00:05:14 mail postfix/pickup[1]: BB00001: ui");
        try (LogFollower follower = LogFollower.fromEnd(log, new LogTally(Logs.NOW))) {
            assertEquals(0, follower.poll());
            append("d=33 from=<www-data>\n");
            assertEquals(1, follower.poll());
        }
    }

    @Test
    void anyOrderOfEventsLosesNothingAndCountsNothingTwice() throws IOException {
        var random = new Random(42);
        long seen = 0;
        long all = 0;
        int rotations = 0;
        LogFollower follower = follower(new LogTally(Logs.NOW));
        for (int i = 0; i < 600; i++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    int lines = random.nextInt(40);
                    write(lines);
                    all += lines;
                }
                case 2 -> {
                    if (Files.exists(log)) {
                        seen += follower.place().printLength() == 0 ? follower.poll() : 0;
                        Files.move(log, folder.resolve("mail.log." + ++rotations));
                        Files.setLastModifiedTime(folder.resolve("mail.log." + rotations),
                                FileTime.fromMillis(1_000_000_000_000L + rotations * 60_000L));
                        seen += follower.poll();
                    }
                }
                case 3 -> {
                    LogPlace place = follower.place();
                    follower.close();
                    follower = follower(new LogTally(Logs.NOW), place);
                }
                default -> seen += follower.poll();
            }
        }
        seen += follower.poll();
        follower.close();
        assertEquals(all, seen);
        assertTrue(rotations > 50, "only " + rotations + " rotations");
    }

    @Test
    void aPlaceIsReadOnlyFromWhatItWrote() {
        var place = new LogPlace(123, 45, -678);

        assertEquals(Optional.of(place), LogPlace.of(place.text()));
        for (String other : new String[] {"", "1 2 3", "2 1 1 0000000000000000", "1 -1 1 0000000000000000", "1 1 99999 0000000000000000",
                "1 x 1 00"}) {
            assertEquals(Optional.empty(), LogPlace.of(other), other);
        }
    }

    @Test
    void whatTheExporterCounts() throws IOException {
        var tally = new LogTally(Logs.NOW);
        append("""
            Mar  2 00:05:14 mail postfix/pickup[1]: A000001: uid=33 from=<www-data>
            Mar  2 00:05:15 mail postfix/smtp[1]: A000001: to=<a@gmail.com>, \
            relay=gmail-smtp-in.l.google.com[142.250.27.26]:25, delay=1.2, \
            delays=0.1/0.2/0.3/0.6, dsn=2.0.0, status=sent (250 2.0.0 OK)
            Mar  2 00:05:15 mail postfix/smtp[1]: A000001: to=<b@b.example>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, \
            status=deferred (connect to mx.b.example[192.0.2.1]:25: Connection refused)
            Mar  2 00:05:15 mail kernel: eth0 is up
            """);
        try (LogFollower follower = follower(tally)) {
            assertEquals(4, follower.poll());
        }
        assertEquals("[Count[result=sent, code=Optional.empty, provider=google, count=1], "
                + "Count[result=deferred, code=Optional[tcp.refused], provider=other, count=1]]", tally.counts().toString());
        assertEquals(3, tally.understood());
        assertEquals(List.of(0L, 1L, 1L), tally.delaysAtMost(DelayPhase.SENDING, List.of(0.1, 0.6, 10.0)));
        assertEquals(0.3, tally.delaySum(DelayPhase.CONNECTING));
        assertEquals("2026-03-02T00:05:14", tally.oldestWaiting().orElseThrow().toString());
        assertEquals(Optional.of(60L), tally.oldestWaitingSeconds(LocalDateTime.of(2026, 3, 2, 0, 6, 14), ZoneOffset.UTC));
    }
}
