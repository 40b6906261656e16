package org.mailmedic.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.ToldReport;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.explain.Explainer;
import org.mailmedic.explain.Explanation;
import org.mailmedic.explain.log.LogReader.Reading;
import org.mailmedic.explain.log.LogSummary;
import org.mailmedic.explain.log.SummaryDocument;
import org.mailmedic.monitor.LogWatch;
import org.mailmedic.product.SystemZone;
import org.mailmedic.provider.ProviderNames;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonText;
import org.mailmedic.report.log.LogTold;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `explain`: says what an error message, a bounce, or a whole mail log means.
final class ExplainCommand implements Callable<Integer> {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private final Terminal terminal;

    private final PositionalParamSpec files = PositionalParamSpec.builder().paramLabel("FILE").type(List.class)
            .auxiliaryTypes(String.class).arity("0..*").descriptionKey("file").build();

    private final OptionSpec follow = Choice.flag("--follow");

    private final OutputOptions output = new OutputOptions();

    private final MaskOptions mask = new MaskOptions();

    /// The form in which the answer is passed on, where one was asked for, and what is made unreadable in it.
    private Optional<ReportForm> report = Optional.empty();

    private Masking masking = Masking.none();

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = Choice.command(this, "explain");
        spec.addPositional(files);
        spec.addOption(follow);
        output.addTo(spec);
        mask.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException {
        boolean followed = Choice.given(follow);
        report = followed ? Optional.empty() : output.passedOn(terminal);
        if (report.isEmpty()) {
            output.check();
        }
        masking = mask.masking(report.isPresent());
        if (report.isEmpty() && !masking.kinds().isEmpty()) {
            throw new UsageException("mask.form", Map.of());
        }
        Locale language = output.language(terminal);
        if (followed) {
            return follow(language);
        }
        try (var given = new GivenText(files(), terminal.in())) {
            Optional<Reading> log = given.log(LocalDateTime::now);
            if (log.isPresent() && !given.isShort()) {
                tell(log.get(), Optional.empty(), beside(given), language);
                return ExitCode.FINE;
            }
            Explanation explanation = new Explainer().explain(given.bytes(), log.flatMap(read -> read.findings().stream().findFirst())
                    .map(Finding::code));
            if (log.isPresent() && !(log.get().findings().isEmpty() && explanation.recognised())) {
                tell(log.get(), Optional.of(explanation), beside(given), language);
                return ExitCode.FINE;
            }
            tell(explanation, log.map(Reading::summary), language);
            return explanation.recognised() ? ExitCode.FINE : ExitCode.PROBLEM;
        } catch (IOException unreadable) {
            throw new UsageException("text.unreadable", Map.of());
        }
    }

    private List<String> files() {
        List<String> given = files.getValue();
        return given == null ? List.of() : given;
    }

    /// What the other files say that were given with a log.
    private static List<Explanation.Cause> beside(GivenText given) throws IOException, UsageException {
        byte[] others = given.besideTheLog();
        return others.length == 0 ? List.of() : new Explainer().explain(others).causes().stream()
                .filter(cause -> cause.finding().code() != Code.UNKNOWN).toList();
    }

    /// @param asText what the log says when it is read as a message
    /// @param beside what other texts say, for behind the log's own causes
    private void tell(Reading log, Optional<Explanation> asText, List<Explanation.Cause> beside, Locale language) throws UsageException,
            UnwrittenException {
        List<Explanation.Cause> more = beside.stream().filter(cause -> log.findings().stream()
                .noneMatch(finding -> finding.code() == cause.finding().code())).toList();
        List<Report.Verdict> verdicts = Stream.concat(verdicts(log, language).stream(), verdicts(more.stream()
                .map(Explanation.Cause::finding), Facts.of("basis", "said"), language).stream()).toList();
        if (report.isPresent()) {
            passOn(ToldReport.log(log.summary(), verdicts, Instant.now(), Language.of(language).tag()), language);
            return;
        }
        output.write(switch (output.format()) {
            case JSON -> JsonText.of(ExplanationForm.json(log.summary(), verdicts, more, asText));
            case TEXT -> text(log, verdicts, language);
        }, terminal);
    }

    private void passOn(Report told, Locale language) throws UnwrittenException {
        output.write(report.orElseThrow().write(masking.apply(told, OwnNames.here()), language, output.width(terminal), false), terminal);
    }

    private static List<Report.Verdict> verdicts(Reading log, Locale language) {
        return verdicts(log.findings().stream(), Facts.of("basis", "said"), language);
    }

    private String text(Reading log, List<Report.Verdict> verdicts, Locale language) {
        return new LogTold(language, SummaryDocument.of(log.summary()), code -> verdicts.stream()
                .filter(each -> each.code().equals(code)).findFirst().map(Report.Verdict::title)).text()
                + ExplanationForm.advice(verdicts, TextBook.open("explain", language), output.width(terminal));
    }

    /// Every account anew: one after the other in the terminal (as JSON, a line each), in the place of the last one in a file.
    private int follow(Locale language) throws UsageException, UnwrittenException {
        List<String> files = files();
        if (files.size() != 1 || files.getFirst().equals("-")) {
            throw new UsageException("takes.log", Map.of());
        }
        Path log = GivenText.readable(files.getFirst());
        boolean json = output.format() == OutputOptions.Format.JSON;
        var unwritten = new AtomicReference<UnwrittenException>();
        try {
            new LogWatch(log, BETWEEN, LocalDateTime.now()).run(reading -> {
                try {
                    output.write(json ? JsonText.line(ExplanationForm.json(reading.summary(), verdicts(reading, language), List.of(),
                            Optional.empty())) + "\n" : text(reading, verdicts(reading, language), language) + "\n", terminal);
                } catch (UnwrittenException full) {
                    unwritten.set(full);
                }
                return unwritten.get() == null && !terminal.out().checkError();
            });
        } catch (IOException unreadable) {
            throw new UsageException("text.gone", Map.of("file", log));
        }
        if (unwritten.get() != null) {
            throw unwritten.get();
        }
        return Thread.interrupted() ? ExitCode.FINE : ExitCode.INCONCLUSIVE;
    }

    private void tell(Explanation explanation, Optional<LogSummary> summary, Locale language) throws UsageException, UnwrittenException {
        List<Report.Verdict> verdicts = verdicts(explanation.causes().stream().map(Explanation.Cause::finding), explanation.situation(),
                language);
        if (report.isPresent()) {
            passOn(ToldReport.text(explanation, verdicts, Instant.now(), Language.of(language).tag()), language);
            return;
        }
        output.write(switch (output.format()) {
            case JSON -> JsonText.of(ExplanationForm.json(explanation, verdicts, summary));
            case TEXT -> ExplanationForm.text(explanation, verdicts, TextBook.open("explain", language), output.width(terminal));
        }, terminal);
    }

    private static List<Report.Verdict> verdicts(Stream<Finding> findings, Facts situation, Locale language) {
        var adviser = new Adviser(language, Adviser.systemName(System.getProperty("os.name")), SystemZone::id,
                ProviderNames.load()::byHost);
        Instant now = Instant.now();
        return findings.map(finding -> Report.Verdict.of(finding, adviser.advise(finding, situation, now))).toList();
    }
}
