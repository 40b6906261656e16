package org.mailmedic.report.log;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;

/// The summary of a mail log in words: what became of the mail, what kept it back and since when, and what was tried hour by hour. It is
/// told from the summary as a document (contract: `summary`), fresh or out of a saved report. Immutable.
public final class LogTold {
    /// Rows about one thing, as sentences.
    public record Part(String title, List<String> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /// What was tried within one hour, day or month.
    ///
    /// @param at    as it is shown
    /// @param words how many went out, and how many were put off or refused
    /// @param began whether a trouble that lasts began then
    public record Tries(String at, long sent, long deferred, long bounced, String words, boolean began) {
        public long stopped() {
            return deferred + bounced;
        }

        public long all() {
            return sent + deferred + bounced;
        }
    }

    /// @param sent,deferred,bounced what became of an attempt
    /// @param began                 said of the row in which a trouble began
    public record Legend(String sent, String deferred, String bounced, String began) {}

    /// More rows than this are told by the day, and more days by the month.
    private static final int MOST_ROWS = 48;
    private static final int MOST_DAYS = 62;
    private static final int BAR = 40;
    private static final int MOST_CAUSES = 12;

    /// How long one row is.
    private enum Step {
        HOURS(ChronoUnit.HOURS), DAYS(ChronoUnit.DAYS), MONTHS(ChronoUnit.MONTHS);

        private final ChronoUnit unit;

        Step(ChronoUnit unit) {
            this.unit = unit;
        }

        private LocalDateTime begin(LocalDateTime at) {
            return this == MONTHS ? at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1) : at.truncatedTo(unit);
        }

        private String words(LocalDateTime begin, FactWords words) {
            return switch (this) {
                case HOURS -> words.moment(begin);
                case DAYS -> words.date(begin.toLocalDate());
                case MONTHS -> words.month(begin.toLocalDate());
            };
        }
    }

    private final Map<String, Object> log;
    private final TextBook book;
    private final FactWords words;
    private final Function<String, Optional<String>> titles;

    /// @param summary the document
    /// @param titles  the headline of a code's advice, empty where there is none
    public LogTold(Locale language, Map<String, Object> summary, Function<String, Optional<String>> titles) {
        log = summary;
        book = TextBook.open("log", language);
        words = new FactWords(language);
        this.titles = titles;
    }

    /// What the log in a report says; empty where there is none.
    public static Optional<LogTold> in(Report report, Locale language) {
        return report.evidence(EvidenceKind.MAIL_LOG).map(facts -> facts.get("summary")).filter(Map.class::isInstance)
                .map(summary -> new LogTold(language, LogFields.named((Map<?, ?>) summary), code -> report.diagnoses().stream()
                        .filter(each -> each.code().equals(code)).findFirst().map(Verdict::title)));
    }

    /// All of it, for a terminal.
    public String text() {
        List<String> lines = new ArrayList<>(head());
        parts().forEach(part -> {
            lines.add("");
            lines.add(part.title());
            part.rows().forEach(row -> lines.add("  " + row));
        });
        return String.join("\n", lines) + "\n";
    }

    /// Which log, since when, and what became of the mail in it.
    public List<String> head() {
        var lines = new ArrayList<String>();
        lines.add(which());
        LogFields.text(log, "stopped").ifPresent(why -> lines.add(book.find("stopped." + why).orElse(why)));
        lines.add("");
        lines.addAll(all());
        return lines;
    }

    /// *Log of Postfix, 2 March 2026, 00:00 to 2 March 2026, 09:07, 208 lines*
    public String which() {
        String program = book.find("program." + LogFields.text(log, "program").orElse("")).orElseGet(() -> book.get("program.unknown"));
        Optional<String> from = LogFields.text(log, "from");
        Optional<String> to = LogFields.text(log, "to");
        return from.isPresent() && to.isPresent()
                ? book.get("head", Map.of("program", program, "from", minute(from.get()), "to", minute(to.get()),
                        "lines", LogFields.count(log, "lines")))
                : book.get("head.times_unknown", Map.of("program", program, "lines", LogFields.count(log, "lines")));
    }

