package org.mailmedic.report.text;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.OutcomeWords;
import org.mailmedic.report.PartingWords;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.report.Tone;
import org.mailmedic.report.Witnesses;
import org.mailmedic.report.log.LogTold;

/// The report for a terminal: what is wrong, whose job it is, what to do, then the journey. Whatever came from elsewhere is inert.
public final class TextReport {
    public static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 32;
    private static final int INDENT = 3;
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 4096;
    private static final int TIME = 7;

    private final Locale language;
    private final TextBook book;
    private final FactWords words;
    private final OutcomeWords outcomes;
    private final ZoneId zone;
    private final int width;
    private final boolean colour;

    /// @param zone   of the times shown
    /// @param width  columns of the terminal; never fewer than 32 are used
    /// @param colour whether escape sequences for colours may be written
    public TextReport(Locale language, ZoneId zone, int width, boolean colour) {
        this.language = language;
        this.book = TextBook.open("report", language);
        this.words = new FactWords(language);
        this.outcomes = new OutcomeWords(book, words);
        this.zone = zone;
        this.width = Math.max(NARROWEST, width);
        this.colour = colour;
    }

    /// With the usual width, in English, whatever the system's language is: for a place whose readers are not known.
    public static String write(Report report, boolean colour) {
        return new TextReport(Locale.ENGLISH, ZoneId.systemDefault(), USUAL_WIDTH, colour).write(report);
    }

    /// For a terminal, which can show more when it is asked.
    public String write(Report report) {
        return write(report, book.get("more"));
    }

    /// For a file, which is read by somebody who has no terminal.
    public String file(Report report) {
        return write(report, book.get("more.file"));
    }

    private String write(Report report, String more) {
        var text = new StringBuilder();
        headline(report, text);
        for (int i = 1; i < report.diagnoses().size(); i++) {
            section(i == 1 ? book.get("also") : "", text);
            verdict(report.diagnoses().get(i), text);
        }
        warnings(report.warnings(), text);
        journey(report, text);
        LogTold.in(report, language).ifPresent(log -> {
            text.append('\n');
            log.text().lines().forEach(line -> paragraph(line, 0, TerminalColour.PLAIN, text));
        });
        DomainTold.in(report).ifPresent(domain -> domain(domain, text));
        text.append('\n');
        if (!report.told()) {
            paragraph(book.get("took", Map.of("duration", words.duration(report.totalMs()))), 0, TerminalColour.QUIET, text);
        }
        paragraph(more, 0, TerminalColour.QUIET, text);
        return text.toString();
    }

    private void headline(Report report, StringBuilder text) {
        text.append('\n');
        if (report.diagnoses().isEmpty()) {
            paragraph(mark(report.outcome()) + " " + outcomes.headline(report), 0, ink(report.outcome()), TerminalColour.BOLD, text);
            checked(report, text);
            outcomes.text(report).ifPresent(more -> {
                text.append('\n');
                paragraph(more, 0, TerminalColour.PLAIN, text);
            });
            return;
        }
        var first = report.diagnoses().getFirst();
        paragraph("✗ " + PlainText.of(first.title()), 0, TerminalColour.BROKEN, TerminalColour.BOLD, text);
        checked(report, text);
        about(first, text);
    }

    private void checked(Report report, StringBuilder text) {
        if (report.told()) {
            paragraph(outcomes.read(report, zone), 2, TerminalColour.QUIET, text);
            return;
        }
        String host = String.valueOf(report.settings().getOrDefault("host", ""));
        Object port = report.settings().get("port");
        String key = host.isEmpty() ? "checked.bare" : port == null ? "checked.host" : "checked";
        var facts = Map.of("host", host, "port", port == null ? "" : port, "time", words.time(report.created(), zone));
        paragraph(book.get(key, facts), 2, TerminalColour.QUIET, text);
        outcomes.leftOut(report).ifPresent(what -> paragraph(what, 2, TerminalColour.CAUTION, text));
    }

    private void verdict(Report.Verdict verdict, StringBuilder text) {
        paragraph("✗ " + PlainText.of(verdict.title()), 0, TerminalColour.BROKEN, TerminalColour.BOLD, text);
        about(verdict, text);
    }

    private void about(Report.Verdict verdict, StringBuilder text) {
        text.append('\n');
        paragraph(PlainText.lines(verdict.summary()), 0, TerminalColour.PLAIN, text);
        text.append('\n');
        int label = Math.max(Wrap.columns(book.get("who")), Wrap.columns(book.get("sure"))) + 2;
        labelled(book.get("who"), words.canFix(verdict.party(), verdict.code()), label, text);
        labelled(book.get("sure"), words.certainty(verdict.confidence()), label, text);
        if (!verdict.steps().isEmpty()) {
            section(book.get("steps"), text);
            for (int i = 0; i < verdict.steps().size(); i++) {
                hanging(" " + (i + 1) + ". ", PlainText.lines(verdict.steps().get(i)), text);
            }
        }
        if (!verdict.letter().isBlank()) {
            section(book.get("letter"), text);
            for (String line : Wrap.lines(PlainText.lines(verdict.letter()), width - INDENT)) {
                text.append(line.isEmpty() ? TerminalColour.QUIET.on(" │", colour) : TerminalColour.QUIET.on(" │ ", colour) + line)
                        .append('\n');
            }
        }
    }

    private void warnings(List<Report.Verdict> warnings, StringBuilder text) {
        if (warnings.isEmpty()) {
            return;
        }
        section(book.get("warnings"), text);
        for (var warning : warnings) {
            String line = PlainText.of(warning.title() + " (" + words.party(warning.party()) + ")", width - INDENT);
            text.append(' ').append(TerminalColour.CAUTION.on("!", colour)).append(' ').append(line).append('\n');
        }
    }

