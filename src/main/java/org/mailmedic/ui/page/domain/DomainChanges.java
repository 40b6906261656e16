package org.mailmedic.ui.page.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailmedic.advice.TextBook;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.ui.part.Texts;

/// What is otherwise between two looks at the same domain, one sentence for each purpose.
final class DomainChanges {
    /// From the one that matters most.
    private static final List<String> STATES = List.of("problem", "missing", "warning", "unknown", "fine");

    private DomainChanges() {}

    /// How all records for one purpose do, and what stands there.
    private record Standing(String state, String texts) {
        boolean unknown() {
            return state.equals("unknown");
        }
    }

    static List<String> between(Report before, Report now, Texts texts) {
        Map<String, Standing> old = standings(before);
        TextBook words = texts.book("domain");
        List<String> all = new ArrayList<>();
        standings(now).forEach((type, standing) -> {
            Standing was = old.getOrDefault(type, standing);
            String title = words.get("type." + type);
            if (was.unknown() || standing.unknown()) {
                // what was not seen has not changed
                return;
            }
            if (!was.state().equals(standing.state())) {
                all.add(texts.get("domain.change.state", title, words.get("state." + was.state()), words.get("state." + standing.state())));
            } else if (!was.texts().equals(standing.texts())) {
                all.add(texts.get("domain.change.text", title));
            }
        });
        return all;
    }

    private static Map<String, Standing> standings(Report report) {
        Map<String, List<Seen>> all = new LinkedHashMap<>();
        report.evidence().stream().map(Seen::new).filter(seen -> seen.kindId().equals(DomainTold.RECORD))
                .forEach(seen -> all.computeIfAbsent(seen.text("record"), _ -> new ArrayList<>()).add(seen));
        Map<String, Standing> standings = new LinkedHashMap<>();
        for (RecordType type : RecordType.values()) {
            List<Seen> records = all.getOrDefault(type.id(), List.of());
            records.stream().map(seen -> seen.text("state")).min(Comparator.comparing(STATES::indexOf)).ifPresent(worst ->
                    standings.put(type.id(), new Standing(worst, records.stream().map(seen -> seen.text("text")).sorted()
                            .collect(Collectors.joining("\n")))));
        }
        return standings;
    }
}
