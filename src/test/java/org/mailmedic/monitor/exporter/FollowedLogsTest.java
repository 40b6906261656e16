package org.mailmedic.monitor.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs that grow, are rotated, and are followed by one process after the other.
final class FollowedLogsTest {
    private static final BiConsumer<String, Path> UNEXPECTED = (key, file) -> {
        throw new AssertionError(key + " " + file);
    };
    @TempDir
    private Path folder;

    private static String sent(int i) {
        return "2026-11-27T12:00:" + String.format("%02d", i % 60) + "+00:00 mail postfix/smtp[77]: "
                + String.format("%010X", 0xABC000L + i)
            + ": to=<a@gmail.com>, relay=gmail-smtp-in.l.google.com[142.250.1.27]:25, delay=1.2, delays=0.1/0/0.4/0.7, dsn=2.0.0, "
            + "status=sent (250 2.0.0 OK)\n";
    }

    private static long all(LogCounts.State state) {
        return state.results().stream().filter(each -> each.result().equals("sent")).mapToLong(LogCounts.Result::count).sum();
    }

    private static void append(Path log, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            Files.writeString(log, sent(i), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    @Test
    void noLineTwiceAndNoneLostThroughRotationsAndRestarts() throws IOException {
        Path log = folder.resolve("mail.log");
        Optional<Path> state = Optional.of(folder.resolve("places"));
        append(log, 0, 10);
        try (var first = FollowedLogs.start(List.of(log), state, ZoneOffset.UTC, UNEXPECTED)) {
            assertEquals(10, all(first.now()));
            append(log, 10, 15);
            assertEquals(15, all(first.now()));
            Files.move(log, folder.resolve("mail.log.1"));
            append(log, 15, 20);
            assertEquals(20, all(first.now()));
        }
        append(log, 20, 23);
        Files.move(folder.resolve("mail.log.1"), folder.resolve("mail.log.2"));
        Files.move(log, folder.resolve("mail.log.1"));
        append(log, 23, 25);
        try (var second = FollowedLogs.start(List.of(log), state, ZoneOffset.UTC, UNEXPECTED)) {
            assertEquals(5, all(second.now()));
        }
    }

    private static String deferred(String time) {
        return time + " mail postfix/smtp[77]: AAAA01: to=<b@b.example>, relay=none, delay=7200, delays=0/0/7200/0, dsn=4.4.1, "
                + "status=deferred (connect to mx.b.example[192.0.2.1]:25: Connection refused)\n";
    }

    @Test
    void afterARestartWhatWaitsIsNotKnownUntilTheLogNamesIt() throws IOException {
        Path log = Files.writeString(folder.resolve("mail.log"), deferred("2026-11-27T12:00:00+00:00"));
        Optional<Path> state = Optional.of(folder.resolve("places"));
        try (var first = FollowedLogs.start(List.of(log), state, ZoneOffset.UTC, UNEXPECTED)) {
            assertTrue(first.now().oldestWaitingSeconds().orElseThrow() > 0);
        }
        try (var second = FollowedLogs.start(List.of(log), state, ZoneOffset.UTC, UNEXPECTED)) {
            assertEquals(OptionalLong.empty(), second.now().oldestWaitingSeconds(), "nothing waits, or nothing is known of it");
            Files.writeString(log, deferred("2026-11-27T13:00:00+00:00"), StandardOpenOption.APPEND);
            assertTrue(second.now().oldestWaitingSeconds().orElseThrow() > 0);
        }
        Path quiet = Files.writeString(folder.resolve("quiet.log"), "nothing to do with mail\n");
        try (var fresh = FollowedLogs.start(List.of(quiet), Optional.empty(), ZoneOffset.UTC, UNEXPECTED)) {
            assertEquals(OptionalLong.of(0), fresh.now().oldestWaitingSeconds());
        }
    }

    @Test
    void aLogThatCannotBeReadHoldsUpNoOther() throws IOException {
        Path gone = folder.resolve("gone.log");
        Path log = folder.resolve("mail.log");
        append(gone, 0, 1);
        append(log, 0, 1);
        Optional<Path> state = Optional.of(folder.resolve("places"));
        List<String> said = new ArrayList<>();
        try (var logs = FollowedLogs.start(List.of(gone, log), state, ZoneOffset.UTC, (key, file) -> said.add(key + " " + file))) {
            assertEquals(Map.of(gone, true, log, true), logs.now().readable());
            Files.delete(gone);
            Files.createDirectory(gone);
            Files.writeString(gone.resolve("inside"), "");
            append(log, 1, 3);
            LogCounts.State state2 = logs.now();
            assertEquals(4, all(state2));
            assertEquals(Map.of(gone, false, log, true), state2.readable());
            logs.now();
            assertEquals(List.of("say.log_unreadable " + gone), said, "once");
        }
        try (var logs = FollowedLogs.start(List.of(log), state, ZoneOffset.UTC, UNEXPECTED)) {
            assertEquals(0, all(logs.now()), "how far the other one was read is kept");
        }
    }

    @Test
    void placesThatCannotBeKeptAreToldOnceUntilTheyCan() throws IOException {
        Path log = folder.resolve("mail.log");
        Path places = Files.createDirectory(folder.resolve("lost")).resolve("places");
        List<String> said = new CopyOnWriteArrayList<>();
        append(log, 0, 1);
        try (var logs = FollowedLogs.start(List.of(log), Optional.of(places), ZoneOffset.UTC, (key, file) -> said.add(key + " " + file))) {
            assertEquals(List.of(), said);
            for (int trouble = 1; trouble < 3; trouble++) {
                Files.delete(places);
                Files.delete(places.getParent());
                append(log, 0, 1);
                logs.now();
                append(log, 0, 1);
                logs.now();
                assertEquals(Collections.nCopies(trouble, "say.places_not_kept " + places), said);
                Files.createDirectory(places.getParent());
                logs.now();
                assertTrue(Files.exists(places));
            }
        }
    }

    @Test
    void phasesAndLines() throws IOException {
        Path log = folder.resolve("mail.log");
        append(log, 0, 4);
        Files.writeString(log, "nothing to do with mail\n", StandardOpenOption.APPEND);
        try (var logs = FollowedLogs.start(List.of(log, folder.resolve("not-yet.log")), Optional.empty(), ZoneOffset.UTC, UNEXPECTED)) {
            LogCounts.State state = logs.now();
            assertEquals(4, state.understood());
            assertEquals(1, state.notUnderstood());
            LogCounts.Delays total = state.delays().stream().filter(each -> each.phase().equals("total")).findFirst().orElseThrow();
            assertEquals(4, total.count());
            assertEquals(4.8, total.sumSeconds(), 0.05);
            assertEquals(0, total.atMost().get(total.bounds().indexOf(0.5)));
            assertEquals(4, total.atMost().get(total.bounds().indexOf(2.5)));
            assertTrue(state.results().stream().anyMatch(each -> each.result().equals("sent") && each.count() == 4));
        }
    }
}
