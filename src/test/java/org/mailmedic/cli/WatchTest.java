package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.monitor.Time;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whole watches of servers on loopback, whose pauses pass in no time.
@Timeout(60)
final class WatchTest {
    private static final Duration MANY_HOURS = Duration.ofHours(30);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Duration> rests = new ArrayList<>();
    private Duration rested = Duration.ZERO;
    private Runnable meanwhile = () -> { };
    @TempDir
    private Path folder;

    private final Time time = new Time() {
        @Override
        public Instant now() {
            return Instant.parse("2026-11-21T12:00:00Z").plus(rested);
        }

        @Override
        public long nanos() {
            return rested.toNanos();
        }

        @Override
        public void rest(Duration pause) {
            rests.add(pause);
            rested = rested.plus(pause);
            assertTrue(rested.compareTo(MANY_HOURS) < 0, "it goes on for ever");
            meanwhile.run();
        }
    };

    private int watch(int port, String... more) {
        return watch(false, port, more);
    }

    private int watch(boolean interactive, int port, String... more) {
        List<String> words = new ArrayList<>(List.of("--host", "127.0.0.1", "--port", String.valueOf(port), "--controls", "none",
                "--profile", "quick",
                "--lang", "en", "--timeout", "5"));
        words.addAll(List.of(more));
        var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of(), interactive, _ -> null);
        return new CommandLine(new WatchCommand(terminal, time).spec()).execute(words.toArray(String[]::new));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// Greets with each of these in turn, then always with the last.
    private static ScriptedServer server(String... greetings) throws IOException {
        var visits = new AtomicInteger();
        return ScriptedServer.start(peer -> {
            String greeting = greetings[Math.min(visits.getAndIncrement(), greetings.length - 1)];
            peer.say(greeting + "\r\n");
            for (String line = peer.line(); line != null; line = peer.line()) {
                peer.say(line.startsWith("EHLO") ? "250-here.test\r\n250 SIZE 1000\r\n" : line.startsWith("QUIT") ? "221 bye\r\n"
                        : "250 ok\r\n");
            }
        });
    }

