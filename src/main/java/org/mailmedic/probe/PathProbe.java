package org.mailmedic.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.mailmedic.evidence.Evidence.PathSample;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.Deadline;
import org.mailmedic.plan.Route;

/// Connects to one address and closes at once, to measure the way there.
public final class PathProbe {
    /// Fewer say nothing about a line that loses some packets.
    public static final int CONNECTS = 8;
    /// Long enough to see the second SYN retransmit (after about 1 s and 3 s, RFC 6298 §2), short enough to stay within a step.
    private static final Duration EACH = Duration.ofMillis(3500);
    /// What a connect takes longer than the quickest when its first SYN was lost.
    private static final double RETRANSMIT_MS = 900;
    private static final int QUARTER = 4;
    private final Instruments instruments;

    public PathProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @return milliseconds; negative when it failed
    public double once(Route route) {
        long began = instruments.now();
        try (var _ = instruments.network().connect(route.endpoint(), Deadline.in(EACH, instruments.network()::nanoTime))) {
            return instruments.since(began).durationMs();
        } catch (IOException lost) {
            return -1;
        }
    }

    /// Whether so few of these were lost or late that chance may hide a bad line, or make up one: as many again will tell.
    ///
    /// @param connects milliseconds; negative where it failed
    public static boolean undecided(List<Double> connects) {
        double quickest = connects.stream().filter(ms -> ms >= 0).min(Double::compare).orElse(0.0);
        long odd = connects.stream().filter(ms -> ms < 0 || ms - quickest >= RETRANSMIT_MS).count();
        return odd > 0 && odd * QUARTER < connects.size();
    }

    public PathSample sample(Route route, long startNanos, List<Double> connects) {
        return new PathSample(route, instruments.since(startNanos), Outcome.of(List.copyOf(connects)));
    }
}