    /// What became of the mail, a sentence each.
    public List<String> all() {
        var lines = new ArrayList<String>();
        if (LogFields.count(log, "messages") > 0) {
            lines.add(book.get("messages", Map.of("messages", LogFields.count(log, "messages"))));
        }
        Map<String, Object> recipients = LogFields.part(log, "recipients");
        long sent = LogFields.count(recipients, "sent");
        long waiting = LogFields.count(recipients, "waiting");
        long failed = LogFields.count(recipients, "failed");
        lines.add(book.get("recipients", Map.of("all", sent + waiting + failed, "sent", sent, "waiting", waiting, "failed", failed)));
        lines.add(queue(LogFields.part(log, "queue")));
        if (LogFields.count(log, "rejected") > 0) {
            lines.add(book.get("rejected", Map.of("rejected", LogFields.count(log, "rejected"))));
        }
        if (rows("causes").isEmpty()) {
            lines.add(book.get("causes.none"));
        }
        return lines;
    }

    /// All that is told, with the attempts as bars of signs.
    private List<Part> parts() {
        return Stream.concat(Stream.concat(trouble().stream(), traffic().stream()), Stream.concat(bars().stream(), signIns().stream()))
                .toList();
    }

    /// What kept mail back, since when, and where it was sent too fast.
    public List<Part> trouble() {
        return Stream.of(part("causes", rows("causes").stream().limit(MOST_CAUSES).map(this::cause).toList()),
                part("changes", rows("changes").stream().map(this::change).toList()),
                part("bursts", rows("bursts").stream().map(this::burst).toList())).flatMap(Optional::stream).toList();
    }

    /// Who takes the mail in, and where the time went.
    public List<Part> traffic() {
        return Stream.of(part("providers", rows("providers").stream().map(this::receiver).toList()),
                part("delays", rows("delays").stream().map(this::delay).toList())).flatMap(Optional::stream).toList();
    }

    /// Who could not sign in.
    public Optional<Part> signIns() {
        return part("sign_ins", rows("sign_ins").stream().map(this::signIns).toList());
    }

