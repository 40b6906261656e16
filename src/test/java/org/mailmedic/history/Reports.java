package org.mailmedic.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mailmedic.report.Report;

/// Reports for the tests of this room.
public final class Reports {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Reports() {}

    static Report at(Instant created) {
        return of("smtp.example.org", 587, created, "port.blocked_by_network");
    }

    /// @param code what stops mail; empty for a healthy one
    public static Report of(String host, int port, Instant created, String code) {
        return sized(host, port, created, code, 3);
    }

    /// @param lines of the dialogue, each about 100 bytes long
    public static Report sized(String host, int port, Instant created, String code, int lines) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("host", host);
        settings.put("port", port);
        settings.put("security", "starttls");
        List<Report.Verdict> diagnoses = code.isEmpty() ? List.of() : List.of(
                new Report.Verdict(code, "connect", "network", 0.93, "Headline of " + code, "Summary.", List.of("Step."), List.of("tcp"),
                        "Hello"),
                new Report.Verdict("dns.timeout", "dns", "network", 0.5, "Second", "Summary.", List.of(), List.of(), ""));
        List<Report.Line> transcript = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            transcript.add(new Report.Line(i, "server", "250-" + "x".repeat(60)));
        }
        return new Report(UUID.randomUUID().toString(), created, new Report.Tool("Mail Medic", "1.0.0", "Linux", "25"), settings,
                code.isEmpty() ? Report.Outcome.HEALTHY : Report.Outcome.PROBLEM, diagnoses, List.of(),
                List.of(new Report.StageResult("dns", "ok", 0, 12.5),
                        new Report.StageResult("connect", code.isEmpty() ? "ok" : "failed", 12.5, 300),
                        new Report.StageResult("greeting", code.isEmpty() ? "ok" : "not_reached", 0, code.isEmpty() ? 40 : 0),
                        new Report.StageResult("delivery", "skipped", 0, 0)),
                List.of(Map.of("id", "tcp", "kind", "tcp", "stage", "connect", "nested", List.of(Map.of("host", "decoy")))), transcript,
                        352.5);
    }
}
