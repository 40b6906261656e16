package org.mailmedic.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mailmedic.monitor.batch.Batch;
import org.mailmedic.monitor.batch.Shard;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// How a list is worked through, and where its results go.
final class BatchOptions {
    private static final int MOST_JOBS = 4_096;
    private static final int MOST_SHARDS = 100_000;
    private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    private final OptionSpec jobs = Choice.text("--jobs", "N").defaultValue("32").build();
    private final OptionSpec perHost = Choice.text("--per-host", "N").defaultValue("2").build();
    private final OptionSpec shard = Choice.text("--shard", "I/N").build();
    private final OptionSpec output = Choice.file("--output", "FILE");
    private final OptionSpec resume = Choice.flag("--resume");
    private final OptionSpec done = Choice.file("--done", "FILE");
    private final OptionSpec reports = Choice.file("--reports", "DIR");
    private final OptionSpec reportsFor = Choice.text("--reports-for", "WHICH").build();
    private final LanguageOption language = LanguageOption.words();

    void addTo(CommandSpec command) {
        List.of(jobs, perHost, shard, output, resume, done, reports, reportsFor, language.spec()).forEach(command::addOption);
    }

    Batch.Manner manner() throws UsageException {
        return new Batch.Manner(number("--jobs", jobs, MOST_JOBS), number("--per-host", perHost, MOST_JOBS), shard());
    }

    private static int number(String name, OptionSpec option, int most) throws UsageException {
        String given = option.getValue();
        try {
            int number = Integer.parseInt(given.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new UsageException("takes.number", Map.of("option", name, "least", 1, "most", most, "given", given));
    }

    private Shard shard() throws UsageException {
        String given = shard.getValue();
        if (given == null) {
            return Shard.WHOLE;
        }
        MatchResult parts = SHARD.matcher(given.strip()).results().findFirst().filter(all -> all.group().equals(given.strip()))
                .orElse(null);
        if (parts != null) {
            int index = Integer.parseInt(parts.group(1));
            int count = Integer.parseInt(parts.group(2));
            if (index >= 1 && index <= count && count <= MOST_SHARDS) {
                return new Shard(index, count);
            }
        }
        throw new UsageException("takes.shard", Map.of("given", given));
    }

    /// Says what does not go together.
    void check() throws UsageException {
        for (OptionSpec each : List.of(output, done, reports)) {
            if (each.getValue() instanceof Path name && name.toString().isBlank()) {
                throw new UsageException("output.empty", Map.of("option", each.longestName()));
            }
        }
        if (resume() && output().isEmpty()) {
            throw new UsageException("resume.output", Map.of());
        }
        if (reportsFor.getValue() != null && reports().isEmpty()) {
            throw new UsageException("reports_for.reports", Map.of());
        }
        healthyReportsToo();
    }

    /// Empty for the terminal, which a dash means as well.
    Optional<Path> output() {
        return Optional.<Path>ofNullable(output.getValue()).filter(file -> !file.toString().equals("-"));
    }

    boolean resume() {
        return Choice.given(resume);
    }

    /// What says that nothing is left to do: the exit code tells of the servers, not of the run.
    Optional<Path> done() {
        return Optional.ofNullable(done.getValue());
    }

    Optional<Path> reports() {
        return Optional.ofNullable(reports.getValue());
    }

    boolean healthyReportsToo() throws UsageException {
        String which = reportsFor.getValue() == null ? "all" : reportsFor.getValue();
        return switch (which.toLowerCase(Locale.ROOT)) {
            case "all" -> true;
            case "problem" -> false;
            default -> throw new UsageException("takes.reports_for", Map.of("given", which));
        };
    }

    Locale language(Terminal terminal) throws UsageException {
        return language.language(terminal);
    }
}
