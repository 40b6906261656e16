package org.mailmedic.cli;

import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mailmedic.report.Rewording;
import org.mailmedic.report.diff.DiffDocument;
import org.mailmedic.report.diff.DiffWords;
import org.mailmedic.report.diff.ReportDiff;
import org.mailmedic.report.diff.TextDiff;
import org.mailmedic.report.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/// `compare`: what changed between two reports.
@Command(name = "compare", sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "old")
    private String old;

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "new")
    private String young;

    private final OutputOptions output = new OutputOptions();

    CompareCommand(Terminal terminal) {
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
        var before = SavedReport.open(old, language);
        var after = SavedReport.open(young, language);
        var words = new Rewording(language, ZoneId.systemDefault());
        var diff = ReportDiff.between(words.apply(SavedReport.ready(before, language)), words.apply(SavedReport.ready(after, language)));
        output.write(switch (output.format()) {
            case JSON -> JsonText.of(DiffDocument.of(diff, new DiffWords(language)));
            case TEXT -> new TextDiff(language, ZoneId.systemDefault(), output.width(terminal), output.colour(terminal)).write(diff);
        }, terminal);
        return diff.same() ? ExitCode.FINE : ExitCode.PROBLEM;
    }
}
