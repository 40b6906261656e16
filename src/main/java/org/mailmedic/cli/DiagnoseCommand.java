package org.mailmedic.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mailmedic.advice.FactWords;
import org.mailmedic.checkup.Checkup;
import org.mailmedic.checkup.Progress;
import org.mailmedic.checkup.Running;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.plan.Options;
import org.mailmedic.report.Report;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.settings.Settings;
import picocli.CommandLine.Model.CommandSpec;

/// `diagnose`: one check-up of one server.
final class DiagnoseCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final ServerOptions server = new ServerOptions();
    private final OutputOptions output = new OutputOptions();
    private final MaskOptions mask = new MaskOptions();

    DiagnoseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = Choice.command(this, "diagnose");
        server.addTo(spec);
        output.addWithLettersTo(spec);
        mask.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException, InterruptedException {
        Locale language = output.language(terminal);
        var letters = output.letters();
        ReportForm form = output.form(terminal);
        var masking = mask.masking(form.passedOn());
        Options options = server.options();
        Settings settings = server.settings(terminal, language);
        try {
            Report report = letters.apply(run(UsualCheckup.once(language), settings, options, new FactWords(language)));
            Report shown = masking.kinds().isEmpty() ? report : masking.apply(report, OwnNames.here());
            output.write(form.write(shown, language, output.width(terminal), output.colour(terminal)), terminal);
            return switch (report.outcome()) {
                case HEALTHY -> ExitCode.FINE;
                case PROBLEM -> ExitCode.PROBLEM;
                case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
            };
        } finally {
            settings.login().wipe();
        }
    }

    private Report run(Checkup checkup, Settings settings, Options options, FactWords words) throws UsageException, InterruptedException {
        try {
            Running running = checkup.start(settings, options, event -> show(event, words));
            return running.await();
        } catch (IOException unusable) {
            throw UsageException.trust(unusable);
        }
    }

    /// One line a station, for the person who waits.
    private void show(Progress event, FactWords words) {
        if (terminal.interactive() && event instanceof Progress.StageEnded(var stage, var status)) {
            terminal.say("  " + words.station(stage, status.id()));
        }
    }
}