    private Optional<Part> part(String title, List<String> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Part(book.get(title), rows));
    }

    private String queue(Map<String, Object> queue) {
        long messages = LogFields.count(queue, "messages");
        if (messages == 0) {
            return book.get("nothing_waits");
        }
        Optional<String> oldest = LogFields.text(queue, "oldest");
        return oldest.isPresent() && queue.get("oldest_age_s") instanceof Number age
                ? book.get("queue", Map.of("messages", messages, "oldest", minute(oldest.get()), "age", duration(age.doubleValue())))
                : book.get("queue.count", Map.of("messages", messages));
    }

    private String burst(Map<String, Object> burst) {
        return book.get("burst", Map.of("at", minute(LogFields.text(burst, "at").orElse("")),
                "attempts", LogFields.count(burst, "attempts"), "provider", provider(burst, "provider"), "slowed", LogFields.count(burst,
                "slowed")));
    }

    private String delay(Map<String, Object> phase) {
        String name = LogFields.text(phase, "phase").orElse("");
        return book.get("delay", Map.of("phase", book.find("phase." + name).orElse(name),
                "median", duration(LogFields.number(phase, "median_s")), "p90", duration(LogFields.number(phase, "p90_s")),
                "p99", duration(LogFields.number(phase, "p99_s"))));
    }

    private String signIns(Map<String, Object> each) {
        return book.get("sign_in", Map.of("user", LogFields.text(each, "user").orElse(""), "attempts", LogFields.count(each, "attempts"),
                "addresses", LogFields.count(each, "addresses")));
    }

    private String cause(Map<String, Object> cause) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("unreached", LogFields.count(cause, "unreached"), "title", title(cause),
                "provider", provider(cause, "provider"), "deferred", LogFields.count(cause, "deferred"),
                "bounced", LogFields.count(cause, "bounced")));
        Optional<String> last = LogFields.text(cause, "last");
        last.ifPresent(at -> values.put("last", minute(at)));
        return book.get(last.isPresent() ? "cause" : "cause.listing", values);
    }

    private String change(Map<String, Object> change) {
        return book.get(open(change) ? "change.open" : "change.over", Map.of("at", minute(LogFields.text(change, "at").orElse("")),
                "provider", provider(change, "provider"), "title", title(change),
                "before", Math.round(LogFields.number(change, "share_before") * 100),
                "after", Math.round(LogFields.number(change, "share_after") * 100)));
    }

    private static boolean open(Map<String, Object> change) {
        return Boolean.TRUE.equals(change.get("open"));
    }

    private String receiver(Map<String, Object> provider) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("provider", provider(provider, "name"),
                "sent", LogFields.count(provider, "sent"), "deferred", LogFields.count(provider, "deferred"),
                "bounced", LogFields.count(provider, "bounced")));
        if (provider.get("delay_median_s") instanceof Number median) {
            values.put("median", duration(median.doubleValue()));
        }
        return book.get(values.containsKey("median") ? "provider" : "provider.no_delay", values);
    }

    private String provider(Map<String, Object> row, String key) {
        String name = LogFields.text(row, key).orElse("");
        return book.find("provider." + name).orElse(name);
    }

    private String title(Map<String, Object> row) {
        String code = LogFields.text(row, "code").orElse("");
        return code.equals("unknown") ? book.get("cause.title.unknown") : titles.apply(code).orElse(code);
    }

    /// What was tried, by the hour, or by the day or the month where it is much; also when nothing was.
    public List<Tries> tries() {
        Step step = step();
        var rows = new TreeMap<LocalDateTime, long[]>();
        hours().forEach((at, counts) -> {
            long[] row = rows.computeIfAbsent(step.begin(at), _ -> new long[counts.length]);
            for (int i = 0; i < counts.length; i++) {
                row[i] += counts[i];
            }
        });
        List<LocalDateTime> began = rows("changes").stream().filter(LogTold::open).flatMap(change -> time(change).stream())
                .map(step::begin).toList();
        var tries = new ArrayList<Tries>();
        for (LocalDateTime at = rows.isEmpty() ? null : rows.firstKey(); at != null && !at.isAfter(rows.lastKey());
                at = at.plus(1, step.unit)) {
            long[] row = rows.getOrDefault(at, new long[3]);
            tries.add(new Tries(step.words(at, words), row[0], row[1], row[2], book.get("tries", Map.of("sent", row[0], "deferred", row[1],
                    "bounced", row[2])), began.contains(at)));
        }
        return tries;
    }

    private Map<LocalDateTime, long[]> hours() {
        var hours = new TreeMap<LocalDateTime, long[]>();
        for (Map<String, Object> hour : rows("hours")) {
            time(hour).ifPresent(at -> hours.merge(at, new long[] {LogFields.count(hour, "sent"), LogFields.count(hour, "deferred"),
                            LogFields.count(hour, "bounced")},
                    (one, other) -> new long[] {one[0] + other[0], one[1] + other[1], one[2] + other[2]}));
        }
        return hours;
    }

    private Step step() {
        var hours = (TreeMap<LocalDateTime, long[]>) hours();
        if (hours.isEmpty() || Step.HOURS.unit.between(hours.firstKey(), hours.lastKey()) < MOST_ROWS) {
            return Step.HOURS;
        }
        return Step.DAYS.unit.between(hours.firstKey(), hours.lastKey()) < MOST_DAYS ? Step.DAYS : Step.MONTHS;
    }

    /// What [#tries] are, all in all: *Attempts by the hour*.
    public String chart() {
        return book.get("chart." + step().name().toLowerCase(Locale.ROOT));
    }

    /// What is said beside [#tries].
    public Legend legend() {
        return new Legend(book.get("chart.sent"), book.get("chart.deferred"), book.get("chart.bounced"), book.get("chart.began"));
    }

    private Optional<Part> bars() {
        List<Tries> tries = tries();
        long most = tries.stream().mapToLong(Tries::all).max().orElse(0);
        long each = Math.max(1, (most + BAR - 1) / BAR);
        String title = book.get(step().name().toLowerCase(Locale.ROOT), Map.of("each", each));
        int widest = tries.stream().mapToInt(row -> row.at().length()).max().orElse(0);
        return tries.isEmpty() ? Optional.empty()
                : Optional.of(new Part(title, tries.stream().map(row -> bar(row, each, widest)).toList()));
    }

    private String bar(Tries row, long each, int widest) {
        return book.get("bar", Map.of("at", row.at() + " ".repeat(widest - row.at().length()), "full", "█".repeat(signs(row.sent(), each)),
                "light", "░".repeat(signs(row.stopped(), each)), "sent", row.sent(), "stopped", row.stopped()));
    }

    private static int signs(long count, long each) {
        return (int) ((count + each - 1) / each);
    }

    private static Optional<LocalDateTime> time(Map<String, Object> row) {
        return LogFields.text(row, "at").flatMap(LogTold::time);
    }

    private static Optional<LocalDateTime> time(String time) {
        try {
            return Optional.of(LocalDateTime.parse(time.length() > 19 ? time.substring(0, 19) : time));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// `2026-03-02T09:07:00+01:00` as people write it.
    private String minute(String time) {
        return time(time).map(words::moment).orElse(time);
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

    private List<Map<String, Object>> rows(String name) {
        return LogFields.rows(log, name);
    }
}
