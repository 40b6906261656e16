package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// Whoever stops a check-up gets what was seen so far, within a second, whatever it was waiting for; nothing of it stays behind.
@Timeout(60)
final class CancellationTest {
    private static final Options PATIENT = Options.usual().withTimeout(Duration.ofSeconds(60));
    private static final long AT_ONCE_MS = 1000;

    @TempDir
    private Path folder;

    private static Settings settings(int port) {
        return Settings.of("127.0.0.1").withPort(port).withSecurity(Security.NONE).allowingPlaintextPassword()
                .withLogin(new Login.Password("person@practice.test", Secret.of("secret"))).withTo(Checkups.address("other@practice.test"))
                        .sending();
    }

    /// A plain server that falls silent at one command, and says when it has.
    private static ScriptedServer silentAt(String step, CountDownLatch silent) throws IOException {
        return ScriptedServer.start(peer -> {
            if (step.equals("GREETING")) {
                silent.countDown();
                peer.untilGone();
                return;
            }
            peer.say("220 practice.test ESMTP\r\n");
            boolean message = false;
            for (String line = peer.line(); line != null; line = peer.line()) {
                String verb = message ? line : line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                if (verb.equals(step)) {
                    silent.countDown();
                    peer.untilGone();
                } else if (!message || verb.equals(".")) {
                    message = verb.equals("DATA");
                    peer.say(switch (verb) {
                        case "EHLO" -> "250-practice.test\r\n250 AUTH PLAIN\r\n";
                        case "AUTH" -> "235 2.7.0 ok\r\n";
                        case "DATA" -> "354 go on\r\n";
                        default -> "250 2.0.0 ok\r\n";
                    });
                }
            }
        });
    }

    private static Report cancelled(Running running) throws Exception {
        long began = System.nanoTime();
        running.cancel();
        Report report = running.report().get(20, TimeUnit.SECONDS);
        double tookMs = (System.nanoTime() - began) / 1e6;
        assertTrue(tookMs <= AT_ONCE_MS, () -> tookMs + " ms");
        assertFalse(JsonReport.write(report).isEmpty());
        return report;
    }

