package org.mailmedic.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.mailmedic.evidence.Evidence.PathSample;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.Route;

/// Connects to one address and closes at once, to measure the way there.
public final class PathProbe {
    /// Fewer say nothing about a line that loses some packets.
    public static final int CONNECTS = 8;
    /// Long enough to see the second SYN retransmit (after about 1 s and 3 s, RFC 6298 §2), short enough to stay within a step.
    public static final Duration LONGEST = Duration.ofMillis(3500);
    private final Instruments instruments;

    public PathProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @return milliseconds; negative when it failed
    public double once(Route route) {
        long began = instruments.now();
        try (var _ = instruments.network().connect(route.endpoint(), Deadline.in(LONGEST, instruments.network()::nanoTime))) {
            return instruments.since(began).durationMs();
        } catch (IOException lost) {
            return -1;
        }
    }

    public PathSample sample(Route route, long startNanos, List<Double> connects) {
        return new PathSample(route, instruments.since(startNanos), Outcome.of(List.copyOf(connects)));
    }
}
