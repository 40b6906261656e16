package org.mailmedic.explain.log;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;

/// Counts what the lines of a mail log or a queue listing say, one after the other; can be asked at any time.
///
/// Memory grows with what waits in the queue, up to a bound, not with the length of the log. Not thread-safe: one thread at a time.
public final class LogTally {
    private final LocalDateTime now;
    private final Years years;
    private final MailBook book = new MailBook();
    private final LineDesk desk;
    private final Line line = new Line();
    private final long[] programs = new long[MailProgram.values().length];
    private long lines;
    private long understood;
    private long first = Stamp.NONE;
    private long last = Stamp.NONE;
    private Optional<String> stopped = Optional.empty();

    /// @param now by this computer's clock: a log's missing years, and the age of what stands in a queue listing, are told by it
    public LogTally(LocalDateTime now) {
        this.now = now;
        years = new Years(now);
        desk = new LineDesk(book, years, now);
    }

    /// Counts one line, given without its end.
    public void line(byte[] bytes, int from, int to) {
        lines++;
        int start = from;
        while (start < to && bytes[start] == 0) {
            start++;
        }
        note(start < to ? desk.take(line.over(bytes, start, to)) : desk.end());
    }

    private void note(LineDesk.Taken taken) {
        if (taken.understood()) {
            understood++;
            if (taken.program() != null) {
                programs[taken.program().ordinal()]++;
            }
        }
        long stamp = desk.stamp();
        if (stamp != Stamp.NONE) {
            first = first == Stamp.NONE ? stamp : first;
            last = stamp;
        }
    }

    /// What is still being put together from several lines is complete.
    void end() {
        note(desk.end());
    }

    /// The rest of the log was not read.
    ///
    /// @param why a word of [LogSummary#stopped()]
    void stop(String why) {
        stopped = Optional.of(why);
    }

    /// Whether a queue listing was among it.
    public boolean listed() {
        return desk.listed();
    }

    public long lines() {
        return lines;
    }

    /// Lines of mail servers whose shape is known.
    public long understood() {
        return understood;
    }

    /// How often a result came about: `sent`, `deferred`, `bounced`, `rejected`.
    ///
    /// @param code     empty where there is no cause: sent, and refused at the door
    /// @param provider on the receiving side; `own` for own mailboxes
    public record Count(String result, Optional<Code> code, String provider, long count) {}

    /// All results so far. They only ever grow.
    public List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        book.receivers().all().stream().filter(each -> each.sent > 0)
                .forEach(each -> counts.add(new Count("sent", Optional.empty(), each.name, each.sent)));
        if (book.ownSent > 0) {
            counts.add(new Count("sent", Optional.empty(), "own", book.ownSent));
        }
        for (CauseCount cause : book.causes()) {
            if (cause.deferred > 0) {
                counts.add(new Count("deferred", Optional.of(cause.cause.code()), cause.provider(), cause.deferred));
            }
            if (cause.bounced > 0) {
                counts.add(new Count("bounced", Optional.of(cause.cause.code()), cause.provider(), cause.bounced));
            }
        }
        if (book.rejected > 0) {
            counts.add(new Count("rejected", Optional.empty(), "own", book.rejected));
        }
        return counts;
    }

    /// How many deliveries spent at most so many seconds in a phase, for each bound; never decreasing.
    ///
    /// @param seconds the bounds, rising
    public List<Long> delaysAtMost(DelayPhase phase, List<Double> seconds) {
        return seconds.stream().map(book.delays[phase.ordinal()]::atMost).toList();
    }

    public long delays(DelayPhase phase) {
        return book.delays[phase.ordinal()].total();
    }

    /// All seconds spent in a phase.
    public double delaySum(DelayPhase phase) {
        return book.delays[phase.ordinal()].sum();
    }

    /// When the oldest message came that has not left.
    public Optional<LogTime> oldestWaiting() {
        return time(book.standing().oldest());
    }

    /// How long the oldest message waits that has not left, in seconds.
    ///
    /// @param at the present, by the clock of this computer; used by UTC where the log tells its offset
    /// @param zone where this computer is, for that
    public Optional<Long> oldestWaitingSeconds(LocalDateTime at, ZoneOffset zone) {
        return oldestWaiting().map(oldest -> Math.max(0,
                at.toEpochSecond(zone) - oldest.at().toEpochSecond(oldest.offset().orElse(zone))));
    }

    /// What the log says, all in all, so far.
    public LogSummary summary() {
        MailBook.Standing standing = book.standing();
        Optional<MailProgram> program = program();
        Optional<LogTime> from = desk.listed() && first == Stamp.NONE ? time(standing.oldest()) : time(first);
        Optional<LogTime> to = desk.listed() && last == Stamp.NONE ? Optional.of(new LogTime(now.withNano(0), Optional.empty()))
                : time(last);
        return new LogSummary(program.map(MailProgram::id).orElse("unknown"), lines, understood, from, to, book.messages,
                new LogSummary.Attempts(book.attempts[LoggedMessage.SENT], book.attempts[LoggedMessage.DEFERRED],
                        book.attempts[LoggedMessage.BOUNCED]),
                standing.recipients(), book.rejected, SummaryParts.causes(book, standing, years), SummaryParts.providers(book),
                book.hours.list(years), queue(standing, to), SummaryParts.delays(book), SummaryParts.changes(book, years),
                SummaryParts.bursts(book, years), book.signIns.list(), stopped);
    }

    /// One finding for each cause, most unreached first; none when nothing was deferred or bounced.
    public List<Finding> findings() {
        return LogFindings.of(summary(), book.causes());
    }

    /// Both, from one look at the books.
    public LogReader.Reading reading() {
        LogSummary summary = summary();
        return new LogReader.Reading(summary, LogFindings.of(summary, book.causes()));
    }

    private LogSummary.Queue queue(MailBook.Standing standing, Optional<LogTime> to) {
        Optional<Long> age = Optional.empty();
        if (standing.oldest() != Stamp.NONE) {
            age = last != Stamp.NONE ? Optional.of(Math.max(0, Stamp.between(standing.oldest(), last)))
                    : to.map(end -> Math.max(0, end.at().toEpochSecond(ZoneOffset.UTC)
                            - years.time(standing.oldest()).at().toEpochSecond(ZoneOffset.UTC)));
        }
        return new LogSummary.Queue(standing.waiting(), time(standing.oldest()), age);
    }

    private Optional<LogTime> time(long stamp) {
        return stamp == Stamp.NONE ? Optional.empty() : Optional.of(years.time(stamp));
    }

    private Optional<MailProgram> program() {
        MailProgram best = null;
        for (MailProgram each : MailProgram.values()) {
            best = programs[each.ordinal()] > (best == null ? 0 : programs[best.ordinal()]) ? each : best;
        }
        return Optional.ofNullable(best);
    }
}
