package org.mailmedic.checkup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.EnvelopeReply;
import org.mailmedic.evidence.Evidence.Hello;
import org.mailmedic.evidence.Evidence.NameLookup;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Evidence.StartTls;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Evidence.TestMessage;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Route;

/// What in the evidence so far asks for one more look. It decides where to look, never what it means.
final class Doubts {
    /// The first SYN retransmit comes after one second (RFC 6298 §2).
    private static final double RETRANSMIT_MS = 900;
    /// The least time after which Linux sends a lost segment again.
    private static final double RESEND_MS = 190;
    /// What makes a line unstable, of those connects that were late.
    private static final int QUARTER = 4;
    private static final int SERVICE_READY = 220;
    private final CaseFile file;

    Doubts(CaseFile file) {
        this.file = file;
    }

    boolean certificateDates() {
        return certificateProblems().anyMatch(p -> p == CertificateProblem.EXPIRED || p == CertificateProblem.NOT_YET_VALID
                || p == CertificateProblem.ISSUER_EXPIRED);
    }

    /// Another server than the one that was asked for may be answering, or something may sit in between.
    boolean otherServerMayAnswer() {
        return certificateProblems().anyMatch(p -> p == CertificateProblem.WRONG_NAME || p == CertificateProblem.UNKNOWN_AUTHORITY
                || p == CertificateProblem.SELF_SIGNED);
    }

    private Stream<CertificateProblem> certificateProblems() {
        return file.all(TlsHandshake.class, Route.Role.TARGET).flatMap(t -> t.certificate().stream()).map(CertificateFacts::problems)
                .flatMap(List::stream);
    }

    /// Encryption was wanted and not offered, or what is offered looks crossed out.
    boolean dialogueMayBeRewritten() {
        boolean missing = file.target(StartTls.class).map(s -> s.outcome() instanceof Outcome.Skipped<?>(var why)
                && why == Outcome.Reason.CANNOT_SUCCEED).orElse(false);
        boolean crossedOut = file.all(Hello.class, Route.Role.TARGET).flatMap(h -> h.outcome().seen().stream())
                .anyMatch(c -> c.lines().stream().anyMatch(line -> line.startsWith("XXX")));
        return missing || crossedOut;
    }

    /// It greets, but not in the words of a mail server, and does not understand our introduction.
    boolean anotherServiceMayAnswer() {
        boolean refused = file.target(Hello.class).map(h -> h.outcome().seen().map(c -> !c.reply().positive()).orElse(true)).orElse(false);
        return refused && file.target(Evidence.Greeting.class).flatMap(g -> g.outcome().seen())
                .filter(g -> g.code() != SERVICE_READY || g.text().toLowerCase(Locale.ROOT).contains("ftp")).isPresent();
    }

    boolean largePacketsMayVanish() {
        return file.target(TlsHandshake.class).map(t -> t.outcome().failed(Failure.TIMEOUT)).orElse(false)
                || file.target(TestMessage.class).map(t -> t.outcome().failed(Failure.TIMEOUT)).orElse(false);
    }

    /// It greeted, and then fell silent before TLS was agreed on: others on the same port will tell whose silence that is.
    boolean stallsBeforeTls() {
        return Stream.of(file.target(Hello.class), file.target(StartTls.class), file.target(TlsHandshake.class)).flatMap(Optional::stream)
                .anyMatch(step -> step.outcome().failed(Failure.TIMEOUT) && !(step instanceof Hello hello && hello.encrypted()));
    }

    boolean lineMayLosePackets() {
        List<TcpConnect> connects = file.all(TcpConnect.class, Route.Role.TARGET).toList();
        boolean late = connects.stream().anyMatch(c -> c.outcome().seen().isPresent() && c.span().durationMs() >= RETRANSMIT_MS);
        return late || unevenExchanges() || brokeOff() || questionAskedAgain();
    }

    /// A resolver asks again after a second or more what was lost. One that is merely slow looks the same; a few connects will tell.
    private boolean questionAskedAgain() {
        double own = file.all(NameLookup.class).filter(NameLookup::bySystem).filter(Doubts::answered)
                .mapToDouble(n -> n.span().durationMs())
                .max().orElse(0);
        return file.all(NameLookup.class).filter(n -> !n.bySystem()).filter(Doubts::answered)
                .anyMatch(n -> own - n.span().durationMs() >= RETRANSMIT_MS);
    }

    private static boolean answered(NameLookup lookup) {
        return lookup.outcome().seen().isPresent();
    }

    /// So few connects were lost or late that chance may hide a bad line, or make one up: as many again will tell.
    ///
    /// @param connects milliseconds; negative where it failed
    static boolean chanceMayDecide(List<Double> connects) {
        double quickest = connects.stream().filter(ms -> ms >= 0).min(Double::compare).orElse(0.0);
        long odd = connects.stream().filter(ms -> ms < 0 || ms - quickest >= RETRANSMIT_MS).count();
        return odd > 0 && odd * QUARTER < connects.size();
    }

    /// A server that is merely slow is slow all the time; a lost segment holds up one exchange among quick ones.
    private boolean unevenExchanges() {
        List<Double> times = file.evidence().stream().filter(e -> e instanceof Hello || e instanceof StartTls || e instanceof EnvelopeReply)
                .filter(e -> e.onRoute().map(r -> r.role() == Route.Role.TARGET).orElse(false) && e.outcome().seen().isPresent())
                .map(e -> e.span().durationMs()).toList();
        return times.size() > 1 && times.stream().anyMatch(ms -> ms >= RESEND_MS) && times.stream().anyMatch(ms -> ms < RESEND_MS / 2);
    }

    private boolean brokeOff() {
        boolean deafOnce = file.target(Evidence.Greeting.class).map(g -> g.outcome().failed(Failure.TIMEOUT)).orElse(false)
                && file.all(TlsHandshake.class, Route.Role.OTHER_MODE).anyMatch(t -> !t.firstBytes().isEmpty());
        return deafOnce || file.evidence().stream().filter(e -> e instanceof Hello || e instanceof StartTls || e instanceof EnvelopeReply
                || e instanceof SignIn)
                .map(Evidence::outcome).anyMatch(o -> o.failed(Failure.TIMEOUT) || o.failed(Failure.RESET));
    }
}
