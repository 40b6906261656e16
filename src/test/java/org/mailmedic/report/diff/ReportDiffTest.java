package org.mailmedic.report.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Fixtures;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.StageResult;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.Samples;
import org.mailmedic.report.diff.ReportDiff.Conclusion;
import org.mailmedic.report.diff.ReportDiff.Topic;
import org.mailmedic.report.json.ReportDocument;
import org.mailmedic.report.json.ReportMapping;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.report.text.Wrap;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

final class ReportDiffTest {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private final DiffWords words = new DiffWords(Locale.ENGLISH);
    private final Report blocked = Fixtures.report("blocked");

    /// The report with something else in its document.
    private static Report changed(Report report, Consumer<Map<String, Object>> change) {
        var document = new LinkedHashMap<>(ReportDocument.of(report));
        change.accept(document);
        return ReportMapping.report(document);
    }

    private static Report with(Report report, Report.Outcome outcome, List<Verdict> diagnoses) {
        return new Report(report.id(), report.created(), report.tool(), report.settings(), outcome, diagnoses, report.warnings(),
                report.stages(),
                report.evidence(), report.transcript(), report.totalMs());
    }

    private static Report withEvidence(Report report, String id, Map<String, Object> facts) {
        return changed(report, document -> document.put("evidence", report.evidence().stream().map(each -> {
            var copy = new LinkedHashMap<>(each);
            if (each.get("id").equals(id)) {
                facts.forEach((name, value) -> {
                    if (value == null) {
                        copy.remove(name);
                    } else {
                        copy.put(name, value);
                    }
                });
            }
            return copy;
        }).toList()));
    }

    private static Verdict verdict(String code, String stage) {
        return new Verdict(code, stage, "mail_provider", 0.9, "Title of " + code, "", List.of(), List.of(), "");
    }

    private List<String> lines(Report before, Report after) {
        return words.lines(ReportDiff.between(before, after));
    }

    @Test
    void theSameReportIsTheSame() {
        for (String name : Fixtures.FIRST) {
            var diff = ReportDiff.between(Fixtures.report(name), Fixtures.report(name));
            assertTrue(diff.same(), name);
            assertEquals(Conclusion.SAME, diff.conclusion());
        }
        assertEquals("Nothing has changed: Your Internet provider or router blocks port 587.",
                words.conclusion(ReportDiff.between(blocked, blocked)));
    }

    @Test
    void anotherRunOfTheSameIsTheSame() {
        var later = changed(blocked, document -> {
            document.put("id", "00000000-3c1e-4c0b-8f55-0a3b7d2e9c11");
            document.put("created", "2026-11-21T13:02:11.480Z");
            document.put("total_ms", 12345.6);
            document.put("stages", blocked.stages().stream().map(stage -> Map.of("stage", stage.stage(), "status", stage.status(),
                    "started_ms",
                    stage.startedMs() + 7, "duration_ms", stage.durationMs() * 1.4)).toList());
        });
        assertTrue(ReportDiff.between(blocked, later).same());
    }

    @Test
    void fixedIsGoodNews() {
        var stages = blocked.stages().stream().map(s -> new StageResult(s.stage(), s.status().equals("skipped") ? "skipped" : "ok", 1, 20))
                .toList();
        var fixed = new Report(blocked.id(), blocked.created(), blocked.tool(), blocked.settings(), Report.Outcome.HEALTHY, List.of(),
                List.of(), stages,
                withEvidence(withEvidence(blocked, "tcp-587-192.0.2.168", change("status", "ok")), "tcp-587-192.0.2.190",
                        change("status", "ok")).evidence(),
                List.of(), 300);
        var diff = ReportDiff.between(blocked, fixed);
        assertEquals(Conclusion.FIXED, diff.conclusion());
        assertEquals("It works now. Before: Your Internet provider or router blocks port 587.", words.conclusion(diff));
        assertEquals(List.of("The answer: Your Internet provider or router blocks port 587 → Your mail can go out",
                "Gone: A firewall on this computer may block port 587",
                "Gone, was worth knowing: IPv6 does not work on your line", "Your network took 1.1 s, and now 20 ms",
                "Server’s door: stopped here → fine", "Greeting: not reached → fine",
                "Introduction: not reached → fine", "Encryption: not reached → fine", "Sign-in: not reached → fine",
                "Sender: not reached → fine",
                "Recipient: not reached → fine", "Port 587: no answer came in time → open"), words.lines(diff));
        assertEquals(Conclusion.BROKEN, ReportDiff.between(fixed, blocked).conclusion());
    }

