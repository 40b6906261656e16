package org.mailmedic.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailmedic.evidence.Evidence.PathSample;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.Deadline;
import org.mailmedic.plan.Route;

/// Connects to one address several times in a row, politely: one at a time, closed at once, with a pause in between.
public final class PathProbe {
    /// Fewer say nothing about a line that loses some packets.
    public static final int CONNECTS = 8;
    /// Long enough to see the second SYN retransmit (after about 1 s and 3 s, RFC 6298 §2), short enough to stay within a step.
    private static final Duration EACH = Duration.ofMillis(3500);
    private final Instruments instruments;

    public PathProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    public PathSample sample(Route route, Deadline deadline) throws InterruptedException {
        long start = instruments.now();
        List<Double> connects = new ArrayList<>();
        while (connects.size() < CONNECTS && !deadline.passed()) {
            long began = instruments.now();
            try (var _ = instruments.network().connect(route.endpoint(), deadline.orIn(EACH))) {
                connects.add(instruments.since(began).durationMs());
            } catch (IOException lost) {
                connects.add(-1.0);
            }
            Thread.sleep(Duration.ofMillis(30));
        }
        return new PathSample(route, instruments.since(start), Outcome.of(List.copyOf(connects)));
    }
}
