package org.mailmedic.probe;

import java.io.IOException;
import org.mailmedic.evidence.Evidence.StartTls;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;

/// Asks to switch to TLS (RFC 3207 §4), and refuses what was slipped in behind the answer (§6).
public final class StartTlsProbe {
    private final Instruments instruments;

    public StartTlsProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    public StartTls ask(Visit visit, Deadline deadline) {
        long start = instruments.now();
        Outcome<Reply> outcome;
        try {
            Reply reply = visit.dialogue().command("STARTTLS", deadline);
            boolean more = reply.positive() && visit.dialogue().saidMore();
            outcome = more ? Outcome.failed(Failure.PLAINTEXT_AFTER_STARTTLS, reply.full()) : Outcome.of(reply);
        } catch (IOException problem) {
            outcome = Failures.talking(problem);
        }
        return new StartTls(visit.route(), instruments.since(start), outcome);
    }

    public StartTls skipped(Visit visit, Outcome.Reason because) {
        return new StartTls(visit.route(), instruments.since(instruments.now()), new Outcome.Skipped<>(because));
    }
}
