package org.mailmedic.probe;

import java.io.IOException;
import java.util.Optional;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;

/// Asks a silent server, on a connection of its own, whether it is a web server: those wait for the other side to speak first
/// (RFC 9112 §3), as no mail server does.
public final class KnockProbe {
    private final Instruments instruments;

    public KnockProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @return what it is, when it is something else than SMTP; a TLS port that says so in TLS is no stranger
    public Optional<Greeting> knock(Visit visit, Deadline deadline) {
        Greeting answer = insist(visit, deadline);
        return answer.outcome().failed(Failure.NOT_SMTP) && !visit.link().heardTls() ? Optional.of(answer) : Optional.empty();
    }

    /// The same, where a greeting that comes late is as welcome.
    ///
    /// @return what came, or that nothing did
    public Greeting insist(Visit visit, Deadline deadline) {
        long start = instruments.now();
        Outcome<Reply> outcome;
        try {
            outcome = Outcome.of(visit.dialogue().insist("GET / HTTP/1.0\r\n", deadline));
        } catch (IOException problem) {
            outcome = Failures.talking(problem);
        }
        return new Greeting(visit.route(), instruments.since(start), -1, outcome.seen().isPresent() ? "" : visit.link().heard(), outcome);
    }
}
