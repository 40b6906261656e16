package org.mailmedic.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.monitor.NagiosLine;
import org.mailmedic.monitor.NotifyCommand;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonText;

/// What `watch` prints: a line for each round, and sentences for what happens between them.
final class WatchForm {
    private final TextBook book;
    private final FactWords words;
    private final ZoneId zone;
    private final UnaryOperator<Report> letters;

    /// @param letters puts the letters of a report into the language that they are to be in
    WatchForm(Locale language, ZoneId zone, UnaryOperator<Report> letters) {
        this.letters = letters;
        this.book = TextBook.open("watch", language);
        this.words = new FactWords(language);
        this.zone = zone;
    }

    String text(Instant at, Report report) {
        String outcome = book.get("outcome." + report.outcome().id());
        return book.get("line", Map.of("time", clock(at), "outcome", outcome, "headline", headline(report),
                "duration", words.duration(report.totalMs())));
    }

    /// @param changed whether it is not as it was in the round before
    String json(int round, Instant at, Report report, boolean changed) {
        return JsonText.line(round(round, at, report, changed));
    }

    private Map<String, Object> round(int round, Instant at, Report report, boolean changed) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "mailmedic-watch");
        all.put("version", 1);
        all.put("round", round);
        all.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
        all.put("outcome", report.outcome().id());
        all.put("unchecked", report.unchecked());
        all.put("code", report.headline().map(Report.Verdict::code).orElse(""));
        all.put("headline", report.headline().map(Report.Verdict::title).orElse(""));
        letters.apply(report).headline().map(Report.Verdict::letter).filter(letter -> !letter.isEmpty())
                .ifPresent(letter -> all.put("letter", letter));
        all.put("total_ms", report.totalMs());
        all.put("changed", changed);
        return all;
    }

    /// What a command is told about a change, in one line.
    String change(int round, Instant at, Report before, Report now) {
        Map<String, Object> all = new LinkedHashMap<>(round(round, at, now, true));
        all.put("host", now.settings().get("host"));
        all.put("port", now.settings().get("port"));
        all.put("before", Map.of("outcome", before.outcome().id(), "unchecked", before.unchecked(),
                "code", before.headline().map(Report.Verdict::code).orElse(""),
                "headline",
                before.headline().map(Report.Verdict::title).orElse("")));
        return JsonText.line(all) + "\n";
    }

    NagiosLine nagios(Report report, Instant now) {
        return NagiosLine.of(report, now, book.get("headline." + how(report)));
    }

    String notified(NotifyCommand.Ended ended) {
        return switch (ended) {
            case NotifyCommand.Ended.Done(var code) -> code == 0 ? book.get("notify.done")
                    : book.get("notify.code", Map.of("code", String.valueOf(code)));
            case NotifyCommand.Ended.NotBegun() -> book.get("notify.not_begun");
            case NotifyCommand.Ended.TooLong() -> book.get("notify.too_long",
                    Map.of("seconds", String.valueOf(NotifyCommand.LONGEST.toSeconds())));
        };
    }

    String changed(Instant at, Report before, Report now) {
        return book.get("changed", Map.of("time", words.time(at, zone), "before", headline(before), "now", headline(now)));
    }

    String next(Instant at) {
        return book.get("next", Map.of("time", clock(at)));
    }

    /// @param last what the last round came to, if there was one
    String stopped(String reason, Optional<Report> last) {
        boolean partly = last.filter(Report::partly).isPresent();
        return book.find("stopped." + reason + ".partly").filter(_ -> partly).orElseGet(() -> book.get("stopped." + reason));
    }

    /// Why the watch ends where nobody can read what it says.
    String unheard() {
        return book.get("stopped.unheard");
    }

    private static String how(Report report) {
        return report.outcome().id() + (report.partly() ? ".partly" : "");
    }

    private String headline(Report report) {
        return report.headline().map(Report.Verdict::title).orElseGet(() -> book.get("headline." + how(report)));
    }

    private String clock(Instant at) {
        return at.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.SECONDS).plusNanos(1).toString().substring(0, "00:00:00".length());
    }
}
