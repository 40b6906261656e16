package org.mailmedic.probe;

import java.util.Optional;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.StartTls;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Evidence.TlsSession;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.tls.KeyExchangeGroups;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Note;
import org.mailmedic.plan.Mode;

/// The handshake on the way itself. The first hello offers X25519 alone, since making the other keys takes longer than all the rest of a
/// check-up; a server that knows only other groups (old Windows servers know P-256 and P-384) turns it away by an alert or hangs up (RFC
/// 8446 §4.1.1, RFC 8422 §5.1). So whoever does either before showing a certificate is asked once more, on a new connection and with all
/// groups, and what comes of that is what is judged.
final class FirstHello {
    private final Instruments instruments;
    private final GreetingProbe greeting;
    private final HelloProbe hello;
    private final StartTlsProbe startTls;
    private final TlsProbe tls;

    FirstHello(Instruments instruments, GreetingProbe greeting, HelloProbe hello, StartTlsProbe startTls, TlsProbe tls) {
        this.instruments = instruments;
        this.greeting = greeting;
        this.hello = hello;
        this.startTls = startTls;
        this.tls = tls;
    }

    /// @param visit goes on with the new connection where there had to be one
    TlsHandshake shakeHands(Visit visit, boolean implicit) {
        Deadline deadline = instruments.step();
        TlsHandshake first = tls.shakeHands(visit, implicit, KeyExchangeGroups.X25519_ALONE, deadline);
        return mayBeTheGroup(first) ? again(visit, first) : first;
    }

    private static boolean mayBeTheGroup(TlsHandshake first) {
        return first.certificate().isEmpty() && first.legacy().isEmpty() && first.outcome().failure().map(how -> how == Failure.TLS_ALERT
                || how == Failure.TLS_NO_COMMON || how == Failure.TLS_BROKEN || how == Failure.CLOSED || how == Failure.RESET)
                .orElse(false);
    }

    private TlsHandshake again(Visit visit, TlsHandshake first) {
        String ended = first.outcome() instanceof Outcome.Failed<TlsSession>(var how, var raw) ? raw.isEmpty() ? how.id() : raw : "";
        Deadline deadline = instruments.step();
        visit.transcript().note(Note.ASKED_AGAIN);
        var door = new ConnectProbe(instruments).open(visit.route(), visit.transcript(), deadline);
        if (door.visit().isEmpty()) {
            // who hung up is told as who hung up; an alert may have been about the group
            boolean hungUp = first.outcome().failed(Failure.CLOSED) || first.outcome().failed(Failure.RESET);
            return (hungUp ? first : failed(first, door.evidence().outcome())).after(ended);
        }
        visit.replaced(door.visit().get());
        Optional<Outcome<?>> stuck = visit.route().mode() == Mode.PLAIN ? upToStartTls(visit, deadline) : Optional.empty();
        return stuck.map(where -> failed(first, where)).orElseGet(() -> tls.shakeHands(visit, first.implicit(), deadline)).after(ended);
    }

    /// @return where the way up to the handshake ended this time, if it did
    private Optional<Outcome<?>> upToStartTls(Visit visit, Deadline deadline) {
        Greeting greeted = greeting.listen(visit, deadline);
        if (greeted.outcome().seen().filter(Reply::positive).isEmpty()) {
            return Optional.of(greeted.outcome());
        }
        var introduced = hello.ask(visit, false, deadline).getLast().outcome();
        if (introduced.seen().filter(answer -> answer.reply().positive()).isEmpty()) {
            return Optional.of(introduced);
        }
        StartTls agreed = startTls.ask(visit, deadline);
        return agreed.outcome().seen().filter(Reply::positive).isPresent() ? Optional.empty() : Optional.of(agreed.outcome());
    }

    /// The question could not be put: no handshake is blamed for what stood in its way.
    private static TlsHandshake failed(TlsHandshake first, Outcome<?> where) {
        String why = where instanceof Outcome.Failed<?>(var how, var raw) ? raw.isEmpty() ? how.id() : raw : "turned away";
        return new TlsHandshake(first.route(), first.implicit(), first.span(), first.certificate(), first.firstBytes(), first.legacy(),
                first.heard(), Outcome.failed(Failure.OTHER, "no second connection to ask on: " + why));
    }
}
