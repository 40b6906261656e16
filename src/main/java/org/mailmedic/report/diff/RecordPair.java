package org.mailmedic.report.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;

/// All of a domain's records for one purpose, in two looks at it.
///
/// @param record what they are for, such as `spf`
public record RecordPair(String record, Standing before, Standing after) {
    /// From the one that matters most.
    private static final List<String> STATES = List.of("problem", "missing", "warning", "unknown", "fine");
    private static final Standing UNSEEN = new Standing("unknown", "");

    /// How they do, and what stands there.
    ///
    /// @param state of the one that does worst; `unknown` where that was not looked at, or could not be
    /// @param text  of all of them, a line each
    public record Standing(String state, String text) {
        boolean unknown() {
            return state.equals("unknown");
        }
    }

    /// Whether something is known to have changed: what was not seen has not.
    public boolean changed() {
        return !before.unknown() && !after.unknown() && !before.equals(after);
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
        Seen.in(report).stream().filter(seen -> seen.kindId().equals(DomainTold.RECORD))
                .forEach(seen -> all.computeIfAbsent(seen.text("record"), _ -> new ArrayList<>()).add(seen));
        Map<String, Standing> standings = new LinkedHashMap<>();
        all.forEach((record, some) -> {
            String worst = some.stream().map(seen -> seen.text("state")).min(Comparator.comparing(STATES::indexOf)).orElseThrow();
            standings.put(record, new Standing(worst, some.stream().map(seen -> seen.text("text")).filter(text -> !text.isEmpty()).sorted()
                    .collect(Collectors.joining("\n"))));
        });
        return standings;
    }
}
