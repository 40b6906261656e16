package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.monitor.batch.FleetServer;
import org.mailmedic.monitor.batch.FleetServer.Temper;
import org.mailmedic.report.json.ReportReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whole batches against servers on loopback.
@Timeout(100)
final class BatchTest {
    private static final String[] QUIETLY = {"--profile", "quick", "--security", "none", "--allow-plaintext-password", "--lang", "en",
            "--timeout", "5"};
    private static final List<String> KEYS = List.of("format", "version", "id", "host", "port", "outcome", "code", "party", "stage",
            "confidence", "title",
            "certificate_not_after", "stage_ms", "total_ms", "error");
    @TempDir
    private Path folder;

    private static Call batch(String list, String... more) {
        List<String> words = new ArrayList<>(List.of("batch", "-"));
        words.addAll(List.of(QUIETLY));
        words.addAll(List.of(more));
        return new Call().with("PW", "right").with("OLD", "wrong").typing(list).run(words);
    }

    private static Map<String, JsonNode> byId(String lines) {
        Map<String, JsonNode> all = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            JsonNode result = JsonMapper.shared().readTree(line);
            assertEquals(null, all.put(result.get("id").asString(), result), "twice: " + line);
        }
        return all;
    }

    private static String line(String id, String host, int port, String more) {
        return "{\"id\":\"" + id + "\",\"host\":\"" + host + "\",\"port\":" + port + more + "}\n";
    }

    @Test
    void aLineForEachTargetInTheShapeOfTheContract() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.1.2", Temper.REFUSES))) {
            Call call = batch(line("fine", "127.0.1.1", server.port(), "") + line("no", "127.0.1.2", server.port(), "")
                    + "{\"id\":\"bad\"}\n");
            assertEquals(1, call.code(), call.err());
            Map<String, JsonNode> all = byId(call.out());
            assertEquals(Set.of("fine", "no", "bad"), all.keySet());
            for (JsonNode each : all.values()) {
                assertEquals(KEYS, List.copyOf(each.propertyNames()).subList(0, KEYS.size()));
                assertEquals("mailmedic-batch", each.get("format").asString());
            }
            assertEquals("healthy", all.get("fine").get("outcome").asString());
            assertTrue(all.get("fine").get("code").isNull() && all.get("fine").get("error").isNull());
            assertTrue(all.get("fine").get("stage_ms").has("greeting"));
            assertEquals("smtp.rejected_by_server", all.get("no").get("code").asString());
            assertEquals("mail_provider", all.get("no").get("party").asString());
            assertTrue(all.get("bad").get("error").asString().contains("neither a host nor a domain"));
            assertTrue(call.err().contains("3 lines: 1 healthy, 1 with a problem, 0 unclear, 1 not checked."), call.err());
            assertTrue(call.err().contains("1  smtp.rejected_by_server") && call.err().contains("1  127.0.1.2"), call.err());
        }
    }

    @Test
    void exitCodesTellTheWhole() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.1.2", Temper.REFUSES))) {
            String fine = line("a", "127.0.1.1", server.port(), "");
            assertEquals(0, batch(fine).code());
            assertEquals(1, batch(fine + line("b", "127.0.1.2", server.port(), "")).code());
            assertEquals(3, batch(fine + "{\"id\":\"b\"}\n").code());
            assertEquals(2, batch("{\"id\":\"b\"}\n").code());
            assertEquals(2, batch("").code());
        }
    }

    @Test
    void politeToEachServer() throws IOException {
        try (var server = FleetServer.start(5, Map.of())) {
            var list = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                String user = i % 2 == 0 ? "" : ",\"user\":\"u" + i + "\",\"password_env\":\"PW\"";
                list.append(line("t" + i, "127.0.2." + (1 + i % 3), server.port(), user));
            }
            Call call = batch(list.toString(), "--jobs", "16", "--per-host", "3");
            assertEquals(0, call.code(), call.err());
            assertEquals(60, byId(call.out()).size());
            assertTrue(server.busiest() <= 3, "at once: " + server.busiest());
            assertEquals(1, server.mostSigningIn());
            assertEquals(30, server.signIns().size());
        }
    }

    @Test
    void aWrongPasswordIsTriedOnceAndARightOneStillIs() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.3.1", Temper.WRONG_PASSWORD))) {
            var list = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                list.append(line("old" + i, "127.0.3.1", server.port(), ",\"user\":\"anna\",\"password_env\":\"OLD\""));
            }
            list.append(line("new", "127.0.3.1", server.port(), ",\"user\":\"anna\",\"password_env\":\"PW\""));
            list.append(line("bert", "127.0.3.1", server.port(), ",\"user\":\"bert\",\"password_env\":\"OLD\""));
            Call call = batch(list.toString());
            Map<String, JsonNode> all = byId(call.out());
            assertEquals(List.of("127.0.3.1 anna wrong", "127.0.3.1 anna right", "127.0.3.1 bert wrong"), server.signIns());
            assertEquals("healthy", all.get("new").get("outcome").asString());
            for (int i = 0; i < 6; i++) {
                assertEquals("auth.bad_credentials", all.get("old" + i).get("code").asString());
            }
            assertTrue(all.get("old0").get("note").isNull());
            assertTrue(all.get("old3").get("note").asString().contains("the same password was refused here at line old0"),
                    all.get("old3")::toString);
            assertEquals("[\"sign_in\"]", all.get("old3").get("unchecked").toString());
            assertFalse(call.out().contains("wrong\""));
        }
    }

    @Test
    void aReportNamesTheSignInThatWasLeftOut() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.3.9", Temper.WRONG_PASSWORD))) {
            String more = ",\"user\":\"anna@example.test\",\"password_env\":\"OLD\"";
            Call call = batch(line("first", "127.0.3.9", server.port(), more) + line("again", "127.0.3.9", server.port(), more),
                    "--reports", folder.toString(), "--reports-for", "problem");
            assertEquals(1, server.signIns().size());
            JsonNode report = JsonMapper.shared().readTree(Files.readString(folder.resolve("again.mailmedic.json")));
            assertEquals("[\"sign_in\",\"sender\"]", report.get("unchecked").toString());
            assertEquals(report.get("unchecked"), byId(call.out()).get("again").get("unchecked"));
            assertEquals("anna@example.test", report.get("settings").get("user").asString());
        }
    }

    @Test
    void noSignInAfterALockOut() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.4.1", Temper.LOCKED_OUT))) {
            var list = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                list.append(line("t" + i, "127.0.4.1", server.port(), ",\"user\":\"u" + i + "\",\"password_env\":\"PW\""));
                list.append(line("o" + i, "127.0.4.2", server.port(), ",\"user\":\"u" + i + "\",\"password_env\":\"PW\""));
            }
            Map<String, JsonNode> all = byId(batch(list.toString()).out());
            assertEquals(1, server.signIns().stream().filter(each -> each.startsWith("127.0.4.1")).count());
            assertEquals(5, server.signIns().stream().filter(each -> each.startsWith("127.0.4.2")).count());
            assertEquals("problem", all.get("t0").get("outcome").asString());
            for (int i = 1; i < 5; i++) {
                assertEquals("inconclusive", all.get("t" + i).get("outcome").asString());
                assertEquals("auth.too_many_attempts", all.get("t" + i).get("code").asString());
                assertTrue(all.get("t" + i).get("note").asString().contains("asked for fewer"));
            }
        }
    }

    @Test
    void shardsTogetherAreTheWhole() throws IOException {
        try (var server = FleetServer.start(0, Map.of())) {
            var list = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                list.append(line("t" + i, "127.0.5." + (1 + i / 2), server.port(), ""));
            }
            list.append("{\n{\"id\":\"t1\",\"host\":\"127.0.5.1\"}\n");
            Set<String> seen = new HashSet<>();
            for (int shard = 1; shard <= 4; shard++) {
                for (String line : batch(list.toString(), "--shard", shard + "/4").out().lines().toList()) {
                    JsonNode result = JsonMapper.shared().readTree(line);
                    assertTrue(seen.add(result.get("id").asString() + result.get("line")), line);
                }
            }
            assertEquals(62, seen.size());
        }
    }

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
            try (var list = Files.newBufferedWriter(pipe); var results = run.inputReader()) {
                for (int i = 0; i < 3; i++) {
                    list.write(line("t" + i, "127.0.11.1", server.port(), ""));
                    list.flush();
                    assertTrue(results.readLine().contains("\"id\":\"t" + i + "\""));
                }
                list.close();
                assertEquals(0, run.waitFor());
            } finally {
                run.destroyForcibly();
            }
        }
    }

    @Test
    void aDomainHasItsSentence() {
        JsonNode line = byId(batch("{\"id\":\"d\",\"domain\":\"example.test\"}").out()).get("d");
        assertTrue(line.get("error").asString().contains("command \"domain\"") || line.get("error").isNull(), line::toString);
        assertEquals("example.test", line.get("domain").asString());
    }

    @Test
    void noFormOfAPasswordIsAnywhere() throws IOException {
        String secret = "Tr0ub4dor&3 \u00fc%\"x";
        Path password = Files.writeString(folder.resolve("password.txt"), secret);
        try (var server = FleetServer.start(0, Map.of("127.0.14.1", Temper.WRONG_PASSWORD, "127.0.14.2", Temper.LOCKED_OUT))) {
            var list = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                list.append(line("t" + i, "127.0.14." + (1 + i % 3), server.port(), ",\"user\":\"anna\",\"password_file\":\"" + password + "\""));
            }
            Path reports = folder.resolve("reports");
            Call call = batch(list.toString(), "--reports", reports.toString());
            assertEquals(6, call.out().lines().count());
            var all = new StringBuilder(call.out()).append(call.err());
            try (Stream<Path> files = Files.list(reports)) {
                for (Path each : files.toList()) {
                    all.append(Files.readString(each));
                }
            }
            String told = all.toString();
            new SecretForms("anna", secret).all().forEach(form -> assertFalse(told.contains(form), form));
            assertTrue(server.signIns().stream().anyMatch(each -> each.endsWith(secret)));
        }
    }

    @Test
    void aPasswordThatCannotBeReadIsItsLinesTrouble() throws IOException {
        try (var server = FleetServer.start(0, Map.of())) {
            Map<String, JsonNode> all = byId(batch(line("a", "127.0.12.1", server.port(), ",\"user\":\"u\",\"password_file\":\"/no/such\"")
                + line("b", "127.0.12.1", server.port(), ",\"user\":\"u\",\"password_env\":\"NO_SUCH\"")
                        + line("c", "127.0.12.1", server.port(), "")).out());
            assertTrue(all.get("a").get("error").asString().contains("/no/such cannot be read"));
            assertTrue(all.get("b").get("error").asString().contains("NO_SUCH is not set"));
            assertEquals("healthy", all.get("c").get("outcome").asString());
        }
    }

    @ParameterizedTest
    @CsvSource({"--jobs,0", "--jobs,many", "--jobs,5000", "--per-host,0", "--shard,0/8", "--shard,9/8", "--shard,1", "--shard,1/8x",
            "--reports-for,some",
        "--profile,deep", "--timeout,0", "--lang,!!"})
    void callsThatCannotBeCarriedOut(String option, String value) {
        Call call = new Call().typing("{\"host\":\"127.0.0.1\"}").run("batch", "-", option, value);
        assertEquals(2, call.code(), call.err());
        assertEquals("", call.out());
        assertTrue(call.err().contains(option), call.err());
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

    @Test
    void resumeNeedsAFileAndAListMustBeThere() {
        assertTrue(new Call().typing("x").run("batch", "-", "--resume").err().contains("--resume needs --output"));
        assertTrue(new Call().run("batch", "/no/such/list").err().contains("cannot be read"));
        assertTrue(new Call().run("batch", folder.toString()).err().contains("is a folder"));
        assertTrue(new Call().typing("x").run("batch", "-", "--user", "u", "--password-stdin").err()
                .contains("--password-stdin cannot be used"));
        assertEquals(2, new Call().run("batch").code());
    }
}
