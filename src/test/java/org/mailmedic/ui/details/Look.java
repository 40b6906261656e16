package org.mailmedic.ui.details;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.mailmedic.advice.FactWords;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Texts;

/// Reports for the drawer's tests, made of nothing but the facts they name.
final class Look {
    static final Texts TEXTS = Texts.in(Locale.ENGLISH);
    static final FactWords WORDS = new FactWords(Locale.ENGLISH);

    private Look() {}

    @SafeVarargs
    static Report report(Map<String, Object>... evidence) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> each : evidence) {
            all.add(each);
        }
        return report("mail.example", 587, all);
    }

    static Report report(Object host, Object port, List<Map<String, Object>> evidence) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("host", host);
        settings.put("port", port);
        return new Report("id", Instant.parse("2026-11-20T13:02:00Z"), new Report.Tool("Mail Medic", "1", "Linux", "25"), settings,
                Report.Outcome.PROBLEM, List.of(), List.of(), List.of(), evidence, List.of(), 1);
    }

    /// @param pairs names and values in turn
    static Map<String, Object> fact(Object... pairs) {
        Map<String, Object> fact = new LinkedHashMap<>();
        IntStream.iterate(0, i -> i < pairs.length, i -> i + 2).forEach(i -> fact.put((String) pairs[i], pairs[i + 1]));
        return fact;
    }

    static Map<String, Object> tcp(String role, String host, String address, int port, Object failureOrMs) {
        boolean open = failureOrMs instanceof Number;
        Map<String, Object> fact = fact("id", "tcp-" + port + "-" + address, "kind", "tcp", "stage", "connect", "started_ms", 1.5,
                "duration_ms",
                open ? failureOrMs : 10_000, "status", open ? "ok" : "failed", "host", host, "address", address, "port", port, "role",
                role, "mode", "plain");
        if (!open) {
            fact.put("failure", failureOrMs);
        }
        return fact;
    }
}
