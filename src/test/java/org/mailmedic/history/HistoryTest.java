package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.history.Summary.Server;
import org.mailmedic.history.Summary.StageTime;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;

/// What is kept comes back, in every state the folder may be found in; what is deleted is gone; what is not ours is not touched.
final class HistoryTest {
    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("mail-medic").resolve("history");
    }

    private History open() {
        return open(Retention.everything());
    }

    private History open(Retention retention) {
        return History.open(folder(), retention, InstantSource.fixed(Reports.NOON.plusSeconds(600)));
    }

    private static Summary save(History history, Report report) {
        return assertInstanceOf(Kept.Saved.class, history.save(report)).summary();
    }

    private static List<String> ids(History history) {
        return history.summaries().stream().map(Summary::id).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsKeptComesBackToTheByte() {
        Report report = Reports.at(Reports.NOON);
        Summary saved = save(open(), report);
        History again = open();
        assertEquals(List.of(saved), again.summaries());
        assertArrayEquals(JsonReport.write(report).getBytes(StandardCharsets.UTF_8),
                assertInstanceOf(Loaded.Found.class, again.load(saved)).json());
        var opened = assertInstanceOf(OpenedReport.Opened.class, assertInstanceOf(Loaded.Found.class, again.load(saved)).open());
        assertEquals(List.of(report.id(), report.headline()), List.of(opened.report().id(), opened.report().headline()));
        assertEquals(Optional.empty(), again.trouble());
    }

    @Test
    void theSummarySaysWhatAListShows() {
        Summary saved = save(open(), Reports.of("smtp.example.org", 465, Reports.NOON, "tls.cert_expired"));
        assertEquals(new Summary(saved.name(), saved.id(), Reports.NOON, "smtp.example.org", 465, Report.Outcome.PROBLEM,
                "tls.cert_expired",
                "Headline of tls.cert_expired", List.of(new StageTime("dns", "ok", 12.5), new StageTime("connect", "failed", 300)), 352.5),
                        saved);
        Summary partly = save(open(), Reports.of("smtp.example.org", 465, Reports.NOON, "").leavingOut(List.of("sign_in", "sender")));
        assertEquals(List.of("sign_in", "sender"), partly.unchecked());
        assertTrue(open().summaries().stream().map(Summary::unchecked).anyMatch(partly.unchecked()::equals), "from the index as well");
        Summary healthy = save(open(), Reports.of("smtp.example.org", 465, Reports.NOON, ""));
        assertEquals(List.of("", ""), List.of(healthy.code(), healthy.headline()));
    }

    @Test
    void theNewestComesFirstAndServersAreToldApart() {
        History history = open();
        save(history, Reports.of("one.example", 587, Reports.NOON, ""));
        save(history, Reports.of("two.example", 587, Reports.NOON.plusSeconds(1), ""));
        save(history, Reports.of("ONE.example", 587, Reports.NOON.plusSeconds(2), "dns.timeout"));
        save(history, Reports.of("one.example", 465, Reports.NOON.plusSeconds(3), ""));
        for (History each : List.of(history, open())) {
            assertEquals(List.of(new Server("one.example", 465), new Server("one.example", 587), new Server("two.example", 587)),
                    List.copyOf(each.byServer().keySet()));
            assertEquals(List.of("dns.timeout", ""), each.byServer().get(new Server("one.example", 587)).stream().map(Summary::code)
                    .toList());
            assertEquals(List.of(Reports.NOON, Reports.NOON.plusSeconds(2)),
                    each.series(new Server("one.example", 587)).rounds().stream().map(Series.Round::at).toList());
        }
    }

    @Test
    void theOrderIsThatOfKeepingEvenWhenTheClockIsSetBack() {
        History history = open();
        Summary first = save(history, Reports.at(Reports.NOON));
        Summary second = save(history, Reports.at(Instant.parse("1970-01-01T00:00:03Z")));
        Summary third = save(open(), Reports.at(Reports.NOON.minusSeconds(3600)));
        Summary fourth = save(open(), Reports.at(Reports.NOON));
        assertEquals(Stream.of(fourth, third, second, first).map(Summary::id).toList(), ids(open()));
        assertEquals(Instant.parse("1970-01-01T00:00:03Z"), second.created());
    }

    @Test
    void aClockSetBackTakesNothingAwayWhileTheRetentionIsAtWork() {
        var few = new Retention(3, Duration.ofDays(30));
        save(open(few), Reports.at(Reports.NOON));
        save(open(few), Reports.at(Reports.NOON.plusSeconds(1)));
        Summary back = save(open(few), Reports.at(Instant.parse("2000-01-01T00:00:00Z")));
        assertEquals(3, open(few).summaries().size());
        Summary fourth = save(open(few), Reports.at(Instant.parse("2000-01-01T00:00:01Z")));
        assertEquals(List.of(fourth.id(), back.id()), ids(open(few)).subList(0, 2));
        assertEquals(3, open(few).summaries().size());
    }

    @Test
    void theSameReportKeptTwiceIsThereTwice() {
        History history = open();
        Report report = Reports.at(Reports.NOON);
        save(history, report);
        save(history, report);
        assertEquals(2, open().summaries().size());
    }

    @Test
    void deletingOneLeavesNoTraceOfIt() throws IOException {
        History history = open();
        Summary secret = save(history, Reports.of("secret.example", 587, Reports.NOON, "dns.not_found"));
        Summary other = save(history, Reports.at(Reports.NOON));
        assertEquals(new Erased(1, List.of(), Optional.empty()), history.delete(secret));
        assertEquals(List.of(other), history.summaries());
        assertEquals(List.of(other), open().summaries());
        for (String name : names()) {
            String text = Files.readString(folder().resolve(name));
            assertFalse(text.contains("secret.example") || name.contains(secret.id()) || text.contains(secret.id()), name);
        }
        assertEquals(Trouble.GONE, assertInstanceOf(Loaded.NotFound.class, history.load(secret)).trouble());
        assertEquals(new Erased(0, List.of(), Optional.empty()), history.delete(secret));
    }

    @Test
    void deletingAllLeavesNothingOfOursAndEverythingElse() throws IOException {
        History history = open();
        save(history, Reports.at(Reports.NOON));
        save(open(), Reports.at(Reports.NOON));
        Files.writeString(folder().resolve("20260101T000000.000Z-cut.mailmedic.json"), "{\"format\": \"mailmedic-rep");
        Files.writeString(folder().resolve("." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part"), "half");
        Path outside = Files.writeString(home.resolve("outside.json"), "theirs");
        Path link = Files.createSymbolicLink(folder().resolve("20260101T000000.000Z-link.mailmedic.json"), outside);
        Files.writeString(folder().resolve("notes.txt"), "theirs");
        Files.writeString(folder().resolve("from-a-friend.mailmedic.json"), JsonReport.write(Reports.at(Reports.NOON)));
        Files.createDirectory(folder().resolve("20260101T000000.000Z-folder.mailmedic.json"));
        Erased erased = history.deleteAll();
        assertTrue(erased.complete());
        assertEquals(3, erased.count());
        assertEquals(List.of(), history.summaries());
        assertEquals(List.of("20260101T000000.000Z-folder.mailmedic.json", link.getFileName().toString(), "from-a-friend.mailmedic.json",
                "notes.txt"),
                names());
        assertEquals("theirs", Files.readString(outside));
        assertEquals(0, open().unreadable());
    }

    @Test
    void linksAreNeitherReadNorWritten() throws IOException {
        History history = open();
        Summary saved = save(history, Reports.at(Reports.NOON));
        Path outside = home.resolve("outside");
        Files.move(folder().resolve(saved.name()), outside);
        Files.createSymbolicLink(folder().resolve(saved.name()), outside);
        assertEquals(Trouble.GONE, assertInstanceOf(Loaded.NotFound.class, history.load(saved)).trouble());
        assertEquals(List.of(), open().summaries());
        Path precious = Files.writeString(home.resolve("precious"), "precious");
        Files.deleteIfExists(folder().resolve(Index.NAME));
        Files.createSymbolicLink(folder().resolve(Index.NAME), precious);
        save(open(), Reports.at(Reports.NOON));
        assertEquals(1, open().summaries().size());
        assertEquals("precious", Files.readString(precious));
        assertFalse(Files.isSymbolicLink(folder().resolve(Index.NAME)));
    }

    @Test
    void garbageIsCountedAndHarmsNothing() throws IOException {
        Summary saved = save(open(), Reports.at(Reports.NOON));
        String whole = Files.readString(folder().resolve(saved.name()));
        List<String> garbage = List.of("", "{", "[]", "null", "{}", whole.substring(0, whole.length() / 2), whole + "x",
                whole.replace("mailmedic-report", "other"),
                whole.replace("\"version\" : 1", "\"version\" : 99"), whole.replace("\"outcome\" : \"problem\"", "\"outcome\" : \"fine\""),
                whole.replaceFirst("\"created\" : \"[^\"]*\"", "\"created\" : \"yesterday\""), "[".repeat(100_000),
                        "{\"a\":".repeat(100_000), "\0".repeat(4096),
                "{\"format\": {\"a\": []}, \"version\": \"1\", \"stages\": 7, \"diagnoses\": [[1]], \"settings\": [1]}");
        for (int i = 0; i < garbage.size(); i++) {
            Files.writeString(folder().resolve(String.format("20260101T000000.%03dZ-garbage.mailmedic.json", i)), garbage.get(i));
        }
        Files.write(folder().resolve("20260101T000000.999Z-binary.mailmedic.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        History history = open();
        assertEquals(List.of(saved), history.summaries());
        assertEquals(garbage.size() + 1, history.unreadable());
        assertEquals(garbage.size() + 1, open().unreadable());
    }

    @Test
    void surprisingButWholeReportsAreListed() throws IOException {
        open();
        Files.writeString(folder().resolve("20260101T000000.000Z-odd.mailmedic.json"), """
                {"later": [{"a": {"b": [1, 2]}}], "total_ms": 7, "settings": {"port": "x", "host": null, "more": {"host": "decoy"}},
                 "stages": [7, {"status": {"x": 1}, "stage": "dns"}], "diagnoses": [{"code": 1, "title": "T", "evidence": [{"title": "decoy"}]}, {"title": "second"}],
                 "outcome": "problem", "created": "2026-01-02T03:04:05Z", "id": "odd", "version": 1, "format": "mailmedic-report"}""");
        Summary odd = open().summaries().getFirst();
        assertEquals(List.of("", "T", ""), List.of(odd.host(), odd.headline(), odd.code()));
        assertEquals(0, odd.port());
        assertEquals(7, odd.totalMs());
    }

    @Test
    void theIndexMayBeMissingTornOrStale() throws IOException {
        History history = open();
        Summary first = save(history, Reports.at(Reports.NOON));
        Summary second = save(history, Reports.of("two.example", 25, Reports.NOON, ""));
        Path index = folder().resolve(Index.NAME);
        String lines = Files.readString(index);
        String otherHost = lines.replace("two.example", "own.example");
        for (String damage : List.of("", "\n", "garbage\n" + lines, lines.substring(0, lines.length() - 9), lines + lines,
                lines.replace("\n", ""),
                lines.replace("]\n", "]]\n"), lines.replace("[1,", "[2,"), lines + "[1,\"half", "\0".repeat(8192),
                        lines.replaceFirst("\n", "\n\n"),
                otherHost.replaceAll(",\\d{13},\"" + second.id(), ",1,\"" + second.id()))) {
            Files.writeString(index, damage);
            assertEquals(List.of(second, first), open().summaries(), damage);
            assertEquals(List.of(second, first), open().summaries(), "after mending");
        }
        Files.delete(index);
        assertEquals(List.of(second, first), open().summaries());
        assertTrue(Files.exists(index));
    }

    /// The test above would not notice an index that is never used.
    @Test
    void aGoodIndexIsBelieved() throws IOException {
        save(open(), Reports.of("two.example", 25, Reports.NOON, ""));
        open();
        Path index = folder().resolve(Index.NAME);
        Files.writeString(index, Files.readString(index).replace("two.example", "own.example"));
        assertEquals("own.example", open().summaries().getFirst().host());
    }

    @Test
    void aReportThatChangedOnTheDiskIsReadAgain() throws IOException {
        Summary saved = save(open(), Reports.of("two.example", 25, Reports.NOON, ""));
        Path file = folder().resolve(saved.name());
        Files.writeString(file, Files.readString(file).replace("two.example", "own.example"));
        Files.setLastModifiedTime(file, FileTime.from(Reports.NOON));
        assertEquals("own.example", open().summaries().getFirst().host());
    }

    @Test
    void twoWindowsSeeEachOthersReports() {
        History one = open();
        History two = open();
        Summary first = save(one, Reports.at(Reports.NOON));
        Summary second = save(two, Reports.at(Reports.NOON));
        one.refresh();
        two.refresh();
        assertEquals(List.of(second, first), one.summaries());
        assertEquals(List.of(second, first), two.summaries());
        one.delete(first);
        two.refresh();
        assertEquals(List.of(second), two.summaries());
        assertEquals(1, two.deleteAll().count());
        assertEquals(0, one.deleteAll().count());
        assertEquals(List.of(), open().summaries());
    }

    @Test
    void theFolderMayVanishBetween() throws IOException {
        History history = open();
        save(history, Reports.at(Reports.NOON));
        history.deleteAll();
        Files.delete(folder());
        Summary saved = save(history, Reports.at(Reports.NOON));
        assertEquals(List.of(saved), open().summaries());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nobodyElseMayLookInside() throws IOException {
        Files.createDirectories(folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        save(open(), Reports.at(Reports.NOON));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        for (String name : names()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(name),
                    LinkOption.NOFOLLOW_LINKS)), name);
        }
    }

    @Test
    void aFileOrALinkInItsPlaceIsLeftAlone() throws IOException {
        Files.createDirectories(folder().getParent());
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createSymbolicLink(folder(), elsewhere);
        History linked = open();
        assertEquals(Optional.of(Trouble.NOT_A_FOLDER), linked.trouble());
        assertEquals(new Kept.NotSaved(Trouble.NOT_A_FOLDER), linked.save(Reports.at(Reports.NOON)));
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertEquals(0, files.count());
        }
        Files.delete(folder());
        Files.writeString(folder(), "a file");
        History filed = open();
        assertEquals(new Kept.NotSaved(Trouble.NOT_A_FOLDER), filed.save(Reports.at(Reports.NOON)));
        filed.deleteAll();
        assertEquals("a file", Files.readString(folder()));
        Files.delete(folder());
        assertInstanceOf(Kept.Saved.class, filed.save(Reports.at(Reports.NOON)));
        assertEquals(Optional.empty(), filed.trouble());
    }

    @Test
    void leftoversOfTheKilledGoAndTheDraftOfALivingWriterStays() throws IOException {
        save(open(), Reports.at(Reports.NOON));
        String own = "." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part";
        String dead = ".9223372036854775807-" + UUID.randomUUID() + ".part";
        String reused = "." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part";
        String future = "." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part";
        String theirs = ".download.part";
        for (String each : List.of(own, dead, reused, future, theirs)) {
            Files.writeString(folder().resolve(each), "half a report");
        }
        Files.setLastModifiedTime(folder().resolve(own), FileTime.from(Reports.NOON.plusSeconds(590)));
        Files.setLastModifiedTime(folder().resolve(reused), FileTime.from(Reports.NOON.minusSeconds(60)));
        Files.setLastModifiedTime(folder().resolve(future), FileTime.from(Reports.NOON.plus(Duration.ofDays(400))));
        assertEquals(1, open().summaries().size());
        assertEquals(Stream.of(own, theirs).sorted().toList(), names().stream().filter(name -> name.endsWith(".part")).toList());
    }

    @Test
    void whatIsTooOldOrTooManyGoesAndWhatWasJustSavedStays() {
        save(open(), Reports.at(Reports.NOON.minus(Duration.ofDays(31))));
        Summary young = save(open(), Reports.at(Reports.NOON.minus(Duration.ofDays(29))));
        var month = new Retention(100, Duration.ofDays(30));
        History history = open(month);
        assertEquals(2, history.summaries().size(), "nothing newer says that time has passed");
        Summary now = save(history, Reports.at(Reports.NOON));
        assertEquals(List.of(now, young), history.summaries());
        Summary last = save(open(new Retention(1, Duration.ofDays(30))), Reports.at(Reports.NOON.minus(Duration.ofDays(300))));
        assertEquals(List.of(last), open().summaries());
    }

    @Test
    void aThreadThatWasInterruptedStillKeepsItsReport() {
        History history = open();
        Thread.currentThread().interrupt();
        Kept kept = history.save(Reports.at(Reports.NOON));
        History again = open();
        assertTrue(Thread.interrupted());
        assertInstanceOf(Kept.Saved.class, kept);
        assertEquals(1, again.summaries().size());
    }
}
