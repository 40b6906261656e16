package org.mailmedic.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.explain.Explainer;
import org.mailmedic.explain.Explanation;
import org.mailmedic.explain.log.LogReader.Reading;
import org.mailmedic.explain.log.LogSummary;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/// `explain`: says what an error message, a bounce, or a whole mail log means.
@Command(name = "explain", description = "Explains a pasted error message, a bounce, or a mail log.", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "One or more files, or - for standard input. Logs may be packed "
            + "(gzip, xz, zstd).")
    private List<String> files = new ArrayList<>();

    private final OutputOptions output = new OutputOptions();

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = CommandSpec.forAnnotatedObject(this);
        output.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException {
        output.check();
        Locale language = output.language(terminal);
        try (var given = new GivenText(files, terminal.in())) {
            Optional<Reading> log = given.log(LocalDateTime.now());
            if (log.isPresent() && !(log.get().findings().isEmpty() && given.isShort())) {
                tell(log.get(), language);
                return ExitCode.FINE;
            }
            Explanation explanation = new Explainer().explain(given.bytes());
            tell(explanation, log.map(Reading::summary), language);
            return explanation.recognised() || log.isPresent() ? ExitCode.FINE : ExitCode.PROBLEM;
        } catch (IOException unreadable) {
            throw new UsageException("It cannot be read. Check that the file is whole and that you may open it.");
        }
    }

    private void tell(Reading log, Locale language) throws UsageException, UnwrittenException {
        List<Report.Verdict> verdicts = verdicts(log.findings().stream(), Facts.of("basis", "said"), language);
        output.write(switch (output.format()) {
            case JSON -> JsonText.of(ExplanationForm.json(log.summary(), verdicts));
            case TEXT -> new LogForm(language, code -> verdicts.stream().filter(each -> each.code().equals(code.id())).findFirst()
                    .map(Report.Verdict::title)).text(log.summary())
                    + ExplanationForm.advice(verdicts, TextBook.open("explain", language), output.width(terminal));
        }, terminal);
    }

    private void tell(Explanation explanation, Optional<LogSummary> summary, Locale language) throws UsageException, UnwrittenException {
        List<Report.Verdict> verdicts = verdicts(explanation.causes().stream().map(Explanation.Cause::finding), explanation.situation(),
                language);
        output.write(switch (output.format()) {
            case JSON -> JsonText.of(ExplanationForm.json(explanation, verdicts, summary));
            case TEXT -> ExplanationForm.text(explanation, verdicts, TextBook.open("explain", language), output.width(terminal));
        }, terminal);
    }

    private static List<Report.Verdict> verdicts(Stream<Finding> findings, Facts situation, Locale language) {
        ProviderBook providers = ProviderBook.load();
        var adviser = new Adviser(language, Adviser.systemName(System.getProperty("os.name")), ZoneId.systemDefault(),
                host -> providers.byHost(host).map(Provider::name));
        Instant now = Instant.now();
        return findings.map(finding -> Report.Verdict.of(finding, adviser.advise(finding, situation, now))).toList();
    }
}
