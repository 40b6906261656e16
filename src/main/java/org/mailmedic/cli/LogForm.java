package org.mailmedic.cli;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.explain.log.LogSummary;
import org.mailmedic.explain.log.LogTime;

/// The summary of a mail log as text: what became of the mail, what kept it back and since when, and a bar for each hour.
final class LogForm {
    /// More rows than this are told by the day.
    private static final int MOST_ROWS = 48;
    private static final int BAR = 40;
    private static final int MOST_CAUSES = 12;

    private final TextBook book;
    private final FactWords words;
    private final Function<Code, Optional<String>> titles;

    /// @param titles the headline of a code's advice, empty where there is none
    LogForm(Locale language, Function<Code, Optional<String>> titles) {
        book = TextBook.open("log", language);
        words = new FactWords(language);
        this.titles = titles;
    }

    String text(LogSummary log) {
        List<String> lines = new ArrayList<>();
        head(log, lines);
        section(lines, "causes", log.causes().stream().limit(MOST_CAUSES).map(this::cause).toList());
        section(lines, "changes", log.changes().stream().map(this::change).toList());
        section(lines, "bursts", log.bursts().stream().map(this::burst).toList());
        section(lines, "providers", log.providers().stream().map(this::provider).toList());
        section(lines, "delays", log.delays().stream().map(this::delay).toList());
        bars(log, lines);
        section(lines, "sign_ins", log.signIns().stream().map(this::signIns).toList());
        return String.join("\n", lines) + "\n";
    }

    private void head(LogSummary log, List<String> lines) {
        String program = book.get("program." + log.program());
        boolean timed = log.from().isPresent() && log.to().isPresent();
        lines.add(timed
                ? book.get("head", Map.of("program", program, "from", minute(log.from().get()), "to", minute(log.to().get()),
                        "lines", log.lines()))
                : book.get("head.times_unknown", Map.of("program", program, "lines", log.lines())));
        log.stopped().ifPresent(why -> lines.add(book.get("stopped." + why)));
        lines.add("");
        if (log.messages() > 0) {
            lines.add(book.get("messages", Map.of("messages", log.messages())));
        }
        LogSummary.Recipients recipients = log.recipients();
        long all = recipients.sent() + recipients.waiting() + recipients.failed();
        lines.add(book.get("recipients", Map.of("all", all, "sent", recipients.sent(), "waiting", recipients.waiting(),
                "failed", recipients.failed())));
        lines.add(queue(log.queue()));
        if (log.rejected() > 0) {
            lines.add(book.get("rejected", Map.of("rejected", log.rejected())));
        }
        if (log.causes().isEmpty()) {
            lines.add(book.get("causes.none"));
        }
    }

    private String queue(LogSummary.Queue queue) {
        if (queue.messages() == 0) {
            return book.get("nothing_waits");
        }
        return queue.oldest().isPresent() && queue.oldestAgeSeconds().isPresent()
                ? book.get("queue", Map.of("messages", queue.messages(), "oldest", minute(queue.oldest().get()), "age",
                        duration(queue.oldestAgeSeconds().get())))
                : book.get("queue.count", Map.of("messages", queue.messages()));
    }

    private void section(List<String> lines, String title, List<String> rows) {
        if (!rows.isEmpty()) {
            lines.add("");
            lines.add(book.get(title));
            rows.forEach(row -> lines.add("  " + row));
        }
    }

    private String burst(LogSummary.Burst burst) {
        return book.get("burst", Map.of("at", minute(burst.at()), "attempts", burst.attempts(), "provider", provider(burst.provider()),
                "slowed", burst.slowed()));
    }

    private String delay(LogSummary.Phase phase) {
        return book.get("delay", Map.of("phase", book.get("phase." + phase.phase().id()), "median", duration(phase.median()),
                "p90", duration(phase.p90()), "p99", duration(phase.p99())));
    }

    private String signIns(LogSummary.SignIns each) {
        return book.get("sign_in", Map.of("user", each.user(), "attempts", each.attempts(), "addresses", each.addresses()));
    }

    private String cause(LogSummary.CauseLine cause) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("unreached", cause.unreached(), "title", title(cause.code()), "provider",
                provider(cause.provider()), "deferred", cause.deferred(), "bounced", cause.bounced()));
        cause.last().ifPresent(last -> values.put("last", minute(last)));
        return book.get(cause.last().isPresent() ? "cause" : "cause.listing", values);
    }

    private String change(LogSummary.Change change) {
        return book.get(change.open() ? "change.open" : "change.over", Map.of("at", minute(change.at()),
                "provider", provider(change.provider()), "title", title(change.code()),
                "before", Math.round(change.before() * 100), "after", Math.round(change.after() * 100)));
    }

    private String provider(LogSummary.Provider provider) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("provider", provider(provider.name()), "sent", provider.attempts().sent(),
                "deferred", provider.attempts().deferred(), "bounced", provider.attempts().bounced()));
        provider.delayMedianSeconds().ifPresent(median -> values.put("median", duration(median)));
        return book.get(values.containsKey("median") ? "provider" : "provider.no_delay", values);
    }

    private String provider(String name) {
        return book.find("provider." + name).orElse(name);
    }

    private String title(Code code) {
        return code == Code.UNKNOWN ? book.get("cause.title.unknown") : titles.apply(code).orElse(code.id());
    }

    private void bars(LogSummary log, List<String> lines) {
        boolean daily = log.hours().size() > MOST_ROWS;
        Map<String, long[]> rows = new LinkedHashMap<>();
        for (LogSummary.Hour hour : log.hours()) {
            String at = daily ? minute(hour.at()).substring(0, "2026-03-02".length()) : minute(hour.at());
            long[] row = rows.computeIfAbsent(at, key -> new long[2]);
            row[0] += hour.attempts().sent();
            row[1] += hour.attempts().deferred() + hour.attempts().bounced();
        }
        long most = rows.values().stream().mapToLong(row -> row[0] + row[1]).max().orElse(0);
        long each = Math.max(1, (most + BAR - 1) / BAR);
        if (!rows.isEmpty()) {
            lines.add("");
            lines.add(book.get(daily ? "days" : "hours", Map.of("each", each)));
            rows.forEach((at, row) -> lines.add("  " + book.get("bar", Map.of("at", at, "full", "█".repeat(signs(row[0], each)),
                    "light", "░".repeat(signs(row[1], each)), "sent", row[0], "stopped", row[1]))));
        }
    }

    private static int signs(long count, long each) {
        return (int) ((count + each - 1) / each);
    }

    private static String minute(LogTime time) {
        return time.at().truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }

    private String duration(double seconds) {
        if (seconds < 100) {
            return book.get("age.seconds", Map.of("n", seconds < 10 ? words.decimal(String.valueOf(Math.round(seconds * 10) / 10.0))
                    : Math.round(seconds)));
        }
        String unit = seconds < 6000 ? "minutes" : seconds < 172_800 ? "hours" : "days";
        double size = switch (unit) {
            case "minutes" -> 60;
            case "hours" -> 3600;
            default -> 86_400;
        };
        return book.get("age." + unit, Map.of("n", Math.round(seconds / size)));
    }
}
