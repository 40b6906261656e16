package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.monitor.exporter.FleetHost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Debian's Prometheus and Alertmanager scrape the exporter, in a network of their own, with the files of `assets/fleet`: two hundred
/// servers by `file_sd`, shared by two Prometheus instances, and two alerts that really fire.
@Tag("real")
@Timeout(240)
final class PrometheusTest {
    private static final Path ASSETS = Path.of("assets", "fleet").toAbsolutePath();
    private static final int SERVERS = 200;
    private static final String BLOCKED = "203.0.113.25";

    @Test
    void theFilesAreAsPrometheusWantsThem() throws IOException {
        Command.of("promtool", "check", "rules", ASSETS.resolve("alerts.yml")).succeed();
        Command.of("promtool", "check", "config", ASSETS.resolve("prometheus.yml")).succeed();
    }

    @Test
    void twoHundredServersTwoInstancesTwoAlerts() throws IOException {
        try (var folder = Workshop.open(); var network = Namespace.create("prom"); var crew = new Crew(network, folder)) {
            network.address(BLOCKED);
            network.address("203.0.113.26");
            crew.start("servers", List.copyOf(ChildJvm.running(FleetHost.class, List.of("-Xmx200m"), folder.resolve("fleet")).command()));
            Until.isTrue("the servers listen", () -> Files.exists(folder.resolve("fleet/ready")));
            String[] ports = Files.readString(folder.resolve("fleet/ready")).strip().split(" ");
            network.firewall("table inet t { chain out { type filter hook output priority 0; ip daddr " + BLOCKED
                    + " tcp dport 587 drop; }; }");
            Files.writeString(folder.resolve("targets.jsonl"), targets(Integer.parseInt(ports[0]), Integer.parseInt(ports[1])));
            Path controls = Files.writeString(folder.resolve("controls.json"),
                    "{\"version\": 1, \"tcp\": [{\"host\": \"203.0.113.26\", \"port\": " + ports[0] + ", \"smtp\": true}]}");
            Path program = ProgramUnderTest.script(folder.resolve("mailmedic"));
            crew.start("exporter", List.of(program.toString(), "exporter", "--targets", folder.resolve("targets.jsonl").toString(),
                    "--controls", controls.toString(), "--timeout", "3",
                    "--trust", folder.resolve("fleet/authority.pem").toString(), "--max-probes", "40"));
            Until.isTrue("the exporter is ready", () -> crew.get("http://127.0.0.1:9611/-/ready").contains("Ready"));
            checkMetrics(network, crew);
            crew.start("alertmanager", List.of("prometheus-alertmanager", "--config.file="
                    + Files.writeString(folder.resolve("am.yml"), "route:\n  receiver: none\nreceivers:\n  - name: none\n"),
                    "--storage.path=" + folder.resolve("am"), "--web.listen-address=127.0.0.1:9093", "--cluster.listen-address="));
            for (int shard = 0; shard < 2; shard++) {
                prometheus(crew, folder, shard);
                String ready = "http://127.0.0.1:" + (9090 + shard) + "/-/ready";
                Until.isTrue("Prometheus answers questions", Duration.ofSeconds(60), () -> crew.get(ready).contains("Ready"));
            }
            Until.isTrue("every server is scraped by one of the two", Duration.ofSeconds(100), () -> scraped(crew, 0)
                    + scraped(crew, 1) == SERVERS + 2);
            assertTrue(scraped(crew, 0) > 60 && scraped(crew, 1) > 60, scraped(crew, 0) + " and " + scraped(crew, 1));
            try {
                Until.isTrue("both alerts have fired", Duration.ofSeconds(60), () ->
                        alerts(crew).containsAll(Set.of("MailCertificateExpired expired", "MailPortBlocked blocked")));
            } catch (AssertionError late) {
                throw new AssertionError(alerts(crew) + "\n" + crew.get("http://127.0.0.1:9611/probe?target=expired")
                        + crew.get("http://127.0.0.1:9611/probe?target=blocked"), late);
            }
            annotations(crew);
            dashboard(crew);
        }
    }

    private static String targets(int port, int expiredPort) {
        return IntStream.range(0, SERVERS).mapToObj(i -> line("shop-" + i, "127.30.0." + (1 + i), port, "none", "quick"))
                .collect(Collectors.joining())
            + line("expired", "127.0.0.1", expiredPort, "starttls", "quick") + line("blocked", BLOCKED, 587, "starttls", "full");
    }

    private static String line(String id, String host, int port, String security, String profile) {
        return "{\"id\":\"" + id + "\",\"host\":\"" + host + "\",\"port\":" + port + ",\"security\":\"" + security + "\",\"profile\":\""
                + profile + "\"}\n";
    }

