package org.mailmedic.probe;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.ClockCheck;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.net.web.PageStart;
import org.mailmedic.plan.Controls;

/// Compares this device's clock with the `Date` header of a web server, which has whole seconds (RFC 9110 §5.6.7).
public final class ClockProbe {
    private final Instruments instruments;
    private final InstantSource clock;

    public ClockProbe(Instruments instruments, InstantSource clock) {
        this.instruments = instruments;
        this.clock = clock;
    }

    public ClockCheck compare(Controls.Time control, Deadline deadline) {
        long start = instruments.now();
        Instant here = clock.instant();
        Outcome<Double> outcome;
        try {
            long there = new PageStart(instruments.network(), instruments.tls().get()).get(control.url(), true, deadline).dateMs();
            outcome = there == 0 ? Outcome.failed(Failure.OTHER, "no Date header") : Outcome.of((clock.millis() - there) / 1000.0);
        } catch (IOException problem) {
            outcome = Failures.connecting(problem, () -> true);
        }
        return new ClockCheck(control.url(), here, instruments.since(start), outcome);
    }
}
