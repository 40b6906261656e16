package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.real.ImageCli;
import org.mailmedic.real.NameServer;
import org.mailmedic.real.Namespace;
import org.mailmedic.real.Workshop;

/// A server that is silent on every port: the check-up lasts one step's budget and a little more, however many addresses there are.
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class SilentServerBench {
    private static final int ROUNDS = 7;
    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final Duration ALL_SILENT = Duration.ofSeconds(2);
    private static final String NAMES = "203.0.113.53";
    private static final List<String> ADDRESSES = IntStream.range(0, 8).mapToObj(last -> "203.0.113." + (80 + last)).toList();

    @Test
    void withOneAndWithEightAddresses() throws IOException {
        try (var folder = Workshop.open(); var network = Namespace.create("silent");
             var _ = NameServer.start(network, NAMES, folder.path(),
                 Map.of("one.shop.test", ADDRESSES.subList(0, 1), "eight.shop.test", ADDRESSES))) {
            ADDRESSES.forEach(network::address);
            network.firewall("""
                table inet silence {
                    chain in {
                        type filter hook input priority 0
                        ip daddr 203.0.113.80/29 drop
                    }
                }
                """);
            var table = new Table("silence", "A server silent on every port, step budget " + BUDGET.toSeconds() + " s, medians of "
                    + ROUNDS);
            table.line("%-24s %9s %9s", "", "wall s", "slowest");
            for (var host : List.of("one.shop.test", "eight.shop.test")) {
                var seconds = new ArrayList<Double>();
                for (int round = 0; round < ROUNDS; round++) {
                    var got = ImageCli.outcome(network.command(ImageCli.diagnose(List.of("--host", host, "--port", 587, "--from",
                            "anna@shop.test",
                        "--timeout", BUDGET.toSeconds(), "--resolver", NAMES, "--controls", "none")).toArray()));
                    assertEquals(List.of("tcp.timeout"), got.diagnoses(), got.raw()::out);
                    seconds.add(got.raw().took().toMillis() / 1000.0);
                }
                double median = Medians.of(seconds);
                double slowest = seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
                table.line("%-24s %9.2f %9.2f   aim, at most %d s: %s", host, median, slowest, BUDGET.plus(SLACK).toSeconds(),
                    slowest <= BUDGET.plus(SLACK).toSeconds() ? "met" : "missed");
            }
            everything(network, folder, table);
            table.print();
        }
    }

    /// Controls and name servers are silent too.
    private static void everything(Namespace network, Workshop folder, Table table) throws IOException {
        var controls = Files.writeString(folder.resolve("silent-controls.json"), """
            {"version": 1, "tcp": [{"host": "203.0.113.85", "port": 587, "smtp": true}, {"host": "203.0.113.86", "port": 587, "smtp": true},
             {"host": "203.0.113.87", "port": 443}], "http": [{"url": "http://203.0.113.85/", "status": 204}], "canary": [{"host": "203.0.113.84"}]}""");
        var seconds = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var got = ImageCli.outcome(network.command(ImageCli.diagnose(List.of("--host", "203.0.113.80", "--port", 587, "--timeout",
                    BUDGET.toSeconds(),
                "--resolver", "203.0.113.81", "--controls", controls)).toArray()));
            assertEquals(List.of("network.offline"), got.diagnoses(), got.raw()::out);
            seconds.add(got.raw().took().toMillis() / 1000.0);
        }
        double slowest = seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        table.line("%-24s %9.2f %9.2f   aim, at most %d s: %s", "controls silent too", Medians.of(seconds), slowest, BUDGET.plus(ALL_SILENT)
                .toSeconds(),
            slowest <= BUDGET.plus(ALL_SILENT).toSeconds() ? "met" : "missed");
    }
}