    @Test
    void aTerminalRingsOnceForEachChangeAndAPipeNever() throws IOException {
        try (var server = server("554 not today", "554 not today", "220 here.test ESMTP")) {
            assertEquals(0, watch(true, server.port(), "--security", "none"), this::said);
        }
        assertEquals(1, said().chars().filter(c -> c == 7).count(), said());
        err.reset();
        try (var server = server("554 not today", "220 here.test ESMTP")) {
            assertEquals(0, watch(server.port(), "--security", "none"), this::said);
        }
        assertFalse(said().contains("\u0007"), said());
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("\u0007"));
    }

    @Test
    void aLineARoundAndAnEndWhenItChanges() throws IOException {
        try (var server = server("554 not today", "554 not today", "220 here.test ESMTP")) {
            assertEquals(0, watch(server.port(), "--security", "none"), this::said);
        }
        assertEquals(3, lines().size());
        assertTrue(lines().get(0).matches("\\d\\d:\\d\\d:00  problem  .+ \\(.+ m?s\\)"), lines().get(0));
        assertTrue(lines().get(1).matches("\\d\\d:\\d\\d:15  problem  .+"), lines().get(1));
        assertTrue(lines().get(2).matches("\\d\\d:\\d\\d:37  healthy  Your mail can go out \\(.+\\)"), lines().get(2));
        assertEquals(List.of(15_000L, 22_500L), rests.stream().map(Duration::toMillis).toList());
        assertTrue(said().contains("It changed at 21 November 2026") && said().contains("Now: Your mail can go out."), said());
        assertTrue(said().contains("The outcome changed."), said());
    }

    @Test
    void theExitCodeIsTheOutcomeAtTheEnd() throws IOException {
        try (var server = server("220 here.test ESMTP", "554 not today")) {
            assertEquals(1, watch(server.port(), "--security", "none", "--until", "change"));
        }
        try (var server = server("220 here.test ESMTP", "554 not today", "220 here.test ESMTP")) {
            assertEquals(0, watch(server.port(), "--security", "none", "--until", "30", "--every", "10"), this::said);
        }
        assertTrue(said().contains("The time is up."), said());
    }

    @Test
    void severalEndsMayBeGivenAndTheFirstCounts() throws IOException {
        try (var server = server("220 here.test ESMTP", "554 not today")) {
            assertEquals(0, watch(server.port(), "--security", "none", "--until", "600", "--until", "HEALTHY", "--until", "20"));
            assertEquals(1, lines().size());
        }
        try (var server = server("554 not today")) {
            assertEquals(1, watch(server.port(), "--security", "none", "--until", "healthy", "--until", "600", "--until", "100.5"));
            assertEquals(Duration.ofMillis(100_500), rested);
        }
    }

    @Test
    void aDayIsTheMostThatAForgottenWatchTakes() throws IOException {
        try (var server = server("554 not today")) {
            assertEquals(1, watch(server.port(), "--security", "none", "--until", "healthy", "--every", "3600"));
        }
        assertEquals(Duration.ofDays(1), rested);
        assertEquals(24, lines().size());
    }

    @Test
    void everyRoundIsALineOfJson() throws IOException {
        Path file = Files.writeString(folder.resolve("watch.jsonl"), "old");
        try (var server = server("554 not today \u202e", "220 here.test ESMTP")) {
            assertEquals(0, watch(server.port(), "--security", "none", "--format", "json", "--output", file.toString()));
        }
        assertEquals(List.of(), lines());
        List<JsonNode> rounds = Files.readAllLines(file).stream().map(line -> JsonMapper.builder().build().readTree(line)).toList();
        assertEquals(2, rounds.size());
        JsonNode first = rounds.getFirst();
        assertEquals(List.of("format", "version", "round", "at", "outcome", "unchecked", "code", "headline", "letter", "total_ms",
                "changed"), List.copyOf(first.propertyNames()));
        assertEquals("mailmedic-watch", first.get("format").asString());
        assertEquals("smtp.rejected_by_server", first.get("code").asString());
        assertEquals("2026-11-21T12:00:00Z", first.get("at").asString());
        assertFalse(first.get("changed").asBoolean());
        assertEquals(List.of("healthy", "", "2"), List.of(rounds.get(1).get("outcome").asString(), rounds.get(1).get("code").asString(),
                rounds.get(1).get("round").asString()));
        assertTrue(rounds.get(1).get("changed").asBoolean());
        assertTrue(Files.readString(file).codePoints().noneMatch(c -> c == 0x202e));
    }

    @Test
    void aRefusedSignInIsTriedOnce() throws IOException {
        try (var server = PracticeServer.start(Faults.find("auth-bad-credentials").orElseThrow(), PracticeOptions.defaults())) {
            Path trust = Files.writeString(folder.resolve("trust.pem"), server.authorityPem());
            Path password = Files.writeString(folder.resolve("password.txt"), "wrong");
            assertEquals(1, watch(server.port(), "--security", server.security(), "--trust", trust.toString(), "--user",
                    "anna@practice.test",
                    "--password-file", password.toString(), "--until", "healthy"));
            assertEquals(1, server.signInAttempts());
        }
        assertEquals(1, lines().size());
        assertTrue(said().contains("could lock the account"), said());
    }

    @Test
    void aTestMessageThatArrivedIsNotSentAgain() throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy").orElseThrow(), PracticeOptions.defaults())) {
            Path trust = Files.writeString(folder.resolve("trust.pem"), server.authorityPem());
            Path password = Files.writeString(folder.resolve("password.txt"), server.options().password());
            assertEquals(0, watch(server.port(), "--security", server.security(), "--trust", trust.toString(), "--user",
                    server.options().user(),
                    "--password-file", password.toString(), "--from", server.options().user(), "--to", "other@practice.test", "--send",
                            "--until", "40"),
                    this::said);
            assertEquals(3, lines().size());
            assertEquals(1, server.messages().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"--until,soon", "--until,0", "--until,-5", "--until,''", "--until,1e99", "--until,2592001", "--until,NaN", "--every,4",
            "--every,often",
        "--every,86401", "--format,html", "--format,pdf", "--timeout,x", "--port,0", "--security,ssl"})
    void callsThatCannotBeCarriedOut(String option, String value) {
        var call = new Call().run("watch", "--host", "127.0.0.1", "--controls", "none", option, value);
        assertEquals(2, call.code(), call.err());
        assertEquals("", call.out());
        assertTrue(call.err().contains(option) && call.err().lines().count() <= 2 && !call.err().contains("Exception"), call.err());
    }

    @Test
    void anAuthorityFileThatCannotBeUsedIsSaid() throws IOException {
        var call = new Call().run("watch", "--host", "127.0.0.1", "--controls", "none", "--trust",
                Files.writeString(folder.resolve("empty.pem"), "").toString());
        assertEquals(2, call.code(), call.err());
        assertTrue(call.err().contains("no certificate"), call.err());
        assertEquals("", call.out());
    }

    @Test
    void aCommandIsRunAtAChangeWithTheJsonOnItsStandardInput() throws IOException {
        Path heard = folder.resolve("heard");
        try (var server = server("554 not today", "554 not today", "220 here.test ESMTP")) {
            assertEquals(0, watch(server.port(), "--security", "none", "--notify-command", "cat >> '" + heard + "'; echo noise"),
                    this::said);
            List<String> changes = Files.readAllLines(heard);
            assertEquals(1, changes.size());
            JsonNode change = JsonMapper.builder().build().readTree(changes.getFirst());
            assertEquals(List.of("healthy", "", "true", "3"), List.of(change.get("outcome").asString(), change.get("code").asString(),
                    change.get("changed").asString(), change.get("round").asString()));
            assertEquals("smtp.rejected_by_server", change.get("before").get("code").asString());
            assertEquals("127.0.0.1", change.get("host").asString());
            assertEquals(server.port(), change.get("port").asInt());
        }
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("noise"));
        assertTrue(said().contains("was run"), said());
    }

    @Test
    void aCommandThatEndsBadlyIsSaidAndEndsNothing() throws IOException {
        try (var server = server("554 not today", "220 here.test ESMTP", "220 here.test ESMTP")) {
            assertEquals(0, watch(server.port(), "--security", "none", "--until", "30", "--every", "10", "--notify-command", "exit 7"),
                    this::said);
        }
        assertTrue(said().contains("exit code 7"), said());
        assertEquals(3, lines().size());
    }

    @Test
    void oneLineAndAnExitCodeForNagios() throws IOException {
        try (var server = server("220 here.test ESMTP")) {
            assertEquals(0, watch(server.port(), "--security", "none", "--format", "nagios"), this::said);
            assertEquals(1, lines().size());
            assertTrue(lines().getFirst().matches("MAILMEDIC OK - 127\\.0\\.0\\.1:" + server.port()
                    + " Your mail can go out \\| time=\\d+\\.\\d{3}s;;;0( [a-z_]+=\\d+\\.\\d{3}s;;;0)+"),
                    lines().getFirst());
            assertEquals("", said());
        }
        out.reset();
        try (var server = server("554 not | today")) {
            assertEquals(2, watch(server.port(), "--security", "none", "--format", "NAGIOS"), this::said);
            assertTrue(lines().getFirst().startsWith("MAILMEDIC CRITICAL - ") && lines().getFirst().contains("(smtp.rejected_by_server)"),
                    lines().getFirst());
            assertEquals(1, lines().getFirst().chars().filter(c -> c == '|').count());
        }
    }

    @Test
    void aCertificateThatRunsOutIsInThePerformanceData() throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy").orElseThrow(), PracticeOptions.defaults())) {
            Path trust = Files.writeString(folder.resolve("trust.pem"), server.authorityPem());
            assertEquals(0, watch(server.port(), "--security", server.security(), "--trust", trust.toString(), "--format", "nagios"),
                    this::said);
            assertTrue(lines().getFirst().matches(".* certificate_days=\\d+"), lines().getFirst());
        }
    }

    /// Nobody knows whether mail can go out while the sign-in was left out: no form of the outcome may say that it can.
    @Test
    void noFormSaysThatMailCanGoOutWhereTheSignInWasLeftOut() throws IOException {
        for (String form : List.of("nagios", "text", "json")) {
            try (var server = PracticeServer.start(Faults.find("healthy").orElseThrow(), PracticeOptions.defaults())) {
                Path trust = Files.writeString(folder.resolve("trust.pem"), server.authorityPem());
                assertEquals(0, watch(server.port(), "--security", server.security(), "--trust", trust.toString(), "--user",
                        "anna@practice.test", "--format", form, "--until", "healthy"), this::said);
            }
            String all = out.toString(StandardCharsets.UTF_8) + said();
            assertFalse(all.contains("mail can go out"), all);
            assertTrue(form.equals("json") ? all.contains("\"unchecked\":[\"sign_in\"")
                    : all.contains("Everything up to the sign-in works"), all);
            out.reset();
            err.reset();
        }
    }

    @Test
    void aCallThatCannotBeCarriedOutIsUnknownForNagios() {
        var call = new Call().run("watch", "--host", "127.0.0.1", "--controls", "none", "--port", "0", "--format", "nagios");
        assertEquals(3, call.code());
        assertTrue(call.out().startsWith("MAILMEDIC UNKNOWN - --port takes"), call.out());
    }

    @Test
    void theHelpNamesTheEnds() {
        var call = new Call().run("watch", "--help");
        assertEquals(0, call.code());
        String words = call.out().replaceAll("\\s+", " ");
        assertTrue(words.contains("0 OK, 1 WARNING, 2 CRITICAL (a problem was found), 3 UNKNOWN"), call.out());
        assertTrue(call.out().contains("--until") && call.out().contains("--every") && call.out().contains("--host"), call.out());
    }
}
