package org.mailmedic.probe;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Evidence.TlsSession;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.tls.KeyExchangeGroups;
import org.mailmedic.net.transport.Deadline;

/// Shakes hands in TLS on a connection that is open already.
public final class TlsProbe {
    private final Instruments instruments;

    public TlsProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    public TlsHandshake shakeHands(Visit visit, boolean implicit, Deadline deadline) {
        return shakeHands(visit, implicit, KeyExchangeGroups.ALL, deadline);
    }

    TlsHandshake shakeHands(Visit visit, boolean implicit, KeyExchangeGroups groups, Deadline deadline) {
        long start = instruments.now();
        try {
            var plan = instruments.plan();
            var look = instruments.tls().get().handshake(visit.dialogue(), plan.host(), plan.literal(), groups, deadline);
            return new TlsHandshake(visit.route(), implicit, instruments.since(start), look.certificate(), look.firstBytes(), look.legacy(),
                    look.heard(), look.outcome());
        } catch (GeneralSecurityException ours) {
            Outcome<TlsSession> broke = new Outcome.Broke<>(ours);
            return new TlsHandshake(visit.route(), implicit, instruments.since(start), Optional.empty(), "", Optional.empty(), broke);
        }
    }
}
