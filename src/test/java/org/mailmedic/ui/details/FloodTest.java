package org.mailmedic.ui.details;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Report;

/// A report from elsewhere that holds far more than any check-up sees does not become a window of a hundred thousand parts.
final class FloodTest {
    private static Report flood(IntFunction<Map<String, Object>> fact) {
        return Look.report("mail.example", 587, IntStream.range(0, 50_000).mapToObj(fact).toList());
    }

    @Test
    void ports() {
        var model = new PortsModel(flood(i -> Look.tcp("target", "mail.example", "192.0.2." + i, i % 500, 10)), Look.TEXTS, Look.WORDS);
        assertTrue(model.grid().rows().size() <= 40);
        assertTrue(model.grid().rows().stream().allMatch(row -> row.cells().getFirst().more().size() <= 20));
    }

    @Test
    void resolvers() {
        var model = new LookupModel(flood(i -> Look.fact("kind", "dns", "resolver", "r" + i, "name", i % 2 == 0 ? "mail.example" : "n" + i,
                "type", "A")), Look.TEXTS, Look.WORDS);
        assertTrue(model.grid().columns().size() <= 12);
        assertTrue(model.others().size() <= 200);
    }

    @Test
    void certificates() {
        var link = Look.fact("subject", "CN=a", "issuer", "CN=b");
        var model = new CertificateModel(flood(i -> Look.fact("kind", "tls", "host", "h" + i, "certificate",
                Look.fact("chain", List.of(link)))), Look.TEXTS, Look.WORDS, ZoneOffset.UTC);
        assertTrue(model.shown().size() <= 10);
    }
}
