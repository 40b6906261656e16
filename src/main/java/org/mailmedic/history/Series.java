package org.mailmedic.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.report.Report;

/// The check-ups of one server over time, ready for a chart, oldest first.
///
/// @param rounds every check-up: how it ended and how long it took
/// @param stages stage → its time in every check-up that reached it, in the order of the journey
public record Series(List<Round> rounds, Map<String, List<Point>> stages) {
    public Series {
        rounds = List.copyOf(rounds);
    }

    /// @param code of what stopped mail; empty when nothing did
    public record Round(Instant at, Report.Outcome outcome, String code, double totalMs) {}

    /// @param status one of `ok`, `warning`, `failed`
    public record Point(Instant at, double ms, String status) {}

    /// @param summaries in any order
    public static Series of(List<Summary> summaries) {
        List<Summary> inTime = summaries.stream().sorted(Comparator.comparing(Summary::created).thenComparing(Summary::name)).toList();
        List<Round> rounds = new ArrayList<>();
        Map<String, List<Point>> stages = new LinkedHashMap<>();
        inTime.stream().map(Summary::stages).max(Comparator.comparingInt(List::size))
                .ifPresent(longest -> longest.forEach(stage -> stages.put(stage.stage(), new ArrayList<>())));
        for (Summary each : inTime) {
            rounds.add(new Round(each.created(), each.outcome(), each.code(), each.totalMs()));
            for (Summary.StageTime stage : each.stages()) {
                stages.computeIfAbsent(stage.stage(), _ -> new ArrayList<>()).add(new Point(each.created(), stage.ms(), stage.status()));
            }
        }
        stages.replaceAll((_, points) -> List.copyOf(points));
        return new Series(rounds, Collections.unmodifiableMap(stages));
    }
}
