package org.mailmedic.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.mailmedic.advice.PlainText;
import org.mailmedic.monitor.batch.Checked;
import org.mailmedic.report.Report;

/// One look as Nagios, Icinga and their kin want it of a plugin: a line of text, performance data behind a bar, and a state that is the
/// exit code (Monitoring Plugins Development Guidelines).
///
/// @param text without the line end
public record NagiosLine(State state, String text) {
    private static final int LONGEST_TEXT = 400;

    /// In the order of their exit codes.
    public enum State {
        OK, WARNING, CRITICAL, UNKNOWN;

        public int exitCode() {
            return ordinal();
        }
    }

    /// @param now     for how long the certificate is still good
    /// @param outcome the words for the report's outcome, of which no finding tells. Beside a warning they are said as well where the
    ///                sign-in was left out.
    public static NagiosLine of(Report report, Instant now, String outcome) {
        State state = switch (report.outcome()) {
            case HEALTHY -> report.warnings().isEmpty() ? State.OK : State.WARNING;
            case PROBLEM -> State.CRITICAL;
            case INCONCLUSIVE -> State.UNKNOWN;
        };
        Optional<Report.Verdict> said = report.headline().or(() -> report.warnings().stream().findFirst());
        String words = said.map(verdict -> verdict.title() + " (" + verdict.code() + ")")
                .map(finding -> state == State.WARNING && report.partly() ? outcome + "; " + finding : finding).orElse(outcome);
        String where = report.settings().getOrDefault("host", "") + ":" + report.settings().getOrDefault("port", "");
        return new NagiosLine(state, head(state, where + " " + words) + " | " + performance(report, now));
    }

    /// For when there is no report at all.
    public static NagiosLine unknown(String sentence) {
        return new NagiosLine(State.UNKNOWN, head(State.UNKNOWN, sentence));
    }

    /// A bar would begin the performance data.
    private static String head(State state, String text) {
        return "MAILMEDIC " + state + " - " + PlainText.of(text.replace('|', '/'), LONGEST_TEXT);
    }

    private static String performance(Report report, Instant now) {
        var checked = Checked.of(report, List.of());
        var all = new StringJoiner(" ");
        all.add(seconds("time", report.totalMs()));
        for (Map.Entry<String, Double> stage : checked.stageMs().entrySet()) {
            all.add(seconds(stage.getKey(), stage.getValue()));
        }
        checked.certificateNotAfter().flatMap(NagiosLine::instant)
                .ifPresent(end -> all.add("certificate_days=" + Duration.between(now, end).toDays()));
        return all.toString();
    }

    private static String seconds(String label, double ms) {
        return String.format(Locale.ROOT, "%s=%.3fs;;;0", label, ms / 1000);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }
}