    private static void assertNothingRemains() throws InterruptedException {
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("check-up")) {
                each.join(5000);
                assertFalse(each.isAlive(), each.getName());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GREETING, greeting", "EHLO, hello", "AUTH, sign_in", "MAIL, sender", "RCPT, recipient", "DATA, message", "., message"})
    void endsAtOnceWhereTheServerIsSilent(String step, String stage) throws Exception {
        var silent = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        try (var server = silentAt(step, silent)) {
            var running = Checkups.on(new SystemNetwork()).start(settings(server.port()), PATIENT, atTheBeginningOf(stage, begun));
            assertTrue(silent.await(20, TimeUnit.SECONDS) && begun.await(20, TimeUnit.SECONDS));
            Report report = cancelled(running);
            assertNotEquals(Report.Outcome.HEALTHY, report.outcome());
            assertTrue(report.evidence().stream().anyMatch(e -> e.get("kind").equals("tcp")), "what was seen before is in the report");
            assertNotEquals("ok", status(report, stage));
            assertTrue(server.allLeft(5), "the connections are closed");
            assertNothingRemains();
        }
    }

    private static String status(Report report, String stage) {
        return report.stages().stream().filter(s -> s.stage().equals(stage)).findFirst().orElseThrow().status();
    }

    @Test
    void endsAtOnceInAHandshake() throws Exception {
        var silent = new CountDownLatch(1);
        try (var server = ScriptedServer.start(peer -> {
            peer.anything();
            silent.countDown();
            peer.untilGone();
        })) {
            var running = Checkups.on(new SystemNetwork()).start(settings(server.port()).withSecurity(Security.TLS), PATIENT, _ -> { });
            assertTrue(silent.await(20, TimeUnit.SECONDS));
            cancelled(running);
            assertTrue(server.allLeft(5));
            assertNothingRemains();
        }
    }

    /// A connection that opens in the very moment of the stop is nobody's any more, and is closed all the same.
    @RepeatedTest(20)
    void closesWhatOpensTooLate() throws Exception {
        var accepted = new CountDownLatch(1);
        try (var server = silentAt("GREETING", accepted)) {
            var running = Checkups.on(new SystemNetwork()).start(settings(server.port()), PATIENT, _ -> { });
            assertTrue(accepted.await(20, TimeUnit.SECONDS));
            cancelled(running);
            assertTrue(server.allLeft(3), "a connection was left open");
        }
    }

    /// While the greeting is waited for, the same port is looked at in the other mode too.
    @Test
    void endsWhatIsLookedAtBesideToo() throws Exception {
        var several = new CountDownLatch(2);
        try (var server = silentAt("GREETING", several)) {
            var running = Checkups.on(new SystemNetwork()).start(settings(server.port()), PATIENT, _ -> { });
            assertTrue(several.await(20, TimeUnit.SECONDS));
            cancelled(running);
            assertTrue(server.allLeft(5));
            assertNothingRemains();
        }
    }

    /// On Linux a full queue of callers swallows the next one's SYN, as a firewall that drops does.
    @Test
    @EnabledOnOs(OS.LINUX)
    void endsAtOnceInAConnect() throws Exception {
        List<Socket> callers = new ArrayList<>();
        try (var door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            for (int i = 0; i < 2; i++) {
                callers.add(new Socket(door.getInetAddress(), door.getLocalPort()));
            }
            Report report = cancelAt(Stage.CONNECT, settings(door.getLocalPort()));
            assertNotEquals("ok", status(report, "connect"));
            assertNothingRemains();
        } finally {
            for (Socket each : callers) {
                each.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SETTINGS", "DNS", "CONNECT", "GREETING", "HELLO", "SIGN_IN", "SENDER", "RECIPIENT", "MESSAGE"})
    void canBeStoppedAsAStageBegins(Stage stage) throws Exception {
        try (var server = silentAt("never", new CountDownLatch(1))) {
            Settings settings = settings(server.port());
            Report report = cancelAt(stage, stage == Stage.DNS
                    ? new Settings("localhost", settings.port(), settings.security(), settings.login(),
                    Optional.empty(), settings.from(), settings.to(), settings.symptom(), true, true) : settings);
            assertEquals(12, report.stages().size());
            assertNothingRemains();
        }
    }

    private static Report cancelAt(Stage stage, Settings settings) throws Exception {
        var reached = new CountDownLatch(1);
        var running = Checkups.on(new SystemNetwork()).start(settings, PATIENT, atTheBeginningOf(stage.id(), reached));
        assertTrue(reached.await(20, TimeUnit.SECONDS));
        return cancelled(running);
    }

    private static Consumer<Progress> atTheBeginningOf(String stage, CountDownLatch reached) {
        return event -> {
            if (event instanceof Progress.StageBegan(var began) && began.id().equals(stage)) {
                reached.countDown();
            }
        };
    }

    @Test
    void stoppingTwiceOrLateDoesNoHarm() throws Exception {
        try (var server = ScriptedServer.saying("554 no\r\n")) {
            var running = Checkups.on(new SystemNetwork())
                    .start(settings(server.port()), PATIENT.withProfile(Options.Profile.QUICK), _ -> { });
            Report report = running.report().get(20, TimeUnit.SECONDS);
            running.cancel();
            running.cancel();
            assertEquals(report, running.await());
        }
    }

    /// The last event comes, also after a cancellation.
    @Test
    void theListenerHearsTheEnd() throws Exception {
        var silent = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var server = silentAt("EHLO", silent)) {
            var running = Checkups.on(new SystemNetwork()).start(settings(server.port()), PATIENT, event -> {
                if (event instanceof Progress.Ended) {
                    ended.countDown();
                }
            });
            assertTrue(silent.await(20, TimeUnit.SECONDS));
            cancelled(running);
            assertTrue(ended.await(5, TimeUnit.SECONDS));
        }
    }

    /// A dump of all threads, virtual ones included, shows none that still looks at something.
    @Test
    void leavesNoThreadBehind() throws Exception {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        assumeTrue(Files.isExecutable(jcmd), "a JDK is needed for a dump");
        for (String step : List.of("GREETING", "AUTH", "RCPT")) {
            var silent = new CountDownLatch(1);
            try (var server = silentAt(step, silent)) {
                var running = Checkups.on(new SystemNetwork()).start(settings(server.port()), PATIENT, _ -> { });
                assertTrue(silent.await(20, TimeUnit.SECONDS));
                cancelled(running);
                assertTrue(server.allLeft(5));
            }
        }
        assertNothingRemains();
        Path dump = folder.resolve("threads.txt");
        var process = new ProcessBuilder(jcmd.toString(), String.valueOf(ProcessHandle.current().pid()), "Thread.dump_to_file",
                dump.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("jcmd.txt").toFile()).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0, () -> "jcmd did not answer");
        List<String> ours = Files.readAllLines(dump).stream()
                .filter(line -> line.contains("org.mailmedic.probe.") || line.contains("org.mailmedic.net.transport.Bounded")
                || line.contains("org.mailmedic.checkup.Journey")).toList();
        assertEquals(List.of(), ours);
    }
}
