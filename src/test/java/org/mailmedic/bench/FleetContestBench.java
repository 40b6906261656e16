package org.mailmedic.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.lab.peer.Authority;
import org.mailmedic.monitor.batch.FleetServer;
import org.mailmedic.real.Command;
import org.mailmedic.real.ImageCli;
import org.mailmedic.real.Workshop;

/// The same dialogues by others: with sign-in in plaintext, and with STARTTLS and a look at the certificate, by `swaks` under `xargs -P`
/// and by blackbox_exporter; and the exporter's own answers over time. Processor time for each target: of a batch and of swaks all of it,
/// starts included, of what answers as long as it is asked once it is warm.
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class FleetContestBench {
    private static final int TARGETS = 600;
    private static final int LONG_LIST = 3_000;
    private static final int WARM = 2_000;
    private static final int AT_ONCE = 32;
    private static final int FEW = 150;
    private static final int STEP_MS = 20;
    private static final int A_SECOND = 50;
    private static final int SECONDS = 60;
    private static final int MANY = 20_000;
    private static final String SIGN_IN = "AHUAcmlnaHQ=";
    private static final double LEAST_TO_SWAKS = 10;
    private static final double MOST_TO_BLACKBOX = 2;

    /// What is said to each server.
    ///
    /// @param servers   by how many addresses they are known
    /// @param fields    of a line of the list
    /// @param options   of ours
    /// @param swaks     options of swaks
    /// @param blackbox  steps of blackbox_exporter after the greeting
    private record Way(String name, int servers, String fields, List<Object> options, String swaks, String blackbox) {
        static Way signIn() {
            return new Way("sign-in in plaintext", 5_000, "\"security\":\"none\",\"user\":\"u\",\"password_env\":\"FLEET_PW\"",
                    List.of("--allow-plaintext-password"), "--auth PLAIN --auth-user u --auth-password right --quit-after AUTH", """
                            - expect: "^250 SIZE"
                            - send: "AUTH PLAIN %s\\r"
                            - expect: "^235"
                            - send: "QUIT\\r"
                    """.formatted(SIGN_IN));
        }

        /// Few addresses, since all are named in the one certificate.
        static Way startTls(Path authority) {
            return new Way("STARTTLS", 40, "\"security\":\"starttls\"", List.of("--trust", authority),
                    "-tls --tls-ca-path " + authority + " --tls-verify --quit-after TLS", """
                            - expect: "^250-STARTTLS"
                            - send: "STARTTLS\\r"
                            - expect: "^220"
                            - starttls: true
                            - send: "EHLO prober\\r"
                            - expect: "^250-AUTH"
                            - send: "QUIT\\r"
                          tls_config:
                            ca_file: %s
                    """.formatted(authority));
        }

        String address(int i) {
            int server = i % servers;
            return "127.60." + server / 200 + "." + (1 + server % 200);
        }
    }

    @Test
    void besideOthers() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/swaks")) && Files.isExecutable(Path.of("/usr/bin/prometheus-blackbox-exporter")));
        var table = new Table("fleet-contest", "The same dialogue for each of " + TARGETS + " servers, " + AT_ONCE + " at once: processor "
                + "milliseconds each");
        table.line("%-44s %8s %8s", "", "CPU ms", "ratio");
        try (var folder = Workshop.open()) {
            try (var server = FleetServer.start(STEP_MS, Map.of())) {
                compare(table, folder, server, Way.signIn());
            }
            var authority = new Authority(folder.resolve("certificates"));
            Way startTls = Way.startTls(authority.root());
            String[] named = IntStream.range(0, startTls.servers()).mapToObj(startTls::address).toArray(String[]::new);
            try (var server = FleetServer.encrypting(STEP_MS, authority.sound(named).context())) {
                compare(table, folder, server, startTls);
            }
        }
        table.print();
    }

    private static void compare(Table table, Workshop folder, FleetServer server, Way way) throws IOException, InterruptedException {
        double swaks = swaks(folder, server, way);
        double batch = batch(folder, server, way, TARGETS);
        double longer = batch(folder, server, way, LONG_LIST);
        double further = (longer * LONG_LIST - batch * TARGETS) / (LONG_LIST - TARGETS);
        double blackbox = blackbox(folder, server, way);
        double exporter = exporter(folder, server, way);
        table.line("%s", way.name());
        table.line("%-44s %8.2f", "  swaks under xargs -P", swaks);
        table.line("%-44s %8.2f %8.1f of swaks' in one of ours, aim %.0f: %s", "  batch, its start included", batch, swaks / batch,
                LEAST_TO_SWAKS, met(swaks / batch >= LEAST_TO_SWAKS));
        table.line("%-44s %8.2f %8.1f", "  batch, each further line up to " + LONG_LIST, further, swaks / further);
        table.line("%-44s %8.2f", "  blackbox_exporter, warm", blackbox);
        table.line("%-44s %8.2f %8.1f of blackbox_exporter's, aim %.0f: %s", "  exporter, warm", exporter, exporter / blackbox,
                MOST_TO_BLACKBOX, met(exporter / blackbox <= MOST_TO_BLACKBOX));
    }

    private static String met(boolean aim) {
        return aim ? "met" : "missed";
    }

    @Test
    void probesOverTime() throws IOException, InterruptedException {
        var table = new Table("exporter-probes", "/probe of a healthy server, " + A_SECOND + " a second for " + SECONDS + " s, then "
                + MANY + " as fast as they go");
        try (var folder = Workshop.open(); var server = FleetServer.start(0, Map.of())) {
            int port = freePort();
            Process process = started(folder, server, Way.signIn(), port);
            try {
                List<Double> times = paced(port);
                table.line("median %.1f ms, 99th percentile %.1f ms, slowest %.1f ms", Medians.of(times),
                        times.stream().sorted().toList().get(times.size() * 99 / 100), times.stream().max(Double::compare).orElseThrow());
                for (int part = 0; part < 4; part++) {
                    table.line("%6d probes: resident %d MB", part * MANY / 4, FleetBench.residentKb(process.pid()) / 1024);
                    probes(port, MANY / 4);
                }
                table.line("%6d probes: resident %d MB", MANY, FleetBench.residentKb(process.pid()) / 1024);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        table.print();
    }

    private static Path list(Workshop folder, FleetServer server, Way way, int targets) throws IOException {
        return Files.writeString(folder.resolve("list.jsonl"), IntStream.range(0, targets).mapToObj(i -> "{\"id\":\"t" + i
                + "\",\"host\":\"" + way.address(i) + "\",\"port\":" + server.port() + "," + way.fields() + "}\n")
                .collect(Collectors.joining()));
    }

    private static ProcessBuilder ours(Path output, Way way, Object... arguments) {
        var builder = new ProcessBuilder(Stream.of(Stream.of(ImageCli.PATH), Stream.of(arguments), way.options().stream())
                .flatMap(words -> words).map(Object::toString).toList()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("FLEET_PW", "right");
        return builder;
    }

    private static double batch(Workshop folder, FleetServer server, Way way, int targets) throws IOException, InterruptedException {
        Process process = ours(folder.resolve("batch.txt"), way, "batch", list(folder, server, way, targets), "--output",
                folder.resolve("results.jsonl"), "--profile", "quick", "--jobs", AT_ONCE).start();
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(Files.readString(folder.resolve("batch.txt")));
        }
        return cpu.toNanos() / 1e6 / targets;
    }

    private static double swaks(Workshop folder, FleetServer server, Way way) throws IOException {
        Path targets = Files.writeString(folder.resolve("targets.txt"), IntStream.range(0, FEW).mapToObj(i -> way.address(i) + "\n")
                .collect(Collectors.joining()));
        String each = "swaks --server {} --port " + server.port() + " " + way.swaks() + " --silent 3";
        String spent = Command.of("bash", "-c", "TIMEFORMAT='%U %S'; time xargs -P " + AT_ONCE + " -I{} " + each + " < " + targets
                + " > /dev/null").within(Duration.ofMinutes(5)).run().err().strip();
        String[] seconds = spent.substring(spent.lastIndexOf('\n') + 1).split(" ");
        return (Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1])) * 1000 / FEW;
    }

    private static double blackbox(Workshop folder, FleetServer server, Way way) throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("blackbox.yml"), """
                modules:
                  smtp:
                    prober: tcp
                    timeout: 10s
                    tcp:
                      query_response:
                        - expect: "^220 "
                        - send: "EHLO prober\r"
                %s""".formatted(way.blackbox()));
        int port = freePort();
        Process process = new ProcessBuilder("prometheus-blackbox-exporter", "--config.file=" + config,
                "--web.listen-address=127.0.0.1:" + port).redirectErrorStream(true)
                .redirectOutput(folder.resolve("blackbox.txt").toFile()).start();
        return spent(process, port, i -> "/probe?module=smtp&target=" + way.address(i) + ":" + server.port(), "probe_success 1");
    }

    private static double exporter(Workshop folder, FleetServer server, Way way) throws IOException, InterruptedException {
        int port = freePort();
        return spent(started(folder, server, way, port), port, FleetContestBench::probe, "mailmedic_probe_success 1");
    }

    private static String probe(int i) {
        return "/probe?module=quick&target=t" + i % TARGETS;
    }

    private static Process started(Workshop folder, FleetServer server, Way way, int port) throws IOException {
        return ours(folder.resolve("exporter.txt"), way, "exporter", "--listen", "127.0.0.1:" + port, "--targets",
                list(folder, server, way, TARGETS), "--max-probes", 2 * AT_ONCE).start();
    }

    /// Processor milliseconds for each answer, once the process is up.
    private static double spent(Process process, int port, IntFunction<String> path, String wanted)
            throws IOException, InterruptedException {
        try {
            ask(port, WARM, path, wanted);
            Duration before = process.info().totalCpuDuration().orElseThrow();
            ask(port, WARM, path, wanted);
            return process.info().totalCpuDuration().orElseThrow().minus(before).toNanos() / 1e6 / WARM;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void probes(int port, int many) throws InterruptedException {
        ask(port, many, FleetContestBench::probe, "mailmedic_probe_success 1");
    }

    private static void ask(int port, int many, IntFunction<String> path, String wanted) throws InterruptedException {
        try (var client = HttpClient.newHttpClient(); var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<String>> all = new ArrayList<>();
            IntStream.range(0, many).forEach(i -> all.add(() -> get(client, port, path.apply(i))));
            for (Future<String> each : threads.invokeAll(all)) {
                String answer = each.resultNow();
                if (!answer.contains(wanted)) {
                    throw new AssertionError(answer);
                }
            }
        }
    }

    private static List<Double> paced(int port) throws InterruptedException {
        probes(port, TARGETS);
        try (var client = HttpClient.newHttpClient(); var clock = Executors.newScheduledThreadPool(AT_ONCE)) {
            List<Future<Double>> all = new ArrayList<>();
            for (int i = 0; i < A_SECOND * SECONDS; i++) {
                String path = probe(i);
                all.add(clock.schedule(() -> {
                    long start = System.nanoTime();
                    get(client, port, path);
                    return (System.nanoTime() - start) / 1e6;
                }, i * 1000L / A_SECOND, TimeUnit.MILLISECONDS));
            }
            clock.shutdown();
            if (!clock.awaitTermination(2 * SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the answers take too long");
            }
            return all.stream().map(Future::resultNow).toList();
        }
    }

    private static String get(HttpClient client, int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(30)).build();
        for (int tries = 0;; tries++) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            } catch (ConnectException notYet) {
                if (tries > 100) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var door = new ServerSocket(0)) {
            return door.getLocalPort();
        }
    }
}
