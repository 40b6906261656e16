package org.mailmedic.report.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;

/// All of a domain's records for one purpose, in two looks at it.
///
/// @param record what they are for, such as `spf`
public record RecordPair(String record, Standing before, Standing after) {
    /// From the one that matters most.
    private static final List<String> STATES = List.of("problem", "missing", "warning", "unknown", "fine");
    private static final Standing UNSEEN = new Standing("unknown", "unknown", "");

    /// How they do, and what stands there.
    ///
    /// @param state  of the one that does worst; `unknown` where that was not looked at, or could not be
    /// @param weight the state, or where something is missing what was made of that: `problem`, `warning`, or `missing` when it need not be
    ///               there
    /// @param text   of all of them, a line each
    public record Standing(String state, String weight, String text) {
        boolean unknown() {
            return state.equals("unknown");
        }
    }

    /// Whether something is known to have changed: what was not seen has not.
    public boolean changed() {
        boolean same = before.state().equals(after.state()) && before.text().equals(after.text());
        return !same && !before.unknown() && !after.unknown();
    }

    /// In the order of the later report; empty where they are about something else than a domain.
    static List<RecordPair> between(Report before, Report after) {
        Map<String, Standing> then = standings(before);
        Map<String, Standing> now = standings(after);
        var all = new LinkedHashSet<>(now.keySet());
        all.addAll(then.keySet());
        return all.stream().map(record -> new RecordPair(record, then.getOrDefault(record, UNSEEN), now.getOrDefault(record, UNSEEN)))
                .toList();
    }

    private static Map<String, Standing> standings(Report report) {
        Map<String, List<Seen>> all = new LinkedHashMap<>();
        Seen.in(report, EvidenceKind.DOMAIN_RECORD).stream()
                .forEach(seen -> all.computeIfAbsent(seen.text("record"), _ -> new ArrayList<>()).add(seen));
        Map<String, Standing> standings = new LinkedHashMap<>();
        all.forEach((record, some) -> {
            String worst = some.stream().map(seen -> seen.text("state")).min(Comparator.comparing(STATES::indexOf)).orElseThrow();
            String text = some.stream().map(seen -> seen.text("text")).filter(each -> !each.isEmpty()).sorted()
                    .collect(Collectors.joining("\n"));
            standings.put(record, new Standing(worst, weight(worst, some, report), text));
        });
        return standings;
    }

    private static String weight(String state, List<Seen> records, Report report) {
        if (!state.equals("missing")) {
            return state;
        }
        List<String> absent = records.stream().filter(seen -> seen.text("state").equals(state)).map(Seen::id).toList();
        return rests(report.diagnoses(), absent) ? "problem" : rests(report.warnings(), absent) ? "warning" : state;
    }

    private static boolean rests(List<Report.Verdict> verdicts, List<String> evidence) {
        return verdicts.stream().anyMatch(each -> each.evidence().stream().anyMatch(evidence::contains));
    }
}
