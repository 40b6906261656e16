package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.cli.BatchCall.QUIETLY;
import static org.mailmedic.cli.BatchCall.batch;
import static org.mailmedic.cli.BatchCall.byId;
import static org.mailmedic.cli.BatchCall.line;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.monitor.batch.BatchWords;
import org.mailmedic.monitor.batch.FleetServer;
import org.mailmedic.monitor.batch.FleetServer.Temper;
import org.mailmedic.report.json.ReportReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where the lines of a batch go: a file that is gone on with, a pipe, a full disk, a reader that is gone.
@Timeout(100)
final class BatchOutputTest {
    @TempDir
    private Path folder;

    @Test
    void resumedRunsDoTheRestAndCountTheWhole() throws IOException {
        Path file = folder.resolve("out.jsonl");
        try (var server = FleetServer.start(0, Map.of("127.0.6.3", Temper.WRONG_PASSWORD, "127.0.6.4", Temper.LOCKED_OUT))) {
            String begin = line("a", "127.0.6.1", server.port(), "")
                    + line("w", "127.0.6.3", server.port(), ",\"user\":\"u\",\"password_env\":\"OLD\"")
                + line("l", "127.0.6.4", server.port(), ",\"user\":\"u\",\"password_env\":\"PW\"");
            String more = line("b", "127.0.6.2", server.port(), "")
                    + line("w2", "127.0.6.3", server.port(), ",\"user\":\"u\",\"password_env\":\"OLD\"")
                + line("l2", "127.0.6.4", server.port(), ",\"user\":\"other\",\"password_env\":\"PW\"");
            batch(begin, "--output", file.toString());
            Files.writeString(file, Files.readString(file) + "{\"format\":\"mailmedic-ba");
            Call call = batch(begin + more, "--output", file.toString(), "--resume");
            assertEquals(1, call.code());
            assertEquals("", call.out());
            assertEquals(6, byId(Files.readString(file)).size());
            assertEquals(1, server.visits("127.0.6.1"));
            assertEquals(2, server.signIns().size(), server.signIns()::toString);
            assertTrue(call.err().contains("6 lines: 2 healthy"), call.err());
            assertEquals(1, batch(begin + more, "--output", file.toString(), "--resume").code());
            assertEquals(6, byId(Files.readString(file)).size());
        }
    }

