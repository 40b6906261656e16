package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.real.Command;
import org.mailmedic.real.ImageCli;
import org.mailmedic.real.NameServer;
import org.mailmedic.real.Namespace;
import org.mailmedic.real.RealMailHost;
import org.mailmedic.real.TestAuthority;
import org.mailmedic.real.Workshop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `mailmedic-cli diagnose` beside testssl.sh, for what both say about TLS: the newest protocol, the certificate's name, names, issuer and
/// last day. The answers must be the same.
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class TlsFactsBench {
    private static final int ROUNDS = 3;
    private static final double AIM = 20;
    private static final String SERVER = "203.0.113.25";
    private static final String NAMES = "203.0.113.53";
    private static final String HOST = "mail.shop.test";

    /// What both programs tell.
    private record Told(String protocol, String name, String names, String issuer, String lastDay) {}

    @Test
    void besideTestssl() throws IOException {
        try (var folder = Workshop.open(); var network = Namespace.create("tls");
             var _ = NameServer.start(network, NAMES, folder.path(), Map.of(HOST, List.of(SERVER)))) {
            network.address(SERVER);
            network.hosts(SERVER + " " + HOST);
            var authority = TestAuthority.create(folder.resolve("certificates"));
            try (var host = new RealMailHost(network, folder.resolve("host"), "shop.test", Map.of("anna", "secret"))) {
                host.door(SERVER, RealMailHost.Door.SUBMISSION, authority.identity(HOST)).start();
                var theirs = new ArrayList<Double>();
                var ours = new ArrayList<Double>();
                for (int round = 0; round < ROUNDS; round++) {
                    var json = folder.resolve("testssl" + round + ".json");
                    Command.Result result = network.command("testssl", "--quiet", "--color", "0", "--warnings", "off", "-p", "-S", "--ip",
                            SERVER,
                        "--starttls", "smtp", "--jsonfile", json, HOST + ":587").within(java.time.Duration.ofMinutes(4)).run();
                    theirs.add(result.took().toNanos() / 1e6);
                    var got = ImageCli.outcome(network.command(ImageCli.diagnose(List.of("--host", HOST, "--port", 587, "--security",
                            "starttls",
                        "--trust", authority.root(), "--resolver", NAMES, "--controls", "none")).toArray()));
                    ours.add(got.raw().took().toNanos() / 1e6);
                    assertEquals(byTestssl(Files.readString(json)), byUs(got.report()));
                }
                double ratio = Medians.of(theirs) / Medians.of(ours);
                new Table("tls-facts", "Protocol, name, names, issuer and last day of a certificate, the same from both; medians of "
                        + ROUNDS)
                    .line("%-24s %10.0f ms", "testssl.sh -p -S", Medians.of(theirs))
                            .line("%-24s %10.0f ms", "mailmedic-cli diagnose", Medians.of(ours))
                    .line("%.1f times as fast; aim, at least %.0f times: %s", ratio, AIM, ratio >= AIM ? "met" : "missed").print();
            }
        }
    }

    private static Told byTestssl(String json) {
        Map<String, String> findings = new HashMap<>();
        JsonMapper.shared().readTree(json).forEach(one -> findings.put(one.path("id").asString(""), one.path("finding").asString("")));
        String protocol = findings.getOrDefault("TLS1_3", "").startsWith("offered") ? "TLSv1.3" : "TLSv1.2";
        return new Told(protocol, findings.get("cert_commonName"), findings.get("cert_subjectAltName"), findings.get("cert_caIssuers")
                .split(" \\(")[0],
            findings.get("cert_notAfter").substring(0, 10));
    }

    private static Told byUs(JsonNode report) {
        for (JsonNode each : report.path("evidence")) {
            if (each.path("kind").asString("").equals("tls")) {
                JsonNode leaf = each.path("certificate").path("chain").path(0);
                return new Told(each.path("protocol").asString(""), part(leaf.path("subject").asString("")),
                        String.join(" ", texts(each.path("certificate").path("names"))),
                    part(leaf.path("issuer").asString("")), leaf.path("not_after").asString("").substring(0, 10));
            }
        }
        throw new AssertionError("no TLS in the report: " + report);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /// The common name alone.
    private static String part(String distinguished) {
        return distinguished.replaceFirst(".*?CN=([^,]*).*", "$1");
    }
}
