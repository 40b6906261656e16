package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.diagnosis.observation.ServiceSigns;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.MailPorts;

/// `tls.mode_mismatch`: TLS spoken to a plaintext port, or plaintext to a TLS port; names the right mode.
final class ModeMismatchRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        return (dialogue.implicitTls() ? wantsPlaintext(file, dialogue) : wantsTls(file, dialogue)).stream();
    }

    private static Optional<Finding> wantsTls(CaseFile file, Dialogue dialogue) {
        return dialogue.greeting().filter(g -> g.outcome().failure().filter(ModeMismatchRule::noGreeting).isPresent())
                .flatMap(g -> new ServerReach(file).tlsInOtherMode().map(t -> finding(file, Mode.IMPLICIT_TLS, 0.95, g, t)));
    }

    private static boolean noGreeting(Failure how) {
        return how == Failure.TIMEOUT || how == Failure.CLOSED || how == Failure.RESET || how == Failure.NOT_SMTP;
    }

    private static Optional<Finding> wantsPlaintext(CaseFile file, Dialogue dialogue) {
        Optional<Evidence.TlsHandshake> failed = dialogue.handshake()
                .filter(t -> t.implicit() && t.outcome().failure().isPresent() && t.certificate().isEmpty());
        return failed.flatMap(t -> new ServerReach(file).greetingInOtherMode()
                .filter(g -> g.outcome().seen().map(Reply::positive).orElse(false))
                .map(g -> finding(file, Mode.PLAIN, 0.97, t, g))
                .or(() -> greetedInPlaintext(t) ? Optional.of(finding(file, Mode.PLAIN, 0.95, t)) : Optional.empty()));
    }

    private static boolean greetedInPlaintext(Evidence.TlsHandshake handshake) {
        return ServerReach.smtpReply(handshake.firstBytes()).filter(Reply::positive).isPresent()
                && !ServiceSigns.known(handshake.firstBytes());
    }

    /// Also names the port on which the mode that was asked for is the right one, where it greets.
    private static Finding finding(CaseFile file, Mode right, double confidence, Evidence... because) {
        List<Route> wanted = new ServerReach(file).greetingPorts().stream()
                .filter(r -> r.port() == MailPorts.SUBMISSIONS || r.port() == MailPorts.SUBMISSION)
                .filter(r -> r.mode() != right).toList();
        return Finding.of(Code.TLS_MODE_MISMATCH, confidence, Facts.of("otherSecurity", FactText.security(right))
                .and("otherPort", wanted.isEmpty() ? "" : wanted.getFirst().port()), because);
    }
}
