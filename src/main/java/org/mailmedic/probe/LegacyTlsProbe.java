package org.mailmedic.probe;

import java.io.IOException;
import java.util.Optional;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.net.tls.LegacyHello;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.Mode;

/// After a handshake that failed: asks on a new connection whether the server speaks only versions that are withdrawn (RFC 8996).
public final class LegacyTlsProbe {
    private final Instruments instruments;

    public LegacyTlsProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// The same evidence, with the old version filled in when there is one.
    public TlsHandshake lookAgain(TlsHandshake failed, Deadline deadline) {
        var door = new ConnectProbe(instruments).open(failed.route(), instruments.aside(), deadline);
        if (door.visit().isEmpty()) {
            return failed;
        }
        try (Visit visit = door.visit().get()) {
            if (failed.route().mode() == Mode.PLAIN) {
                visit.dialogue().reply(deadline);
                visit.dialogue().command(visit.route().ipv6() ? "EHLO [IPv6:::1]" : "EHLO [127.0.0.1]", deadline);
                if (!visit.dialogue().command("STARTTLS", deadline).positive()) {
                    return failed;
                }
            }
            Optional<String> legacy = LegacyHello.ask(visit.link(), instruments.plan().host(), instruments.plan().literal(), deadline);
            return legacy.isEmpty() ? failed : new TlsHandshake(failed.route(), failed.implicit(), failed.span(), failed.certificate(),
                    failed.firstBytes(), legacy, failed.heard(), failed.firstHello(), failed.outcome());
        } catch (IOException noAnswerEither) {
            return failed;
        }
    }
}
