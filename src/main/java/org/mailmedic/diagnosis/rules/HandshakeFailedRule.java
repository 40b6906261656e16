package org.mailmedic.diagnosis.rules;

import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Stage;

/// `tls.handshake_failed`: no common cipher, alert, closed, reset or senseless during the handshake; STARTTLS offered and
/// then refused.
final class HandshakeFailedRule implements Rule {
    private static final Set<Failure> BROKEN = Set.of(Failure.TLS_ALERT, Failure.TLS_NO_COMMON, Failure.TLS_BROKEN, Failure.CLOSED,
            Failure.RESET, Failure.NOT_TLS, Failure.TIMEOUT);

    private final Refusals refusals;

    HandshakeFailedRule(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        var reach = new Reach(file);
        Stream<Finding> handshake = dialogue.handshake().filter(t -> t.legacy().isEmpty() && !explainedOtherwise(t))
                .filter(_ -> !reach.endsInBothModes(Failure.CLOSED) && !reach.endsInBothModes(Failure.RESET))
                .flatMap(t -> t.outcome().failure().filter(BROKEN::contains).map(how -> Finding.of(Code.TLS_HANDSHAKE_FAILED,
                        how == Failure.TIMEOUT ? 0.7 : 0.9, Facts.of("failure", how.id()), t))).stream();
        Stream<Finding> refused = dialogue.startTls().stream().flatMap(s -> s.outcome().seen().stream()
                .flatMap(reply -> refusals.read(reply, Stage.ENCRYPT, s, dialogue).stream()));
        return Stream.concat(handshake, refused);
    }

    /// Plain words in place of TLS, or nothing at all from the first byte on, are told by other rules.
    private static boolean explainedOtherwise(Evidence.TlsHandshake handshake) {
        boolean readable = Reach.smtpReply(handshake.firstBytes()).isPresent() || Spoke.known(handshake.firstBytes());
        boolean mute = handshake.outcome().failed(Failure.TIMEOUT) && handshake.certificate().isEmpty() && handshake.firstBytes().isEmpty();
        return handshake.implicit() && (readable || mute);
    }
}
