package org.mailmedic.monitor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailmedic.monitor.Watching.Reason;
import org.mailmedic.monitor.Watching.Stopped;
import org.mailmedic.report.Report;

/// Repeats a check-up, politely, until something changes. A sign-in that was refused is not tried again.
///
/// Not thread-safe; each watch is run once.
public final class Watch {
    private final Round check;
    private final Pauses pauses;
    private final Until until;
    private final Time time;
    private Optional<Report> last;

    /// @param earlier what the first round is compared with; empty when that is the first look
    public Watch(Round check, Pauses pauses, Until until, Time time, Optional<Report> earlier) {
        this.check = check;
        this.pauses = pauses;
        this.until = until;
        this.time = time;
        this.last = earlier;
    }

    /// Watches, on this thread, until the end. An interrupt ends it at once.
    ///
    /// @param listener must not throw
    /// @throws IOException when a round cannot be begun; the message says why
    public Stopped run(Consumer<Watching> listener) throws IOException {
        Reason because = Reason.BROKE;
        try {
            because = watch(listener);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            because = Reason.CANCELLED;
        } catch (IllegalStateException bug) {
            System.getLogger(Watch.class.getName()).log(System.Logger.Level.ERROR, "a round of the watch broke: "
                    + (bug.getCause() == null ? bug : bug.getCause()).getClass().getName());
        } finally {
            listener.accept(new Stopped(because, last));
        }
        return new Stopped(because, last);
    }

    private Reason watch(Consumer<Watching> listener) throws IOException, InterruptedException {
        if (last.filter(Difference::signInRefused).isPresent()) {
            return Reason.SIGN_IN_REFUSED;
        }
        long end = time.nanos() + until.atMost().toNanos();
        for (int round = 1; ; round++) {
            Instant began = time.now();
            listener.accept(new Watching.RoundBegan(round, began));
            Report report = check.run();
            listener.accept(new Watching.RoundEnded(round, began, report));
            boolean changed = last.filter(before -> Difference.between(before, report)).isPresent();
            if (changed) {
                listener.accept(new Watching.Changed(began, last.get(), report));
            }
            last = Optional.of(report);
            Optional<Reason> reason = reason(report, changed);
            if (reason.isPresent()) {
                return reason.get();
            }
            Duration left = Duration.ofNanos(end - time.nanos());
            Duration pause = pauses.after(round);
            if (pause.compareTo(left) >= 0) {
                time.rest(left.isNegative() ? Duration.ZERO : left);
                return Reason.TIME_UP;
            }
            listener.accept(new Watching.NextRound(round + 1, time.now().plus(pause), pause));
            time.rest(pause);
        }
    }

    private Optional<Reason> reason(Report report, boolean changed) {
        if (until.healthy() && report.outcome() == Report.Outcome.HEALTHY) {
            return Optional.of(Reason.HEALTHY);
        }
        if (until.change() && changed) {
            return Optional.of(Reason.CHANGED);
        }
        return Difference.signInRefused(report) ? Optional.of(Reason.SIGN_IN_REFUSED) : Optional.empty();
    }
}
