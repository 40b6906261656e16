package org.mailmedic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.real.ImageCli;
import org.mailmedic.real.NameServer;
import org.mailmedic.real.Namespace;
import org.mailmedic.real.RealMailHost;
import org.mailmedic.real.TestAuthority;
import org.mailmedic.real.Until;
import org.mailmedic.real.Workshop;

/// `mailmedic-cli diagnose` beside swaks: connect, STARTTLS, AUTH, MAIL, RCPT, QUIT with the same Postfix.
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class DialogueBench {
    private static final int ROUNDS = 15;
    private static final String SERVER = "203.0.113.25";
    private static final String NAMES = "203.0.113.53";
    private static final String HOST = "mail.shop.test";
    private static final String RSA_SERVER = "203.0.113.26";
    private static final String RSA_HOST = "rsa.shop.test";
    private static final int RELAYED = 2587;
    private static final String PASSWORD = "secret";
    private static final Object[] QUICK = {"--profile", "quick", "--auth", "PLAIN"};

    @Test
    void besideSwaks() throws IOException {
        try (var folder = Workshop.open(); var network = Namespace.create("bench");
             var _ = NameServer.start(network, NAMES, folder.path(), Map.of(HOST, List.of(SERVER), RSA_HOST, List.of(RSA_SERVER)))) {
            network.address(SERVER);
            network.address(RSA_SERVER);
            var authority = TestAuthority.create(folder.resolve("certificates"));
            var rsa = TestAuthority.createRsa(folder.resolve("rsa"));
            try (var host = new RealMailHost(network, folder.resolve("host"), "shop.test", Map.of("anna", PASSWORD, "bert", "other"))) {
                host.door(SERVER, RealMailHost.Door.SUBMISSION, authority.identity(HOST))
                        .door(RSA_SERVER, RealMailHost.Door.SUBMISSION, rsa.identity(RSA_HOST)).start();
                var wholes = new Contest(network, folder.path())
                    .add("swaks", "", swaks(HOST, 587))
                    .add("quick", PASSWORD, medic(authority, 587, QUICK))
                    .add("swaks rsa", "", swaks(RSA_HOST, 587))
                    .add("quick rsa", PASSWORD, medic(rsa, RSA_HOST, 587, QUICK))
                    .add("swaks one core", "", onOneCore(swaks(HOST, 587)))
                    .add("quick one core", PASSWORD, onOneCore(medic(authority, 587, QUICK)))
                    .add("strongest", PASSWORD, medic(authority, 587, "--profile", "quick"))
                    .add("full", PASSWORD, medic(authority, 587))
                    .add("version", "", List.of(ImageCli.PATH, "--version"))
                    .run(ROUNDS);
                var report = ImageCli.outcome(network.command(medic(authority, 587, QUICK).toArray())
                        .reading(PASSWORD));
                print(wholes, dialogues(network, folder, authority), report);
            }
        }
    }

    /// How long each program's connection lives, in milliseconds: swaks, then ours.
    private static List<Double> dialogues(Namespace network, Workshop folder, TestAuthority authority) throws IOException {
        var log = folder.resolve("relay.log");
        var relay = network.command(Path.of(System.getProperty("java.home"), "bin", "java"), "-cp", "target/test-classes",
            StopwatchRelay.class.getName(), SERVER, RELAYED, SERVER, 587).start(log);
        try {
            Until.isTrue("the relay listens", () -> network.command("ss", "-Hltn").succeed().contains(":" + RELAYED));
            var swaks = new ArrayList<Double>();
            var ours = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS + 2; round++) {
                network.command(swaks(HOST, RELAYED).toArray()).succeed();
                swaks.add(lineAfter(log, swaks.size() + ours.size()));
                network.command(medic(authority, RELAYED, QUICK).toArray()).reading(PASSWORD).succeed();
                ours.add(lineAfter(log, swaks.size() + ours.size()));
            }
            // The first two rounds warm the relay up.
            return List.of(Medians.of(swaks.subList(2, swaks.size())), Medians.of(ours.subList(2, ours.size())));
        } finally {
            relay.destroy();
        }
    }

    private static double lineAfter(Path log, int before) {
        Until.isTrue("the relay saw the connection end", () -> lines(log).size() > before);
        return Long.parseLong(lines(log).get(before)) / 1e6;
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void print(Map<String, Contest.Figures> all, List<Double> dialogues, ImageCli.Outcome report) throws IOException {
        var swaks = all.get("swaks");
        var quick = all.get("quick");
        var full = all.get("full");
        var table = new Table("dialogue", "One dialogue with Postfix (STARTTLS, AUTH, MAIL, RCPT, QUIT), medians of " + ROUNDS);
        table.line("%-34s %9s %9s %9s %7s", "", "wall ms", "cpu ms", "peak MB", "ratio");
        row(table, "swaks", swaks, swaks);
        row(table, "mailmedic-cli --profile quick", quick, swaks);
        row(table, "  same, strongest sign-in (SCRAM)", all.get("strongest"), swaks);
        row(table, "  same, a server with an RSA key", all.get("quick rsa"), all.get("swaks rsa"));
        row(table, "  same, both on one core", all.get("quick one core"), all.get("swaks one core"));
        row(table, "mailmedic-cli, full check-up", full, swaks);
        row(table, "mailmedic-cli --version", all.get("version"), swaks);
        table.line("%-34s %9.1f", "the connection alone: swaks", dialogues.getFirst());
        table.line("%-34s %9.1f %27.2f", "the connection alone: quick", dialogues.getLast(), dialogues.getLast() / dialogues.getFirst());
        table.line("aims: quick at most 2 x swaks: %s; full at most 3 x: %s; the connection no longer than swaks': %s",
            met(quick.wall() <= 2 * swaks.wall()), met(full.wall() <= 3 * swaks.wall()), met(dialogues.getLast() <= dialogues.getFirst()));
        table.line("where the time of one quick run goes, ms: process %.1f = JVM, command line and report %.1f + check-up %.1f",
            quick.wall(), quick.wall() - report.report().path("total_ms").asDouble(), report.report().path("total_ms").asDouble());
        report.report().path("stages").forEach(stage -> table.line("  %-12s from %7.1f for %7.1f  %s", stage.path("stage").asString(),
            stage.path("started_ms").asDouble(), stage.path("duration_ms").asDouble(), stage.path("status").asString()));
        table.print();
    }

    private static void row(Table table, String name, Contest.Figures figures, Contest.Figures base) {
        table.line("%-34s %9.1f %9.1f %9.1f %7.2f", name, figures.wall(), figures.cpu(), figures.memory(), figures.wall() / base.wall());
    }

    private static String met(boolean aim) {
        return aim ? "met" : "missed";
    }

    private static List<Object> onOneCore(List<Object> words) {
        return Stream.concat(Stream.of("taskset", "-c", "0"), words.stream()).toList();
    }

    private static List<Object> swaks(String host, int port) {
        return List.of("swaks", "--server", host, "--port", port, "-tls", "--auth", "PLAIN", "--auth-user", "anna@shop.test",
            "--auth-password", PASSWORD, "--from", "anna@shop.test", "--to", "bert@shop.test", "--helo", "client.test", "--quit-after",
                    "RCPT");
    }

    private static List<Object> medic(TestAuthority authority, int port, Object... more) {
        return medic(authority, HOST, port, more);
    }

    private static List<Object> medic(TestAuthority authority, String host, int port, Object... more) {
        return ImageCli.diagnose(options(authority, host, port, more));
    }

    private static List<Object> options(TestAuthority authority, String host, int port, Object... more) {
        var options = new ArrayList<Object>(List.of("--host", host, "--port", port, "--security", "starttls", "--user", "anna@shop.test",
            "--password-stdin", "--from", "anna@shop.test", "--to", "bert@shop.test", "--trust", authority.root(),
            "--resolver", NAMES, "--controls", "none"));
        options.addAll(Arrays.asList(more));
        return options;
    }
}
