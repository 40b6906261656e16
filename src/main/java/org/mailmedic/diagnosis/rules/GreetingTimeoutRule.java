package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.MailPorts;

/// `smtp.greeting_timeout`: connected, no greeting within the budget, and TLS is not what it waits for.
///
/// A server that leaves the first ClientHello without any answer is as silent: TLS was offered to it.
final class GreetingTimeoutRule implements Rule {

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var reach = new ServerReach(file);
        if (reach.tlsInOtherMode().isPresent() || reach.greetingInOtherMode().isPresent()) {
            return Stream.empty();
        }
        var dialogue = Dialogue.of(file);
        Stream<Finding> greeting = dialogue.greeting().filter(g -> g.outcome().failed(Failure.TIMEOUT)).stream()
                .map(g -> Finding.of(Code.SMTP_GREETING_TIMEOUT, confidence(file, dialogue), facts(g)
                        .and("delay", g.firstByteMs() < 0 ? "" : FactText.seconds(g.firstByteMs())), g));
        Stream<Finding> handshake = dialogue.handshake().filter(t -> silent(t, dialogue)).stream()
                .map(t -> Finding.of(Code.SMTP_GREETING_TIMEOUT, triedOtherMode(file) ? 0.85 : 0.65, facts(t), t));
        return Stream.concat(greeting, handshake);
    }

    private static boolean silent(Evidence.TlsHandshake handshake, Dialogue dialogue) {
        return handshake.implicit() && handshake.outcome().failed(Failure.TIMEOUT) && handshake.certificate().isEmpty()
                && handshake.firstBytes().isEmpty() && dialogue.greeting().isEmpty();
    }

    private static Facts facts(Evidence.OnRoute seen) {
        return Facts.of("address", seen.route().addressText()).and("budget", FactText.budget(seen.span().durationMs()));
    }

    private static double confidence(CaseFile file, Dialogue dialogue) {
        boolean tlsRuledOut = triedOtherMode(file) || dialogue.encrypted();
        return tlsRuledOut ? 0.9 : file.plan().port() == MailPorts.SUBMISSIONS ? 0.5 : 0.7;
    }

    private static boolean triedOtherMode(CaseFile file) {
        return file.all(Evidence.TlsHandshake.class).anyMatch(t -> t.implicit() && t.outcome().failure().isPresent())
                && file.all(Evidence.Greeting.class).anyMatch(g -> g.outcome().failure().isPresent());
    }
}
