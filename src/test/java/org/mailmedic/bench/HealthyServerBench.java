package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/// A full check-up of a healthy server far away: what is looked at beside its one dialogue adds little to the dialogue's own time.
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class HealthyServerBench {
    private static final int ROUNDS = 7;
    private static final double AIM = 1.5;
    private static final String SERVER = "203.0.113.25";
    private static final String FAR = "203.0.113.26";
    private static final String NAMES = "203.0.113.53";
    private static final String HOST = "mail.shop.test";
    private static final String PASSWORD = "secret";

    @Test
    void besideItsLongestDialogue() throws IOException {
        try (var folder = Workshop.open(); var network = Namespace.create("healthy");
             var _ = NameServer.start(network, NAMES, folder.path(), Map.of(HOST, List.of(FAR)))) {
            network.address(SERVER);
            network.address(FAR);
            var authority = TestAuthority.create(folder.resolve("certificates"));
            try (var host = new RealMailHost(network, folder.resolve("host"), "shop.test", Map.of("anna", PASSWORD, "bert", "other"))) {
                host.door(SERVER, RealMailHost.Door.SUBMISSION, authority.identity(HOST)).start();
                var table = new Table("healthy", "A full check-up of a healthy Postfix, medians of " + ROUNDS);
                table.line("%-28s %12s %12s %12s %8s", "one way", "dialogue ms", "check-up ms", "process ms", "ratio");
                for (int delay : List.of(5, 25, 100)) {
                    measure(network, folder, authority, delay, table);
                }
                table.print();
            }
        }
    }

    private static void measure(Namespace network, Workshop folder, TestAuthority authority, int delay, Table table) throws IOException {
        var log = folder.resolve("relay" + delay + ".log");
        var relay = network.command(Path.of(System.getProperty("java.home"), "bin", "java"), "-cp", "target/test-classes",
            StopwatchRelay.class.getName(), FAR, 587, SERVER, 587, delay).start(log);
        try {
            Until.isTrue("the relay listens", () -> network.command("ss", "-Hltn", "sport = :587").succeed().contains(FAR));
            var dialogues = new ArrayList<Double>();
            var checkups = new ArrayList<Double>();
            var processes = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS + 1; round++) {
                int before = Files.readAllLines(log).size();
                var got = ImageCli.outcome(network.command(ImageCli.diagnose(List.of("--host", HOST, "--port", 587, "--security",
                        "starttls",
                    "--user", "anna@shop.test", "--password-stdin", "--from", "anna@shop.test", "--to", "bert@shop.test",
                    "--trust", authority.root(), "--resolver", NAMES, "--controls", "none")).toArray()).reading(PASSWORD));
                assertEquals("healthy", got.outcome(), got.raw()::out);
                Until.isTrue("the relay saw a connection end", () -> lines(log).size() > before);
                // The first round warms the relay up.
                if (round > 0) {
                    dialogues.add(lines(log).subList(before, lines(log).size()).stream().mapToDouble(line -> Long.parseLong(line) / 1e6)
                            .max().orElseThrow());
                    checkups.add(got.report().path("total_ms").asDouble());
                    processes.add(got.raw().took().toNanos() / 1e6);
                }
            }
            double ratio = Medians.of(checkups) / Medians.of(dialogues);
            table.line("%-28s %12.0f %12.0f %12.0f %8.2f   aim, at most %.1f: %s", delay + " ms", Medians.of(dialogues),
                    Medians.of(checkups),
                Medians.of(processes), ratio, AIM, ratio <= AIM ? "met" : "missed");
        } finally {
            relay.destroy();
            relay.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