    private static Map<String, Object> change(String name, Object value) {
        var map = new LinkedHashMap<String, Object>();
        map.put(name, value);
        return map;
    }

    @Test
    void theConclusionSaysWhereMailStopsNow() {
        var encrypt = with(blocked, Report.Outcome.PROBLEM, List.of(verdict("tls.cert_expired", "encrypt")));
        var same = with(blocked, Report.Outcome.PROBLEM, List.of(verdict("tcp.refused", "connect")));
        assertEquals(Conclusion.FURTHER, ReportDiff.between(blocked, encrypt).conclusion());
        assertEquals(Conclusion.EARLIER, ReportDiff.between(encrypt, blocked).conclusion());
        assertEquals(Conclusion.OTHER_PROBLEM, ReportDiff.between(blocked, same).conclusion());
        assertEquals(Conclusion.SAME_PROBLEM, ReportDiff.between(blocked,
                with(blocked, Report.Outcome.PROBLEM, blocked.diagnoses().subList(0, 1)))
                .conclusion());
        var unclear = with(blocked, Report.Outcome.INCONCLUSIVE, List.of());
        assertEquals(Conclusion.UNCLEAR, ReportDiff.between(blocked, unclear).conclusion());
        assertEquals(Conclusion.CLEARLY_STOPPED, ReportDiff.between(unclear, blocked).conclusion(), "nobody saw it work");
        assertEquals(Conclusion.CLEARLY_FINE, ReportDiff.between(unclear, with(blocked, Report.Outcome.HEALTHY, List.of())).conclusion());
        assertEquals(Conclusion.OTHER_SERVER, ReportDiff.between(Fixtures.report("expired"), blocked).conclusion());
        var fine = Fixtures.report("healthy");
        assertEquals(Conclusion.STILL_FINE, ReportDiff.between(fine, changed(fine,
                d -> d.put("settings", Map.of("host", "127.0.0.1", "port", 465))))
                .conclusion());
    }

