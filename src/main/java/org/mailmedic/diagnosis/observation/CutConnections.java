package org.mailmedic.diagnosis.observation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;

/// Connections that were taken and came to nothing before the server's first word: reset, closed, or left in silence. Where that happens
/// whoever is asked, something on the way takes them. A handshake that stalls may also be for want of large packets: not where another
/// port shows that those arrive.
final class CutConnections {
    private static final Set<Failure> ENDED = Set.of(Failure.RESET, Failure.CLOSED);

    private CutConnections() {}

    /// How the connection to the asked port ended so; empty when it did not, or when the other mode shows that somebody is there.
    static List<Evidence.OnRoute> here(CaseFile file) {
        var reach = new ServerReach(file);
        if (reach.tlsInOtherMode().isPresent() || reach.greetingInOtherMode().isPresent() || reach.repliesInOtherMode()) {
            return List.of();
        }
        var dialogue = Dialogue.of(file);
        return Stream.concat(dialogue.greeting().filter(CutConnections::unheard).map(g -> (Evidence.OnRoute) g).stream(),
                dialogue.handshake().filter(CutConnections::unheard)
                        .filter(t -> !t.outcome().failed(Failure.TIMEOUT) || reach.largePacketsPass())
                        .map(t -> (Evidence.OnRoute) t).stream()).toList();
    }

    /// Whether a connection elsewhere ended that way. Silence counts only where the server itself was silent: a slow control is no sign.
    static boolean at(CaseFile file, Route route) {
        boolean silentHere = here(file).stream().anyMatch(seen -> seen.outcome().failed(Failure.TIMEOUT));
        return Stream.concat(file.all(Greeting.class).filter(CutConnections::unheard),
                file.all(TlsHandshake.class).filter(CutConnections::unheard))
                .filter(seen -> seen.route().equals(route) && Patience.had(file, seen))
                .anyMatch(seen -> silentHere || !seen.outcome().failed(Failure.TIMEOUT));
    }

    /// Whether the server was silent, and a control not listened to for long enough to say that it is not.
    static boolean unknown(CaseFile file, Route route) {
        return here(file).stream().anyMatch(seen -> seen.outcome().failed(Failure.TIMEOUT))
                && Stream.concat(file.all(Greeting.class).filter(CutConnections::unheard),
                        file.all(TlsHandshake.class).filter(CutConnections::unheard))
                .anyMatch(seen -> seen.route().equals(route) && !Patience.had(file, seen));
    }

    private static boolean unheard(Greeting greeting) {
        return greeting.firstByteMs() < 0 && greeting.outcome().failure().filter(CutConnections::counts).isPresent();
    }

    private static boolean unheard(TlsHandshake handshake) {
        return handshake.implicit() && !handshake.heard()
                && handshake.outcome().failure().filter(CutConnections::counts).isPresent();
    }

    private static boolean counts(Failure how) {
        return ENDED.contains(how) || how == Failure.TIMEOUT;
    }
}
