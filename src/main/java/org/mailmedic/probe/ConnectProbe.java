package org.mailmedic.probe;

import java.io.IOException;
import java.util.Optional;
import org.mailmedic.evidence.Evidence.Connected;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.system.OwnRoutes;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.Route;

/// Opens one TCP connection to one address.
public final class ConnectProbe {
    private final Instruments instruments;

    public ConnectProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @param visit open when the connection was made; whoever takes it closes it
    public record Door(TcpConnect evidence, Optional<Visit> visit) {}

    public Door open(Route route, Transcript transcript, Deadline deadline) {
        long start = instruments.now();
        try {
            Connection link = instruments.network().connect(route.endpoint(), deadline);
            var evidence = new TcpConnect(route, instruments.since(start), Outcome.of(new Connected(link.localAddress())));
            link.until(deadline);
            return new Door(evidence, Optional.of(new Visit(route, new SmtpDialogue(link, transcript), transcript)));
        } catch (IOException problem) {
            var span = instruments.since(start);
            return new Door(new TcpConnect(route, span, Failures.connecting(problem, () -> OwnRoutes.leadTo(route.endpoint()),
                    () -> OwnRoutes.refuse(route.endpoint()))), Optional.empty());
        }
    }
}
