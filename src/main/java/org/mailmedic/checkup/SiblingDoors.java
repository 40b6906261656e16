package org.mailmedic.checkup;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.Hello;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Route;

/// What the addresses of one host did so far, to decide whether the next one is worth a try.
record SiblingDoors(List<Evidence> evidence) {
    /// What ends at once; silence does not, and is not waited for twice.
    private static final Set<Failure> AT_ONCE = Set.of(Failure.CLOSED, Failure.RESET, Failure.TLS_ALERT, Failure.TLS_BROKEN,
            Failure.TLS_NO_COMMON);

    private <E extends Evidence> Stream<E> at(InetAddress address, Class<E> kind) {
        return evidence.stream().filter(kind::isInstance).map(kind::cast)
                .filter(e -> e.onRoute().filter(r -> r.role() == Route.Role.TARGET && r.address().equals(address)).isPresent());
    }

    /// It let us in and sent us away again before any password was used: by its greeting, in its introduction, or with a certificate that
    /// proves nothing.
    boolean turnedAway(InetAddress address) {
        boolean signedIn = at(address, SignIn.class).anyMatch(s -> !(s.outcome() instanceof Outcome.Skipped<?>));
        boolean greeting = at(address, Greeting.class).anyMatch(g -> refused(g.outcome().seen().filter(r -> !r.positive()).isPresent(), g));
        boolean hello = at(address, Hello.class).reduce((_, last) -> last)
                .filter(h -> refused(h.outcome().seen().filter(c -> !c.reply().positive()).isPresent(), h)).isPresent();
        boolean tls = at(address, TlsHandshake.class).anyMatch(t -> refused(t.outcome().seen().isPresent() && !t.verified(), t));
        return !signedIn && (greeting || hello || tls);
    }

    private static boolean refused(boolean said, Evidence seen) {
        return said || seen.outcome().failure().filter(AT_ONCE::contains).isPresent();
    }

    /// It is known not to take connections.
    boolean shut(InetAddress address) {
        return at(address, TcpConnect.class).anyMatch(c -> c.outcome().failure().isPresent());
    }
}
