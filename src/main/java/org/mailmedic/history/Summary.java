package org.mailmedic.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.mailmedic.report.Report;

/// What a list of earlier check-ups shows of one of them. The report itself is read when it is opened.
///
/// @param name     the file's name; names in their order are the order in which reports were kept, whatever the clock said
/// @param created  when the check-up was made, by the clock of that time
/// @param host     the server as it was asked for; empty when it was missing
/// @param port     0 when unknown
/// @param code     of the headline; empty when nothing stops mail
/// @param headline in words; empty when nothing stops mail
/// @param stages   those that were reached, in their order
/// @param unchecked stages that were left out since no password was given; empty when nothing was
/// @param totalMs  wall time of the check-up in milliseconds
public record Summary(String name, String id, Instant created, String host, int port, Report.Outcome outcome, String code, String headline,
                      List<StageTime> stages, double totalMs, List<String> unchecked) {
    private static final List<String> UNREACHED = List.of("skipped", "not_reached");

    public Summary {
        stages = List.copyOf(stages);
        unchecked = List.copyOf(unchecked);
        Objects.requireNonNull(outcome);
    }

    /// A summary of a report in which nothing was left out.
    public Summary(String name, String id, Instant created, String host, int port, Report.Outcome outcome, String code, String headline,
                   List<StageTime> stages, double totalMs) {
        this(name, id, created, host, port, outcome, code, headline, stages, totalMs, List.of());
    }

    /// @param ms how long it took
    public record StageTime(String stage, String status, double ms) {}

    /// One server, however its name was written.
    ///
    /// @param host in small letters
    public record Server(String host, int port) {}

    /// Whether it tells what a text or a mail log said: then nothing was measured, and there are no stages.
    public boolean told() {
        return stages.isEmpty();
    }

    /// Whether it tells of a domain's records: those took time to look at, and a text none.
    public boolean domain() {
        return told() && totalMs > 0 && !host.isEmpty();
    }

    /// Whether the two are about the same kind of thing, and of domains about the same one.
    public boolean comparable(Summary other) {
        return domain() ? other.domain() && host.equalsIgnoreCase(other.host) : !told() && !other.told();
    }

    public Server server() {
        return new Server(host.toLowerCase(Locale.ROOT), port);
    }

    static boolean reached(String status) {
        return !UNREACHED.contains(status);
    }
}
