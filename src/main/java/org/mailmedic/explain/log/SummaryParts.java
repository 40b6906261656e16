package org.mailmedic.explain.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes the summary's lists out of the book.
final class SummaryParts {
    private static final int FEWEST_IN_A_BURST = 10;

    private SummaryParts() {}

    static List<LogSummary.CauseLine> causes(MailBook book, MailBook.Standing standing, Years years) {
        return book.causes().stream()
                .map(each -> new LogSummary.CauseLine(each.cause.code(), each.provider(), each.deferred, each.bounced,
                        standing.unreached()[each.index], time(each.first, years), time(each.last, years), each.example))
                .sorted(Comparator.comparingLong(LogSummary.CauseLine::unreached).reversed()
                        .thenComparing(cause -> cause.code().id()).thenComparing(LogSummary.CauseLine::provider))
                .toList();
    }

    private static Optional<LogTime> time(long stamp, Years years) {
        return stamp == Stamp.NONE ? Optional.empty() : Optional.of(years.time(stamp));
    }

    static List<LogSummary.Provider> providers(MailBook book) {
        return book.receivers().all().stream().filter(each -> each.sent + each.deferred + each.bounced > 0)
                .map(each -> new LogSummary.Provider(each.name, List.copyOf(each.domains()),
                        new LogSummary.Attempts(each.sent, each.deferred, each.bounced),
                        each.delays.total() == 0 ? Optional.empty() : Optional.of(each.delays.quantile(0.5))))
                .sorted(Comparator.comparingLong((LogSummary.Provider each) -> each.attempts().sent()).reversed()
                        .thenComparing(LogSummary.Provider::name))
                .toList();
    }

    static List<LogSummary.Phase> delays(MailBook book) {
        List<LogSummary.Phase> phases = new ArrayList<>();
        for (DelayPhase phase : DelayPhase.values()) {
            Delays delays = book.delays[phase.ordinal()];
            if (delays.total() > 0) {
                phases.add(new LogSummary.Phase(phase, delays.total(), delays.quantile(0.5), delays.quantile(0.9), delays.quantile(0.99)));
            }
        }
        return phases;
    }

    static List<LogSummary.Change> changes(MailBook book, Years years) {
        List<LogSummary.Change> changes = new ArrayList<>();
        for (CauseCount cause : book.causes()) {
            if (cause.cause.known()) {
                ChangePoint.find(cause.receiver.sentByHour, cause.run.series).ifPresent(found ->
                        changes.add(new LogSummary.Change(cause.cause.code(), cause.provider(), years.time(begin(found, cause.run)),
                                found.before(), found.after(), found.open())));
            }
        }
        changes.sort(Comparator.comparingDouble((LogSummary.Change each) -> each.before() - each.after())
                .thenComparing(each -> each.code().id()).thenComparing(LogSummary.Change::provider));
        return changes;
    }

    /// To the second where the longest row of refusals began about then, to the hour otherwise.
    private static long begin(ChangePoint.Found found, Run run) {
        long hour = Math.floorDiv(Stamp.seconds(run.longestBegin()), 3600L);
        return Math.abs(hour - found.hour()) <= 1 ? run.longestBegin() : Stamp.of(found.hour() * 3600);
    }

    static List<LogSummary.Burst> bursts(MailBook book, Years years) {
        return book.receivers().all().stream().filter(each -> each.speed.fullest() >= FEWEST_IN_A_BURST)
                .map(each -> new LogSummary.Burst(each.name, years.time(each.speed.at()), each.speed.fullest(), each.speed.slowed()))
                .sorted(Comparator.comparingLong(LogSummary.Burst::attempts).reversed().thenComparing(LogSummary.Burst::provider))
                .toList();
    }
}
