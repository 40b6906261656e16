package org.mailmedic.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.monitor.NotifyCommand;
import org.mailmedic.monitor.Pauses;
import org.mailmedic.monitor.Until;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// How long a watch goes on, and how it rests.
final class WatchOptions {
    private static final BigDecimal LONGEST_WATCH = new BigDecimal(30 * 24 * 60 * 60);
    private static final BigDecimal SHORTEST_PAUSE = new BigDecimal(5);
    private static final BigDecimal LONGEST_PAUSE = new BigDecimal(24 * 60 * 60);

    private final OptionSpec until = Choice.texts("--until", "WHEN");
    private final OptionSpec every = Choice.text("--every", "S").build();

    private final OptionSpec notifyCommand = Choice.text("--notify-command", "CMD").build();

    void addTo(CommandSpec command) {
        List.of(until, every, notifyCommand).forEach(command::addOption);
    }

    Optional<NotifyCommand> notifyCommand() {
        String command = notifyCommand.getValue();
        return Optional.ofNullable(command).filter(given -> !given.isBlank()).map(NotifyCommand::new);
    }

    /// @param once whether one round is meant where nothing is said
    Until until(boolean once) throws UsageException {
        return once && until.getValue() == null ? new Until(false, false, Duration.ZERO) : until();
    }

    Until until() throws UsageException {
        List<String> until = this.until.getValue();
        boolean healthy = false;
        boolean change = until == null;
        Duration atMost = null;
        for (String word : until == null ? List.<String>of() : until) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "healthy" -> healthy = true;
                case "change" -> change = true;
                default -> {
                    Duration time = seconds(word, BigDecimal.ONE, LONGEST_WATCH, "takes.until", "--until");
                    atMost = atMost == null || time.compareTo(atMost) < 0 ? time : atMost;
                }
            }
        }
        return new Until(healthy, change, atMost == null ? Until.A_DAY : atMost);
    }

    Pauses pauses() throws UsageException {
        String every = this.every.getValue();
        return every == null ? Pauses.polite() : Pauses.of(seconds(every, SHORTEST_PAUSE, LONGEST_PAUSE,
                "takes.seconds", "--every"));
    }

    private static Duration seconds(String text, BigDecimal least, BigDecimal most, String key, String option) throws UsageException {
        try {
            var seconds = new BigDecimal(text.strip());
            if (text.length() < 20 && seconds.compareTo(least) >= 0 && seconds.compareTo(most) <= 0) {
                return Duration.ofMillis(seconds.movePointRight(3).longValue());
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new UsageException(key, Map.of("option", option, "least", least, "most", most, "given", text));
    }
}
