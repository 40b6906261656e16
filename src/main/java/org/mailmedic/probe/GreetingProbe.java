package org.mailmedic.probe;

import java.io.IOException;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;

/// Waits for the server to speak first (RFC 5321 §3.1). Nothing is sent.
public final class GreetingProbe {
    private final Instruments instruments;

    public GreetingProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    public Greeting listen(Visit visit, Deadline deadline) {
        long start = instruments.now();
        Outcome<Reply> outcome;
        try {
            outcome = Outcome.of(visit.dialogue().reply(deadline));
        } catch (IOException problem) {
            outcome = Failures.talking(problem);
        }
        long first = visit.link().firstByteNanos();
        double firstMs = first == 0 ? -1 : Math.max(0, (first - start) / 1e6);
        boolean strange = outcome.failed(Failure.NOT_SMTP) || outcome.failed(Failure.FLOOD) || outcome.failed(Failure.CLOSED)
                || outcome.failed(Failure.TIMEOUT) || outcome.failed(Failure.RESET);
        return new Greeting(visit.route(), instruments.since(start), firstMs, strange ? visit.link().heard() : "", outcome);
    }
}
