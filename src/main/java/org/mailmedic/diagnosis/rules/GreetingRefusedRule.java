package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;

/// A greeting that turns us away: `smtp.rejected_by_server` (554, 521, 5xx), `smtp.overloaded` (421, 4xx) or what its
/// words say. It also comes in plaintext from a port that was asked for TLS.
final class GreetingRefusedRule implements Rule {
    private final ReplyFindings refusals;

    GreetingRefusedRule(ReplyFindings refusals) {
        this.refusals = refusals;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        Stream<Finding> greeting = dialogue.greeting().stream().flatMap(g -> g.outcome().seen().stream()
                .flatMap(reply -> read(reply, g, dialogue)));
        Stream<Finding> insteadOfTls = dialogue.handshake().filter(Evidence.TlsHandshake::implicit).stream()
                .flatMap(t -> ServerReach.smtpReply(t.firstBytes()).stream().flatMap(reply -> read(reply, t, dialogue)));
        return Stream.concat(greeting, insteadOfTls);
    }

    private Stream<Finding> read(Reply reply, Evidence seen, Dialogue dialogue) {
        return refusals.read(reply, Stage.GREETING, seen, dialogue).stream();
    }
}
