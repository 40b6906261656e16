package org.mailmedic.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.monitor.batch.Batch;
import org.mailmedic.monitor.batch.BatchWords;
import org.mailmedic.monitor.batch.ReportFolder;
import org.mailmedic.monitor.batch.ResultFile;
import org.mailmedic.monitor.batch.Results;
import org.mailmedic.monitor.batch.Tally;
import org.mailmedic.monitor.batch.TargetReader;
import org.mailmedic.monitor.batch.Unfit;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `batch`: many targets, a line for each.
final class BatchCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private final Terminal terminal;
    private final PositionalParamSpec list = PositionalParamSpec.builder().paramLabel("FILE").type(String.class).index("0").arity("1")
            .required(true).descriptionKey("file").build();
    private final BatchOptions batch = new BatchOptions();
    private final ServerOptions server = new ServerOptions();

    BatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = Choice.command(this, "batch");
        spec.addPositional(list);
        batch.addTo(spec);
        server.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException, InterruptedException {
        Locale language = batch.language(terminal);
        var words = new BatchWords(language);
        Batch.Manner manner = batch.manner();
        batch.check();
        Options options = server.options(true);
        String file = list.getValue();
        if (file.equals(STANDARD_INPUT) && server.passwordFromStandardInput()) {
            throw new UsageException("list.password", Map.of());
        }
        notItsOwnResult(file);
        notDone();
        Settings settings = server.settings(terminal, language);
        try (InputStream in = file.equals(STANDARD_INPUT) ? terminal.in() : open(file)) {
            TargetReader targets = TargetReader.open(in, settings, options);
            try (Results results = results()) {
                var checkup = UsualCheckup.forMany(language);
                Optional<ReportFolder> reports = batch.reports().isPresent()
                        ? Optional.of(ReportFolder.open(batch.reports().get(), batch.healthyReportsToo())) : Optional.empty();
                var run = new Batch(checkup, manner, words, results, reports, Optional.of(new DomainLines(language)),
                        terminal.environment()::get);
                var ended = run.run(targets);
                int code = ended(ended, words);
                if (ended.stopped().isEmpty() && ended.usable()) {
                    done();
                }
                return code;
            }
        } catch (Unfit unusable) {
            throw new UsageException(words.sentence(unusable));
        } catch (IOException unreadable) {
            throw new UsageException("list.unreadable", Map.of("file", file));
        } finally {
            settings.login().wipe();
        }
    }

    private Results results() throws Unfit {
        Optional<Path> output = batch.output();
        return output.isPresent() ? ResultFile.open(output.get(), batch.resume()) : Results.to(terminal.out());
    }

    /// What begins anew would be gone before it is read.
    private void notItsOwnResult(String file) throws UsageException {
        try {
            if (!file.equals(STANDARD_INPUT) && batch.output().isPresent() && Files.isSameFile(Path.of(file), batch.output().get())) {
                throw new UsageException("list.output", Map.of("file", file));
            }
        } catch (IOException | InvalidPathException notThere) {
            // then they are two, or the list is missed when it is opened
        }
    }

    /// An earlier run's word does not count for this one.
    private void notDone() throws UsageException {
        try {
            if (batch.done().isPresent()) {
                Files.deleteIfExists(batch.done().get());
            }
        } catch (IOException notOurs) {
            throw new UsageException("done.kept", Map.of("file", batch.done().get()));
        }
    }

    private void done() throws UnwrittenException {
        if (batch.done().isPresent()) {
            try {
                Files.writeString(batch.done().get(), "");
            } catch (IOException full) {
                throw new UnwrittenException(batch.done().get().toString(), full);
            }
        }
    }

    private static InputStream open(String file) throws UsageException {
        if (file.isBlank()) {
            throw new UsageException("file.empty", Map.of());
        }
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new UsageException("list.folder", Map.of("file", file));
            }
            return Files.newInputStream(path);
        } catch (IOException | InvalidPathException unreadable) {
            throw new UsageException("file.unreadable", Map.of("file", file));
        }
    }

    private int ended(Batch.Ended run, BatchWords words) {
        Tally tally = run.tally();
        words.summary(tally).forEach(terminal::say);
        if (run.stopped().isPresent()) {
            terminal.say(batch.output().isEmpty() && terminal.out().checkError() ? words.unread(tally.all())
                    : words.notWritten(run.stopped().get(), batch.output().orElse(Path.of("")), tally.all()));
            return ExitCode.INCONCLUSIVE;
        }
        if (!run.usable()) {
            return ExitCode.USAGE;
        }
        return tally.problems() > 0 ? ExitCode.PROBLEM : tally.inconclusive() > 0 ? ExitCode.INCONCLUSIVE : ExitCode.FINE;
    }
}
