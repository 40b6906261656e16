package org.mailmedic.probe;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailmedic.evidence.Evidence.LongLine;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;

/// Sends one long harmless line in plaintext. A server answers it, if only with "too long"; a line that swallows large packets does not.
/// Closing the connection is an answer too.
public final class LongLineProbe {
    /// Needs three packets of an Ethernet's size.
    private static final int BYTES = 4000;
    private final Instruments instruments;

    public LongLineProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @param visit open, nothing said yet
    /// @return empty when the server did not even greet
    public Optional<LongLine> send(Visit visit, Deadline deadline) {
        long start = instruments.now();
        try {
            if (!visit.dialogue().reply(deadline).positive()
                    || visit.dialogue().command("EHLO " + (visit.route().ipv6() ? "[IPv6:::1]" : "[127.0.0.1]"), deadline).code() == 0) {
                return Optional.empty();
            }
        } catch (IOException notEvenThat) {
            return Optional.empty();
        }
        Outcome<Reply> outcome;
        try {
            outcome = Outcome.of(visit.dialogue().command("NOOP " + "x".repeat(BYTES), deadline));
        } catch (EOFException closed) {
            outcome = Outcome.of(new Reply(500, List.of("closed")));
        } catch (IOException problem) {
            outcome = Failures.talking(problem);
        }
        return Optional.of(new LongLine(visit.route(), BYTES, instruments.since(start), outcome));
    }
}
