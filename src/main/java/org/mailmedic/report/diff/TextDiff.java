package org.mailmedic.report.diff;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.text.TerminalColour;
import org.mailmedic.report.text.Wrap;

/// A comparison for a terminal: the sentence, what changed, and the stations side by side.
public final class TextDiff {
    private static final int NARROWEST = 40;

    private final DiffWords diffWords;
    private final TextBook book;
    private final FactWords words;
    private final ZoneId zone;
    private final int width;
    private final boolean colour;

    /// @param zone   of the times shown
    /// @param width  columns of the terminal; never fewer than 40 are used
    /// @param colour whether escape sequences for colours may be written
    public TextDiff(Locale language, ZoneId zone, int width, boolean colour) {
        this.diffWords = new DiffWords(language);
        this.book = TextBook.open("compare", language);
        this.words = new FactWords(language);
        this.zone = zone;
        this.width = Math.max(NARROWEST, width);
        this.colour = colour;
    }

    public String write(ReportDiff diff) {
        var text = new StringBuilder("\n");
        for (String line : Wrap.lines(diffWords.conclusion(diff), width)) {
            text.append(TerminalColour.BOLD.on(ink(diff).on(line, colour), colour)).append('\n');
        }
        text.append('\n');
        side("before", diff.before(), text);
        side("after", diff.after(), text);
        if (!diff.changes().isEmpty()) {
            text.append('\n').append(TerminalColour.BOLD.on(book.get("changes"), colour)).append('\n');
            diffWords.lines(diff).forEach(line -> hanging(" - ", line, text));
        }
        table(book.get("stations"), diff.stations().stream().map(pair -> new Row(words.station(pair.stage()),
                state(pair.before(), pair.beforeMs()), state(pair.after(), pair.afterMs()), pair.same())).toList(), text);
        table(book.get("records"), diff.records().stream().map(pair -> new Row(diffWords.record(pair.record()),
                diffWords.recordState(pair.before().state()), diffWords.recordState(pair.after().state()), !pair.changed())).toList(),
                text);
        return text.toString();
    }

    private void side(String key, Report report, StringBuilder text) {
        int label = Math.max(Wrap.columns(book.get("before")), Wrap.columns(book.get("after"))) + 2;
        String name = book.get(key);
        hanging(name + " ".repeat(label - Wrap.columns(name)),
                book.get("when", Map.of("headline", diffWords.headline(report), "time", words.time(report.created(), zone))), text);
    }

    private record Row(String name, String then, String now, boolean same) {}

    private void table(String title, List<Row> rows, StringBuilder text) {
        if (rows.isEmpty()) {
            return;
        }
        text.append('\n').append(TerminalColour.BOLD.on(title, colour)).append('\n');
        int names = widest(rows.stream().map(Row::name).toList());
        int before = widest(rows.stream().map(Row::then).toList());
        for (Row each : rows) {
            String row = " " + (each.same() ? " " : "*") + " " + each.name() + " ".repeat(names - Wrap.columns(each.name()) + 2);
            String rest = each.then() + " ".repeat(before - Wrap.columns(each.then())) + "  →  " + each.now();
            if (Wrap.columns(row) + Wrap.columns(rest) > width) {
                rest = each.then() + " → " + each.now();
            }
            for (String line : Wrap.columns(row + rest) > width ? Wrap.lines(row + rest, width) : List.of(row + rest)) {
                text.append(each.same() ? line : TerminalColour.BOLD.on(line, colour)).append('\n');
            }
        }
    }

    private String state(String status, double milliseconds) {
        boolean reached = !status.equals("skipped") && !status.equals("not_reached");
        return words.status(status) + (reached ? ", " + words.duration(milliseconds) : "");
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(Wrap::columns).max().orElse(0);
    }

    private void hanging(String first, String body, StringBuilder text) {
        var lines = Wrap.lines(body, width - Wrap.columns(first));
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? first : " ".repeat(Wrap.columns(first))).append(lines.get(i)).append('\n');
        }
    }

    private static TerminalColour ink(ReportDiff diff) {
        return switch (diff.conclusion()) {
            case FIXED, STILL_FINE, CLEARLY_FINE -> TerminalColour.FINE;
            case BROKEN, EARLIER -> TerminalColour.BROKEN;
            case SAME -> diff.after().outcome() == Report.Outcome.HEALTHY ? TerminalColour.FINE : TerminalColour.PLAIN;
            case OTHER_SERVER, SAME_PROBLEM, FURTHER, OTHER_PROBLEM, UNCLEAR, STILL_UNCLEAR, CLEARLY_STOPPED -> TerminalColour.CAUTION;
        };
    }
}
