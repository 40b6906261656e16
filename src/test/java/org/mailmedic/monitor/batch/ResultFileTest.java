package org.mailmedic.monitor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.plan.Options;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Settings;

final class ResultFileTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("results.jsonl");
    }

    private static Target.Server target(String id) {
        return new Target.Server(1, id, Settings.of(id + ".test"), Options.usual(), Optional.empty());
    }

    private static String line(String id) {
        return new ResultLine(1, id, id + ".test", false, OptionalInt.of(25), Report.Outcome.PROBLEM, "tcp.refused", "mail_provider",
                "connect", 0.9, "T",
                List.of(), Optional.empty(), Map.of("dns", 1.5), 2, List.of(), null, null).json();
    }

    private static String sentence(Unfit trouble) {
        return new BatchWords(Locale.ENGLISH).sentence(trouble);
    }

    @Test
    void whatIsThereIsNotDoneAgainAndATornLineIsDropped() throws IOException, Unfit {
        Files.writeString(file, line("a") + line("b") + line("c").substring(0, 40));
        try (var results = ResultFile.open(file, true)) {
            assertTrue(results.earlier().has(target("a")) && results.earlier().has(target("b")));
            assertFalse(results.earlier().has(target("c")));
            assertEquals(2, results.earlier().tally().problems());
            results.write(line("c"));
        }
        assertEquals(line("a") + line("b") + line("c"), Files.readString(file));
    }

    @Test
    void aWholeLastLineWithoutItsEndCountsAsTorn() throws IOException, Unfit {
        Files.writeString(file, line("a") + line("b").stripTrailing());
        try (var results = ResultFile.open(file, true)) {
            assertFalse(results.earlier().has(target("b")));
        }
        assertEquals(line("a"), Files.readString(file));
    }

    @Test
    void zerosThatAPowerCutLeftBehindAreDropped() throws IOException, Unfit {
        Files.writeString(file, line("a") + "\0".repeat(500));
        try (var results = ResultFile.open(file, true)) {
            assertTrue(results.earlier().has(target("a")));
        }
        assertEquals(line("a"), Files.readString(file));
    }

    @Test
    void aFileOfSomebodyElseIsLeftAlone() throws IOException {
        for (String foreign : List.of("a,b,c\n1,2,3\n", "{\"format\":\"mailmedic-report\"}\n", line("a") + "oops\n" + line("b"), "{}\n")) {
            Files.writeString(file, foreign);
            Unfit trouble = assertThrows(Unfit.class, () -> ResultFile.open(file, true), foreign);
            assertTrue(sentence(trouble).contains("nothing was changed"), sentence(trouble));
            assertEquals(foreign, Files.readString(file));
        }
    }

    @Test
    void onlyOneAtATimeMayWriteIt() throws IOException, Unfit {
        try (var first = ResultFile.open(file, false)) {
            first.write(line("a"));
            for (boolean resume : List.of(true, false)) {
                Unfit trouble = assertThrows(Unfit.class, () -> ResultFile.open(file, resume));
                assertTrue(sentence(trouble).contains("another run"), sentence(trouble));
            }
            first.write(line("b"));
        }
        assertEquals(line("a") + line("b"), Files.readString(file));
    }

    @Test
    void placesThatCannotBeWritten() throws IOException {
        assertTrue(sentence(assertThrows(Unfit.class, () -> ResultFile.open(folder, false))).contains("folder"));
        assertTrue(sentence(assertThrows(Unfit.class, () -> ResultFile.open(folder.resolve("no/such"), false)))
                .contains("cannot be written"));
        Path pipe = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(pipe));
        assertTrue(sentence(assertThrows(Unfit.class, () -> ResultFile.open(pipe, true))).contains("--resume"));
    }

    @Test
    void badLinesAreDoneToo() throws IOException, Unfit {
        var bad = new Target.Unusable(7, "a", "", OptionalInt.empty(), new Unfit("id_twice", Map.of("id", "a")));
        Files.writeString(file, ResultLine.error(bad, "no").json());
        try (var results = ResultFile.open(file, true)) {
            assertTrue(results.earlier().has(bad));
            assertFalse(results.earlier().has(new Target.Unusable(8, "a", "", OptionalInt.empty(), new Unfit("not_json"))));
            assertFalse(results.earlier().has(target("a")), "the good line of that id is another one");
        }
    }

    @Test
    void namesOfReportsStayInTheirFolder() {
        assertEquals("shop-7.mailmedic.json", ReportFolder.name("shop-7", false));
        assertEquals("shop-7.domain.json", ReportFolder.name("shop-7", true));
        for (String device : List.of("con", "nul", "aux", "prn", "com1", "lpt9", "con.x", "nul.tar.gz")) {
            assertTrue(ReportFolder.name(device, false).matches("[a-z0-9_]+-[0-9a-f]{16}\\.mailmedic\\.json"),
                    ReportFolder.name(device, false));
        }
        for (String near : List.of("console", "com10", "null", "my.con", "com")) {
            assertEquals(near + ".mailmedic.json", ReportFolder.name(near, false));
        }
        for (String id : List.of("../../etc/passwd", "a/b", "..", ".hidden", "A", "a", "con\0", "\u202e", "x".repeat(500), "a b", "a:b")) {
            String name = ReportFolder.name(id, false);
            assertTrue(name.matches("[A-Za-z0-9_@+-][A-Za-z0-9._@+-]{0,120}"), name);
        }
        assertFalse(ReportFolder.name("A", false).equalsIgnoreCase(ReportFolder.name("a", false)));
        assertFalse(ReportFolder.name("a/b", false).equals(ReportFolder.name("a:b", false)));
    }
}