    @Test
    void addressesPortsAndCertificates() {
        assertEquals(List.of("Addresses of the server: 192.0.2.168, 192.0.2.190, 2001:db8:17::168 → 192.0.2.1"),
                lines(blocked, withEvidence(blocked, "dns-system-any-mail.gmx.example", change("addresses", List.of("192.0.2.1")))));
        assertEquals(List.of("Port 465: open → the connection was refused"), lines(blocked, withEvidence(blocked, "tcp-465-192.0.2.168",
                Map.of("status", "failed", "failure", "refused"))));
        var expired = Fixtures.report("expired");
        String tls = expired.evidence().stream().filter(e -> e.get("kind").equals("tls")).map(e -> (String) e.get("id")).findFirst()
                .orElseThrow();
        var leaf = Map.of("subject", "CN=x", "issuer", "CN=New", "not_after", "2027-01-02T00:00:00Z", "sha256", "ab".repeat(32));
        var renewed = withEvidence(expired, tls, Map.of("protocol", "TLSv1.2", "certificate",
                Map.of("names", List.of("x.example"), "problems", List.of(), "chain", List.of(leaf))));
        var lines = lines(expired, renewed);
        assertTrue(lines.contains("Encryption version: TLSv1.3 → TLSv1.2"), lines::toString);
        assertTrue(lines.contains("Certificate: it has run out → proves the server"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("Certificate valid until: ") && line.endsWith(" → 2 January 2027")),
                lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("Certificate’s fingerprint: ") && line.endsWith(" → abababababababab…")),
                lines::toString);
    }

    @Test
    void onlyGreatDifferencesInTimeCount() {
        var slow = changed(blocked, document -> document.put("stages", blocked.stages().stream()
                .map(stage -> Map.of("stage", stage.stage(), "status",
                stage.status(), "started_ms", stage.startedMs(), "duration_ms", stage.stage().equals("dns") ? 4018.4 : stage.durationMs()))
                .toList()));
        assertEquals(List.of("Name lookup took 18 ms, and now 4.0 s"), lines(blocked, slow));
        var change = ReportDiff.between(blocked, slow).changes().getFirst();
        assertEquals(Topic.TIME, change.topic());
        assertEquals("dns", change.subject());
    }

    @Test
    void aMaskIsNoChange() {
        assertTrue(ReportDiff.between(blocked, Masking.usual().apply(blocked, OwnNames.UNKNOWN)).same());
    }

    @Test
    void asTextForATerminal() {
        var fine = with(blocked, Report.Outcome.HEALTHY, List.of());
        String text = new TextDiff(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), 80, false).write(ReportDiff.between(blocked, fine));
        assertTrue(text.startsWith("\nIt works now. Before: Your Internet provider or router blocks port 587.\n\n"
                + "Before  Your Internet provider or router blocks port 587 (20 November 2026,\n        14:02 (UTC+01:00))\n"), text);
        assertTrue(text.contains("\nWhat changed\n - The answer: "), text);
        assertTrue(text.contains("Server’s door  stopped here, 10.3 s  →  stopped here, 10.3 s"), text);
        for (int width : new int[] {40, 60, 100}) {
            for (var pair : List.of(List.of(blocked, fine), List.of(Samples.hostile(), Samples.problem()))) {
                var diff = ReportDiff.between(pair.getFirst(), pair.getLast());
                String all = new TextDiff(Locale.ENGLISH, ZoneId.of("UTC"), width, false).write(diff);
                all.lines().forEach(line -> assertTrue(Wrap.columns(line) <= width, width + ": " + line));
                assertFalse(all.codePoints().anyMatch(c -> c != '\n' && PlainText.dangerous(c)), all);
            }
        }
    }

    @Test
    void asData() {
        var document = DiffDocument.of(ReportDiff.between(blocked, Samples.hostile()), words);
        var json = JSON.valueToTree(document);
        assertEquals("mailmedic-comparison", json.get("format").asString());
        assertEquals(false, json.get("same").asBoolean());
        assertEquals(json.get("changes").size(), ReportDiff.between(blocked, Samples.hostile()).changes().size());
        assertEquals("port.blocked_by_network", json.get("before").get("diagnoses").get(0).asString());
    }

    @ParameterizedTest
    @EnumSource
    void everyConclusionHasItsSentence(Conclusion conclusion) {
        assertTrue(TextBook.open("compare", Locale.ENGLISH).find("conclusion." + conclusion.id()).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicHasItsLine(Topic topic) {
        assertTrue(TextBook.open("compare", Locale.ENGLISH).find("change." + topic.id()).isPresent());
    }

    @Test
    void everyPairOfReportsCanBeCompared() {
        var all = new ArrayList<>(Fixtures.FIRST.stream().map(Fixtures::report).toList());
        all.addAll(List.of(Samples.hostile(), Samples.healthy(), Samples.problem()));
        for (Report one : all) {
            for (Report other : all) {
                var diff = ReportDiff.between(one, other);
                assertEquals(diff.same(), ReportDiff.between(other, one).same());
                assertFalse(words.conclusion(diff).contains("conclusion."));
                assertFalse(words.lines(diff).toString().contains("change."));
            }
        }
    }
}
