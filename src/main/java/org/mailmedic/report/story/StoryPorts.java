package org.mailmedic.report.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.report.Tone;
import org.mailmedic.report.story.Story.Block;
import org.mailmedic.report.story.Story.Block.Cell;

/// Port by port: this server, and elsewhere. Immutable.
final class StoryPorts {
    private final TextBook book;
    private final FactWords words;

    StoryPorts(TextBook book, FactWords words) {
        this.book = book;
        this.words = words;
    }

    /// Nothing when no port was tried.
    List<Block> of(Report report) {
        var ports = new TreeMap<Integer, Map<Boolean, List<Seen>>>();
        Seen.in(report, EvidenceKind.TCP).stream().filter(seen -> !seen.skipped() && !seen.text("role").equals("canary"))
                .forEach(seen -> seen.whole("port")
                .ifPresent(port -> ports.computeIfAbsent(port, _ -> new TreeMap<>())
                        .computeIfAbsent(seen.text("role").equals("control"), _ -> new ArrayList<>()).add(seen)));
        if (ports.isEmpty()) {
            return List.of();
        }
        var rows = ports.entrySet().stream().limit(InertText.MOST).map(each -> List.of(Cell.of(each.getKey().toString()),
                door(each.getValue().get(false)), door(each.getValue().get(true)))).toList();
        return List.of(new Block.Table(book.get("ports"), List.of(book.get("ports.port"), book.get("ports.here"),
                book.get("ports.elsewhere")), rows));
    }

    private Cell door(@Nullable List<Seen> all) {
        if (all == null) {
            return new Cell(book.get("ports.not_asked"), Tone.QUIET);
        }
        long open = all.stream().filter(Seen::ok).count();
        if (open == all.size()) {
            return new Cell(book.get(open == 1 ? "ports.open" : "ports.all_open", Map.of("count", open)), Tone.FINE);
        }
        var failures = all.stream().filter(seen -> !seen.ok()).map(seen -> words.failure(seen.text("failure")))
                .collect(Collectors.toCollection(TreeSet::new));
        String how = String.join(", ", failures);
        return open == 0 ? new Cell(how, Tone.BROKEN)
                : new Cell(book.get("ports.some_open", Map.of("open", open, "count", all.size(), "failures", how)), Tone.CAUTION);
    }
}