    private static void checkMetrics(Namespace network, Crew crew) {
        for (String path : List.of("/metrics", "/probe?target=shop-1&module=quick", "/probe?target=expired&module=quick")) {
            String metrics = crew.get("http://127.0.0.1:9611" + path);
            assertTrue(metrics.contains("# TYPE mailmedic_"), metrics);
            assertEquals("", network.command("promtool", "check", "metrics").reading(metrics).succeed());
        }
    }

    /// The configuration as it is shipped, but in a hurry.
    private static void prometheus(Crew crew, Workshop folder, int shard) throws IOException {
        Path own = Files.createDirectories(folder.resolve("prometheus" + shard));
        Files.writeString(own.resolve("prometheus.yml"), Files.readString(ASSETS.resolve("prometheus.yml"))
                .replace("regex: \"0\"", "regex: \"" + shard + "\"")
                .replace("module: [full]", "module: []").replace("scrape_interval: 60s", "scrape_interval: 15s")
                        .replace("scrape_timeout: 30s", "scrape_timeout: 14s")
                .replace("evaluation_interval: 30s", "evaluation_interval: 2s"));
        Files.writeString(own.resolve("alerts.yml"), Files.readString(ASSETS.resolve("alerts.yml")).replaceAll("(?m)^( *for:) .*",
                "$1 0s"));
        Files.writeString(own.resolve("mail-servers.json"), "[{\"targets\": ["
                + IntStream.range(0, SERVERS).mapToObj(i -> "\"shop-" + i + "\"").collect(Collectors.joining(", "))
            + ", \"expired\", \"blocked\"]}]");
        crew.start("prometheus" + shard, List.of("prometheus", "--config.file=" + own.resolve("prometheus.yml"), "--storage.tsdb.path="
                + own.resolve("data"),
                "--web.listen-address=127.0.0.1:" + (9090 + shard)));
    }

    private static int scraped(Crew crew, int shard) {
        JsonNode result = query(crew, shard, "count(mailmedic_probe_success)");
        return result.isEmpty() ? 0 : result.get(0).get("value").get(1).asInt();
    }

    private static JsonNode query(Crew crew, int shard, String expression) {
        String answer = crew.get("http://127.0.0.1:" + (9090 + shard) + "/api/v1/query?query="
                + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        if (answer.isEmpty()) {
            return JsonMapper.shared().createArrayNode();
        }
        JsonNode all = JsonMapper.shared().readTree(answer);
        assertEquals("success", all.path("status").asString(), () -> expression + "\n" + answer);
        return all.get("data").get("result");
    }

    private static JsonNode allAlerts(Crew crew) {
        String answer = crew.get("http://127.0.0.1:9093/api/v2/alerts");
        return answer.isEmpty() ? JsonMapper.shared().createArrayNode() : JsonMapper.shared().readTree(answer);
    }

    private static Set<String> alerts(Crew crew) {
        Set<String> names = new HashSet<>();
        allAlerts(crew).forEach(alert -> names.add(alert.get("labels").get("alertname").asString() + " "
                + alert.get("labels").path("instance").asString("")));
        return names;
    }

    private static void annotations(Crew crew) {
        for (JsonNode alert : allAlerts(crew)) {
            String words = alert.get("annotations").toString();
            if (alert.get("labels").get("alertname").asString().equals("MailPortBlocked")) {
                assertTrue(words.contains("The way to blocked is blocked") && words.contains("Who can fix it: device"), words);
                String page = crew.get(alert.get("annotations").get("advice").asString());
                assertTrue(page.contains("port.blocked_by_device") && page.contains("<ol><li>"), page);
            }
        }
    }

    private static void dashboard(Crew crew) throws IOException {
        List<String> expressions = new ArrayList<>();
        JsonMapper.shared().readTree(Files.readString(ASSETS.resolve("grafana-dashboard.json"))).get("panels")
                .forEach(panel -> panel.get("targets").forEach(target -> expressions.add(target.get("expr").asString())));
        assertTrue(expressions.size() >= 10);
        for (String each : expressions) {
            JsonNode result = query(crew, 0, each);
            assertTrue(each.contains("mailmedic_log_") || each.contains("mailmedic_certificate") || !result.isEmpty(), () ->
                    "nothing for " + each);
        }
    }

    /// The programs in the network, ended with the test.
    private record Crew(Namespace network, Workshop folder, List<Process> processes) implements Closeable {
        private Crew(Namespace network, Workshop folder) {
            this(network, folder, new ArrayList<>());
        }

        private void start(String name, List<String> words) throws IOException {
            processes.add(network.command(words.toArray()).start(folder.resolve(name + ".log")));
        }

        /// Empty when nobody answers.
        private String get(String url) {
            return network.command("curl", "--silent", "--max-time", "20", url).run().out();
        }

        @Override
        public void close() {
            for (Process each : processes.reversed()) {
                each.destroy();
            }
            for (Process each : processes) {
                try {
                    if (!each.waitFor(10, TimeUnit.SECONDS)) {
                        each.destroyForcibly().waitFor();
                    }
                } catch (InterruptedException stopped) {
                    each.destroyForcibly();
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
