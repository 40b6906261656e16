package org.mailmedic.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.StageResult;

/// Check-ups of one server over several days, as the engine makes them: most work, some do not.
public final class EarlierSamples {
    private static final Instant FIRST = Instant.parse("2026-11-01T09:12:00Z");

    private EarlierSamples() {}

    /// @param days how many, one a day, oldest first; the fifth of seven finds the door shut
    public static List<Report> of(String host, int port, int days) {
        List<Report> all = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            Report one = day % 7 == 4 ? Samples.blocked() : day % 11 == 9 ? Samples.inconclusive() : Samples.healthy();
            int today = day;
            List<StageResult> stages = one.stages().stream().map(stage -> new StageResult(stage.stage(), stage.status(), 0,
                    ms(stage, today))).toList();
            Map<String, Object> settings = new LinkedHashMap<>(one.settings());
            settings.put("host", host);
            settings.put("port", port);
            all.add(new Report("%08d-2222-3333-4444-555555555555".formatted(day), FIRST.plus(Duration.ofDays(day)), one.tool(), settings,
                    one.outcome(),
                    one.diagnoses(), one.warnings(), stages, one.evidence(), one.transcript(), 800 + 37 * day));
        }
        return all;
    }

    private static double ms(StageResult stage, int day) {
        return stage.status().equals("failed") ? 10_000 : stage.stage().length() * 4 + (day * 37) % 23 + (day % 9 == 3 ? 60 : 0);
    }
}
