package org.mailmedic.checkup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.mailmedic.evidence.Span;

/// Feels whether this computer runs: a beat that comes late shows that the program did not, and a wall clock that has gone on further than
/// the monotonic one shows that the computer slept (on Linux the monotonic clock stands still meanwhile, clock_gettime(2)). Thread-safe.
final class Pulse {
    static final Duration BEAT = Duration.ofMillis(25);
    /// So late a beat may come on any computer that has something to do.
    private static final double USUAL_MS = 40;
    /// A clock that is being set moves by less than this, mostly.
    private static final double ASLEEP_MS = 1500;
    /// More than any check-up can meet, since they are some time apart. Of a pulse that goes on and on the oldest are forgotten.
    private static final int MOST = 100_000;
    private static final int BEATS_OF_A_LOOK = 10;
    /// Less than this part of a moment is usual while a program starts.
    private static final double IN_LINE = 0.5;

    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private final Waiting waiting;
    private final long beganNanos;
    /// In the order of their ends.
    private final Deque<Gap> gaps = new ArrayDeque<>();
    private long lastNanos;
    private long queueNanos;
    private Instant lastWall;
    private volatile boolean over;

    /// @param share of it in which the program did not run, 0 to 1
    /// @param slept for how long the computer slept at its end, in milliseconds; 0 when it did not
    private record Gap(double fromMs, double toMs, double share, double slept, boolean inLine) {
        double lostWithin(Span span) {
            double common = Math.min(toMs, span.endMs()) - Math.max(fromMs, span.startMs());
            return common < 0 ? 0 : common * share + slept;
        }
    }

    /// How long our threads stood in line for a processor.
    @FunctionalInterface
    interface Waiting {
        /// Of the one that waited longest since it was asked last, in nanoseconds; 0 where the system does not tell.
        long longestNanos();
    }

    /// @param clock      this computer's wall clock
    /// @param beganNanos when it began, which is where spans count from
    Pulse(LongSupplier nanoTime, InstantSource clock, Waiting waiting, long beganNanos) {
        this.waiting = waiting;
        this.nanoTime = nanoTime;
        this.clock = clock;
        this.beganNanos = beganNanos;
        lastNanos = nanoTime.getAsLong();
        queueNanos = lastNanos;
        lastWall = clock.instant();
    }

    /// Beats until [#end]; for a thread of its own.
    void run() {
        try {
            for (int beats = 1; !over; beats++) {
                Thread.sleep(BEAT);
                beat();
                if (beats % BEATS_OF_A_LOOK == 0) {
                    lookAtQueue();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void beat() {
        long now = nanoTime.getAsLong();
        Instant wall = clock.instant();
        double took = (now - lastNanos) / 1e6;
        double slept = Duration.between(lastWall, wall).toMillis() - took;
        if (took - BEAT.toMillis() > USUAL_MS || slept > ASLEEP_MS) {
            double end = (now - beganNanos) / 1e6;
            remember(new Gap(end - took + BEAT.toMillis(), end, 1, slept > ASLEEP_MS ? slept : 0, false));
        }
        lastNanos = now;
        lastWall = wall;
    }

    /// Looks how long threads of ours stood in line for a processor since it looked last: late beats do not show that, since whoever needs
    /// little gets it soon.
    synchronized void lookAtQueue() {
        long now = nanoTime.getAsLong();
        double took = (now - queueNanos) / 1e6;
        double waited = waiting.longestNanos() / 1e6;
        if (took > 0 && waited / took >= IN_LINE) {
            double end = (now - beganNanos) / 1e6;
            remember(new Gap(end - took, end, Math.min(1, waited / took), 0, true));
        }
        queueNanos = now;
    }

    private void remember(Gap gap) {
        gaps.add(gap);
        if (gaps.size() > MOST) {
            gaps.remove();
        }
    }

    long beganNanos() {
        return beganNanos;
    }

    /// For how long the computer did not run within a span, or stood in line for a processor, in milliseconds.
    double lostMs(Span span) {
        return lostMs(span, _ -> true);
    }

    /// The same without the time that threads stood in line: what the system itself does for us, such as to make a connection, goes on
    /// then.
    double stoppedMs(Span span) {
        return lostMs(span, gap -> !gap.inLine());
    }

    private synchronized double lostMs(Span span, Predicate<Gap> counts) {
        double lost = 0;
        for (Iterator<Gap> latest = gaps.descendingIterator(); latest.hasNext(); ) {
            Gap gap = latest.next();
            if (gap.toMs() < span.startMs()) {
                break;
            }
            lost += counts.test(gap) ? gap.lostWithin(span) : 0;
        }
        return lost;
    }

    void end() {
        over = true;
    }
}