    @Test
    void theReportBehindEachLine() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.7.2", Temper.REFUSES))) {
            String list = line("fine", "127.0.7.1", server.port(), "") + line("../no", "127.0.7.2", server.port(), "");
            batch(list, "--reports", folder.resolve("all").toString());
            batch(list, "--reports", folder.resolve("some").toString(), "--reports-for", "problem");
            try (Stream<Path> all = Files.list(folder.resolve("all")); Stream<Path> some = Files.list(folder.resolve("some"))) {
                assertEquals(2, all.count());
                assertEquals(1, some.count());
            }
            assertTrue(Files.exists(folder.resolve("all/fine.mailmedic.json")));
            assertTrue(ReportReader.read(folder.resolve("all/fine.mailmedic.json")).toString().contains("Opened"));
        }
    }

    /// The others are checked, and their reports kept, all the same.
    @Test
    void oneReportThatCannotBeKeptIsNotedAndEndsNothing() throws IOException {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Files.createDirectories(reports.resolve("way.mailmedic.json").resolve("in the way"));
        try (var server = FleetServer.start(0, Map.of())) {
            Call call = batch(line("way", "127.0.7.1", server.port(), "") + line("fine", "127.0.7.2", server.port(), ""), "--reports",
                    reports.toString());
            assertEquals(0, call.code(), call.err());
            List<JsonNode> lines = call.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
            assertEquals(2, lines.size(), call.out());
            for (JsonNode line : lines) {
                String note = line.path("note").asString("");
                assertEquals(line.path("id").asString().equals("way"),
                        note.startsWith("The report of this line could not be kept ("), note);
            }
            try (Stream<Path> kept = Files.list(reports)) {
                assertEquals(List.of("fine.mailmedic.json", "way.mailmedic.json"), kept.map(file -> file.getFileName().toString()).sorted()
                        .toList());
            }
        }
    }

    @Test
    void aFullDiskIsSaidAndLeavesWholeLines() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full));
        try (var server = FleetServer.start(0, Map.of())) {
            Call call = batch(line("a", "127.0.8.1", server.port(), "").repeat(1), "--output", full.toString());
            assertEquals(3, call.code(), call.err());
            assertTrue(call.err().contains("cannot be written any more") && call.err().contains("--resume"), call.err());
        }
    }

    @Test
    void aFileThatMayNotGrowIsNoFullDisk() throws IOException, InterruptedException {
        Path file = folder.resolve("out.jsonl");
        Path list = Files.writeString(folder.resolve("list.jsonl"), "{\"host\":\"no host\"}\n".repeat(50));
        List<String> call = new ArrayList<>(List.of("bash", "-c", "ulimit -f 4; exec \"$@\"", "bash"));
        call.addAll(ChildJvm.running(CliMain.class, List.of("-XX:-UsePerfData"), "batch", list, "--output", file, "--lang", "en").command());
        Process run = new ProcessBuilder(call).start();
        String said = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(3, run.waitFor(), said);
        assertTrue(said.contains("The file may not grow larger") && !said.contains("Free some space"), said);
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.size() > 2 && lines.size() < 50 && Files.readString(file).endsWith("}\n"), lines::toString);
        assertTrue(said.contains(lines.size() + " lines are there"), said);
    }

    @Test
    void aPipeWhoseReaderLeavesEndsTheRun() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Path list = Files.writeString(folder.resolve("list.jsonl"), "{\"host\":\"no host\"}\n".repeat(5_000));
        Process run = ChildJvm.running(CliMain.class, List.of(), "batch", list, "--output", pipe, "--lang", "en").start();
        try {
            try (var reader = Files.newBufferedReader(pipe)) {
                assertTrue(reader.readLine().contains("\"id\":"));
            }
            String said = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(3, run.waitFor(), said);
            assertTrue(said.contains("Nobody reads the results any more") && !said.contains("--resume"), said);
        } finally {
            run.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"No space left on device,Free some space", "Disk quota exceeded,Free some space", "File too large,may not grow larger",
        "Input/output error,Check the disk", "Stale file handle,Check the disk", "Read-only file system,Check the disk"})
    void theAdviceFitsTheCause(String system, String advice) throws IOException {
        Path file = Files.createFile(folder.resolve("out.jsonl"));
        String said = new BatchWords(Locale.ENGLISH).notWritten(new IOException(system), file, 7);
        assertTrue(said.contains("(" + system + "). 7 lines are there. ") && said.contains(advice) && said.contains("--resume"), said);
    }

    @Test
    void aListWithoutIdsMayGrowBetweenTwoRuns() throws IOException {
        Path file = folder.resolve("out.jsonl");
        String list = "{\"host\":\"one host\"}\n{\"host\":\"two hosts\"}\nno json\n";
        assertEquals(1, new Call().typing(list).run("batch", "-", "--output", file.toString()).code());
        assertEquals(1, new Call().typing(list).run("batch", "-", "--output", file.toString(), "--resume").code());
        assertEquals(3, Files.readAllLines(file).size(), "nothing is done twice");
        new Call().typing("{\"host\":\"a new host\"}\n" + list).run("batch", "-", "--output", file.toString(), "--resume");
        String all = Files.readString(file);
        assertTrue(all.contains("a new host"), all);
    }

    @Test
    void saysThatEveryLineHasItsResultAndOnlyThen() throws IOException {
        Path done = Files.writeString(folder.resolve("done"), "");
        String list = "{\"host\":\"not a host\"}\n";
        assertEquals(2, new Call().typing("").run("batch", "-", "--done", done.toString()).code());
        assertFalse(Files.exists(done), "of an earlier run");
        assertEquals(3, new Call().typing(list).run("batch", "-", "--output", "/dev/full", "--done", done.toString()).code());
        assertFalse(Files.exists(done), "nothing was written");
        assertEquals(1, new Call().typing(list).run("batch", "-", "--done", done.toString()).code());
        assertTrue(Files.exists(done));
    }

    @Test
    void whenNobodyTakesTheLinesItEnds() throws IOException {
        try (var server = FleetServer.start(0, Map.of())) {
            var broken = new PrintStream(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("Broken pipe");
                }
            }, true);
            var list = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                list.append(line("t" + i, "127.0.9." + (1 + i % 200), server.port(), ""));
            }
            Call call = new Call().typing(list.toString()).writingTo(broken)
                    .run(Stream.concat(Stream.of("batch", "-"), Stream.of(QUIETLY)).toList());
            assertEquals(3, call.code());
            assertTrue(call.err().contains("Nobody reads the results any more") && call.err().contains("its disk may be full")
                    && !call.err().contains("Free some space"), call.err());
            assertTrue(server.visits() < 1_500, "it went on: " + server.visits());
        }
    }

    @Test
    void aSecondRunIntoTheSameFileSaysSoAndEnds() throws IOException, InterruptedException {
        Path file = folder.resolve("out.jsonl");
        try (var server = FleetServer.start(0, Map.of("127.0.10.1", Temper.SILENT))) {
            Process first = ChildJvm.running(CliMain.class, List.of(), Stream.concat(Stream.of("batch", "-", "--output", file.toString()),
                    Stream.of(QUIETLY))
                    .toArray()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (var list = first.outputWriter()) {
                list.write(line("a", "127.0.10.1", server.port(), ",\"timeout\":60"));
                list.flush();
                while (server.visits() == 0 && first.isAlive()) {
                    Thread.onSpinWait();
                }
                Call second = batch(line("b", "127.0.10.2", server.port(), ""), "--output", file.toString());
                assertEquals(2, second.code());
                assertTrue(second.err().contains("another run of Mail Medic"), second.err());
                assertEquals(0, server.visits("127.0.10.2"));
            } finally {
                first.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aPipeGivesItsResultsWhileItIsOpen() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        try (var server = FleetServer.start(0, Map.of())) {
            Process run = ChildJvm.running(CliMain.class, List.of(),
                    Stream.concat(Stream.of("batch", pipe.toString()), Stream.of(QUIETLY)).toArray())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (var results = run.inputReader()) {
                try (var list = Files.newBufferedWriter(pipe)) {
                    for (int i = 0; i < 3; i++) {
                        list.write(line("t" + i, "127.0.11.1", server.port(), ""));
                        list.flush();
                        assertTrue(results.readLine().contains("\"id\":\"t" + i + "\""));
                    }
                }
                assertEquals(0, run.waitFor());
            } finally {
                run.destroyForcibly();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output", "--reports", "--done"})
    void aNameWithNothingInItIsNone(String option) {
        Call call = new Call().typing("{\"host\":\"not a host\"}\n").run("batch", "-", option, "");
        assertEquals(2, call.code());
        assertEquals("", call.out());
        assertTrue(call.err().contains(option + " takes the name of a file or folder"), call.err());
    }

    @Test
    void theListIsNotOverwrittenByItsResult() throws IOException {
        Path list = Files.writeString(folder.resolve("list.jsonl"), "{\"host\":\"127.0.0.1\"}\n");
        Path other = Files.createSymbolicLink(folder.resolve("link.jsonl"), list);
        for (Path output : List.of(list, other)) {
            Call call = new Call().run("batch", list.toString(), "--output", output.toString());
            assertEquals(2, call.code());
            assertTrue(call.err().contains("--output needs another file"), call.err());
            assertEquals("{\"host\":\"127.0.0.1\"}\n", Files.readString(list));
        }
    }
}
