package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailmedic.history.Summary.StageTime;
import org.mailmedic.report.Report.Outcome;

final class SeriesTest {
    private static final Instant NOON = Reports.NOON;

    private static Summary summary(int minute, Outcome outcome, StageTime... stages) {
        return new Summary("name" + minute, "id", NOON.plusSeconds(60L * minute), "h", 25, outcome, outcome == Outcome.PROBLEM
                ? "tcp.refused" : "", "",
                List.of(stages), minute * 10.0);
    }

    @Test
    void goForwardInTimeWithEachStageOnItsOwnLine() {
        Series series = Series.of(List.of(summary(2, Outcome.HEALTHY, new StageTime("dns", "ok", 3), new StageTime("connect", "ok", 4)),
                summary(1, Outcome.PROBLEM, new StageTime("dns", "ok", 1), new StageTime("connect", "failed", 2)),
                summary(3, Outcome.INCONCLUSIVE, new StageTime("dns", "failed", 9))));
        assertEquals(List.of(new Series.Round(NOON.plusSeconds(60), Outcome.PROBLEM, "tcp.refused", 10),
                new Series.Round(NOON.plusSeconds(120), Outcome.HEALTHY, "", 20),
                        new Series.Round(NOON.plusSeconds(180), Outcome.INCONCLUSIVE, "", 30)),
                series.rounds());
        assertEquals(List.of("dns", "connect"), List.copyOf(series.stages().keySet()));
        assertEquals(List.of(new Series.Point(NOON.plusSeconds(60), 2, "failed"), new Series.Point(NOON.plusSeconds(120), 4, "ok")),
                series.stages().get("connect"));
        assertEquals(3, series.stages().get("dns").size());
    }

    @Test
    void ofNothingAreEmpty() {
        assertEquals(new Series(List.of(), Map.of()), Series.of(List.of()));
    }
}
