package org.mailmedic.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mailmedic.checkup.Checkup;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.monitor.Difference;
import org.mailmedic.monitor.NagiosLine;
import org.mailmedic.monitor.NotifyCommand;
import org.mailmedic.monitor.Round;
import org.mailmedic.monitor.Time;
import org.mailmedic.monitor.Watch;
import org.mailmedic.monitor.Watching;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Settings;
import picocli.CommandLine.Model.CommandSpec;

/// `watch`: the same check-up again and again, a line each, until something changes.
final class WatchCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Time time;

    private final ServerOptions server = new ServerOptions();
    private final WatchOptions watch = new WatchOptions();
    private final OutputOptions output = new OutputOptions();

    WatchCommand(Terminal terminal) {
        this(terminal, Time.system());
    }

    WatchCommand(Terminal terminal, Time time) {
        this.terminal = terminal;
        this.time = time;
    }

    CommandSpec spec() {
        var spec = Choice.command(this, "watch");
        server.addTo(spec);
        watch.addTo(spec);
        output.addWithLettersTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException {
        boolean nagios = output.asksFor("nagios");
        try {
            return watch(nagios);
        } catch (UsageException unusable) {
            if (!nagios) {
                throw unusable;
            }
            // a monitor shows what stands there, and takes a 2 for a broken server
            terminal.out().println(NagiosLine.unknown(unusable.sentence(output.spoken(terminal))).text());
            return NagiosLine.State.UNKNOWN.exitCode();
        }
    }

    private int watch(boolean nagios) throws UsageException {
        Locale language = output.language(terminal);
        var letters = output.letters();
        if (nagios) {
            output.checkFile();
        } else {
            output.check();
        }
        var until = watch.until(nagios);
        var pauses = watch.pauses();
        Options options = server.options();
        Settings settings = server.settings(terminal, language);
        PrintStream lines = output.lines(terminal);
        try {
            var speaker = new Speaker(new WatchForm(language, ZoneId.systemDefault(), letters), lines, nagios ? Form.NAGIOS
                    : output.format() == OutputOptions.Format.JSON ? Form.JSON : Form.TEXT);
            Checkup checkup = UsualCheckup.in(language);
            Round round = Round.of(() -> checkup.start(speaker.delivered() ? withoutSending(settings) : settings, options, _ -> { }));
            Watching.Stopped stopped = new Watch(round, pauses, until, time, Optional.empty()).run(speaker::hear);
            return speaker.unheard() ? unheard(speaker.form) : nagios ? nagios(stopped, speaker.form, lines) : code(stopped);
        } catch (IOException unusable) {
            throw UsageException.trust(unusable);
        } finally {
            settings.login().wipe();
            if (!output.toTerminal()) {
                lines.close();
            }
        }
    }

    private int unheard(WatchForm form) {
        Thread.interrupted();
        terminal.say(form.unheard());
        return ExitCode.INCONCLUSIVE;
    }

    private enum Form { TEXT, JSON, NAGIOS }

    private int nagios(Watching.Stopped stopped, WatchForm form, PrintStream lines) {
        NagiosLine line = stopped.last().map(report -> form.nagios(report, time.now()))
                .orElseGet(() -> NagiosLine.unknown(form.stopped(stopped.because().id(), stopped.last())));
        lines.println(line.text());
        lines.flush();
        return lines.checkError() ? unheard(form) : line.state().exitCode();
    }

    private static int code(Watching.Stopped stopped) {
        if (stopped.because() == Watching.Reason.BROKE || stopped.last().isEmpty()) {
            return ExitCode.INCONCLUSIVE;
        }
        return switch (stopped.last().get().outcome()) {
            case HEALTHY -> ExitCode.FINE;
            case PROBLEM -> ExitCode.PROBLEM;
            case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
        };
    }

    /// One test message that arrived is enough.
    private static Settings withoutSending(Settings settings) {
        return new Settings(settings.host(), settings.port(), settings.security(), settings.login(), settings.mechanism(), settings.from(),
                settings.to(), settings.symptom(), false, settings.allowPlaintextPassword());
    }

    /// Says what happens, as it happens.
    private final class Speaker {
        private final WatchForm form;
        private final PrintStream lines;
        private final Form as;
        private Optional<Report> before = Optional.empty();
        private boolean delivered;
        private int round;
        private boolean unheard;

        private Speaker(WatchForm form, PrintStream lines, Form as) {
            this.form = form;
            this.lines = lines;
            this.as = as;
        }

        /// Whether a test message has been taken by the server.
        private boolean delivered() {
            return delivered;
        }

        /// Whether nobody can read it any more.
        private boolean unheard() {
            return unheard;
        }

        private void hear(Watching event) {
            switch (event) {
                case Watching.RoundBegan _ -> { }
                case Watching.RoundEnded(var round, var at, var report) -> ended(round, at, report);
                case Watching.Changed(var at, var earlier, var now) -> {
                    terminal.ring();
                    terminal.say(form.changed(at, earlier, now));
                    watch.notifyCommand().ifPresent(command -> tell(command, form.change(round, at, earlier, now)));
                }
                case Watching.NextRound(var _, var at, var _) -> {
                    if (terminal.interactive()) {
                        terminal.say(form.next(at));
                    }
                }
                case Watching.Stopped(var because, var last) -> {
                    if (as != Form.NAGIOS) {
                        terminal.say(form.stopped(because.id(), last));
                    }
                }
            }
        }

        private void tell(NotifyCommand command, String json) {
            try {
                terminal.say(form.notified(command.run(json)));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void ended(int round, Instant at, Report report) {
            boolean changed = before.filter(earlier -> Difference.between(earlier, report)).isPresent();
            switch (as) {
                case TEXT -> lines.println(form.text(at, report));
                case JSON -> lines.println(form.json(round, at, report, changed));
                case NAGIOS -> { }
            }
            if (lines.checkError()) {
                unheard = true;
                // the rest before the next round ends at once
                Thread.currentThread().interrupt();
            }
            this.round = round;
            before = Optional.of(report);
            delivered |= report.stages().stream().anyMatch(stage -> stage.stage().equals(Stage.MESSAGE.id())
                    && stage.status().equals("ok"));
        }
    }
}
