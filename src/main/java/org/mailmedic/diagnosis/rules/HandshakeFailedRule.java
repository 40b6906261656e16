package org.mailmedic.diagnosis.rules;

import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.BrokenSteps;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.diagnosis.observation.ServiceSigns;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Stage;

/// `tls.handshake_failed`: no common cipher, alert, closed, reset or senseless during the handshake; STARTTLS offered and
/// then refused.
final class HandshakeFailedRule implements Rule {
    private static final Set<Failure> BROKEN = Set.of(Failure.TLS_ALERT, Failure.TLS_NO_COMMON, Failure.TLS_BROKEN, Failure.CLOSED,
            Failure.RESET, Failure.NOT_TLS, Failure.TIMEOUT);

    private final ReplyFindings refusals;

    HandshakeFailedRule(ReplyFindings refusals) {
        this.refusals = refusals;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        var reach = new ServerReach(file);
        Stream<Finding> handshake = dialogue.handshake().filter(t -> t.legacy().isEmpty() && !explainedOtherwise(t))
                .filter(t -> !reach.endsInBothModes(Failure.CLOSED) && !TcpResetRule.beforeAnyByte(t))
                .flatMap(t -> t.outcome().failure().filter(BROKEN::contains).map(how -> Finding.of(Code.TLS_HANDSHAKE_FAILED,
                        confidence(how), Facts.of("failure", how.id()), t))).stream();
        Stream<Finding> refused = dialogue.startTls().stream().flatMap(s -> s.outcome().seen().stream()
                .flatMap(reply -> refusals.read(reply, Stage.ENCRYPT, s, dialogue).stream()));
        return Stream.of(handshake, refused, afterwards(dialogue)).flatMap(s -> s);
    }

    /// An alert is the server's own word; an end without one may be somebody's on the way.
    private static double confidence(Failure how) {
        return how == Failure.TIMEOUT ? 0.7 : how == Failure.CLOSED || how == Failure.RESET ? 0.85 : 0.9;
    }

    /// With TLS 1.3 the other side judges last: what it refuses, such as our lack of a certificate, comes after the handshake (RFC 8446
    /// §4.4.2.4), as an alert or, where that is lost, as the end of the connection.
    private static Stream<Finding> afterwards(Dialogue dialogue) {
        boolean wanted = dialogue.handshake().flatMap(t -> t.outcome().seen()).map(Evidence.TlsSession::asksForOurs).orElse(false);
        Stream<Evidence> first = Stream.concat(dialogue.implicitTls() ? dialogue.greeting().<Evidence>map(g -> g).stream() : Stream.empty(),
                dialogue.hello().filter(Evidence.Hello::encrypted).<Evidence>map(h -> h).stream());
        Stream<Evidence> later = BrokenSteps.steps(dialogue, Failure.TLS_ALERT);
        return Stream.concat(first.filter(step -> step.outcome().failed(Failure.TLS_ALERT)
                        || wanted && (step.outcome().failed(Failure.CLOSED) || step.outcome().failed(Failure.RESET))), later).limit(1)
                .map(step -> Finding.of(Code.TLS_HANDSHAKE_FAILED, 0.9, Facts.of("failure", Failure.TLS_ALERT.id()), step));
    }

    /// Plain words in place of TLS, or nothing at all from the first byte on, are told by other rules.
    private static boolean explainedOtherwise(Evidence.TlsHandshake handshake) {
        boolean readable = ServerReach.smtpReply(handshake.firstBytes()).isPresent() || ServiceSigns.known(handshake.firstBytes());
        boolean mute = handshake.outcome().failed(Failure.TIMEOUT) && handshake.certificate().isEmpty() && handshake.firstBytes().isEmpty();
        return handshake.implicit() && (readable || mute);
    }
}