    private void domain(DomainTold domain, StringBuilder text) {
        for (DomainTold.Told told : domain.records()) {
            section(book.get("told.record", Map.of("title", PlainText.of(told.title()), "state", PlainText.of(told.stateInWords()))), text);
            paragraph(PlainText.of(told.name()), 1, TerminalColour.QUIET, text);
            told.text().lines().limit(MOST_LINES).forEach(line ->
                    paragraph(PlainText.of(line, LONGEST_LINE), INDENT, TerminalColour.PLAIN, text));
            paragraph(PlainText.of(told.said(), LONGEST_LINE), 1, TerminalColour.PLAIN, text);
            if (!told.proposed().isEmpty()) {
                paragraph(PlainText.of(told.proposal()), 1, TerminalColour.PLAIN, text);
                paragraph(PlainText.of(told.proposed(), LONGEST_LINE), INDENT, TerminalColour.PLAIN, text);
            }
        }
    }

    private void journey(Report report, StringBuilder text) {
        if (report.stages().isEmpty()) {
            return;
        }
        var pair = report.pair();
        boolean there = pair.isPresent() || Seen.in(report).stream().anyMatch(Seen::fromWebsite);
        section(book.get(there ? "journey.website" : "journey"), text);
        journey(report, report.stages(), there ? words.there() : words, text);
        pair.ifPresent(both -> {
            section(book.get("journey.here"), text);
            journey(report, both.here(), words, text);
            text.append('\n');
            paragraph(PartingWords.of(both, words, book), 0, TerminalColour.BOLD, text);
        });
    }

    private void journey(Report report, List<Report.StageResult> stages, FactWords names, StringBuilder text) {
        var rows = rows(report, stages, names, true);
        int widestName = widest(rows.stream().map(Row::name).toList());
        int states = widest(rows.stream().map(Row::state).toList());
        if (widestName + states + TIME + 7 > width) {
            rows = rows(report, stages, names, false);
            widestName = widest(rows.stream().map(Row::name).toList());
        }
        boolean times = widestName + states + TIME + 7 <= width;
        for (var row : rows) {
            text.append(' ').append(row.ink().on(row.mark(), colour)).append(' ').append(padded(row.name(), widestName + 2))
                    .append(row.ink().on(row.state(), colour));
            if (times && !row.time().isEmpty()) {
                text.append(" ".repeat(states - Wrap.columns(row.state()) + 2 + Math.max(0, TIME - Wrap.columns(row.time()))))
                        .append(TerminalColour.QUIET.on(row.time(), colour));
            }
            text.append('\n');
        }
    }

    private record Row(String mark, String name, String state, String time, TerminalColour ink) {}

    private List<Row> rows(Report report, List<Report.StageResult> stages, FactWords names, boolean full) {
        int port = report.settings().get("port") instanceof Integer number && full ? number : 0;
        var cause = stages == report.stages() ? Witnesses.cause(report) : Optional.<Witnesses.Cause>empty();
        return stages.stream().map(stage -> {
            var here = cause.filter(place -> place.at(stage.stage(), stage.status()));
            String ended = here.map(_ -> "warning").orElse(stage.status());
            boolean reached = !stage.status().equals("skipped") && !stage.status().equals("not_reached");
            String name = port > 0 ? names.stage(stage.stage(), port) : names.station(stage.stage());
            return new Row(Tone.of(ended).mark(), name, words.status(here.map(Witnesses.Cause::status).orElse(ended)),
                    reached ? words.duration(stage.durationMs()) : "", ink(Tone.of(ended)));
        }).toList();
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(Wrap::columns).max().orElse(0);
    }

    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - Wrap.columns(text)));
    }

    private void section(String title, StringBuilder text) {
        text.append('\n');
        if (!title.isEmpty()) {
            text.append(TerminalColour.BOLD.on(title, colour)).append('\n');
        }
    }

    private void labelled(String label, String value, int column, StringBuilder text) {
        var lines = Wrap.lines(value, width - column);
        for (int i = 0; i < lines.size(); i++) {
            String before = i == 0 ? label + " ".repeat(column - Wrap.columns(label)) : " ".repeat(column);
            text.append(TerminalColour.QUIET.on(before, colour)).append(lines.get(i)).append('\n');
        }
    }

    private void hanging(String first, String body, StringBuilder text) {
        var lines = Wrap.lines(body, width - first.length());
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? first : " ".repeat(first.length())).append(lines.get(i)).append('\n');
        }
    }

    private void paragraph(String body, int indent, TerminalColour ink, StringBuilder text) {
        paragraph(body, indent, ink, TerminalColour.PLAIN, text);
    }

    private void paragraph(String body, int indent, TerminalColour ink, TerminalColour weight, StringBuilder text) {
        for (String line : Wrap.lines(body, width - indent)) {
            if (!line.isEmpty()) {
                text.append(" ".repeat(indent)).append(weight.on(ink.on(line, colour), colour));
            }
            text.append('\n');
        }
    }

    private static String mark(Report.Outcome outcome) {
        return switch (outcome) {
            case HEALTHY -> "✓";
            case PROBLEM -> "✗";
            case INCONCLUSIVE -> "?";
        };
    }

    private static TerminalColour ink(Report.Outcome outcome) {
        return switch (outcome) {
            case HEALTHY -> TerminalColour.FINE;
            case PROBLEM -> TerminalColour.BROKEN;
            case INCONCLUSIVE -> TerminalColour.CAUTION;
        };
    }

    private static TerminalColour ink(Tone tone) {
        return switch (tone) {
            case FINE -> TerminalColour.FINE;
            case CAUTION -> TerminalColour.CAUTION;
            case BROKEN -> TerminalColour.BROKEN;
            case QUIET -> TerminalColour.QUIET;
        };
    }
}
