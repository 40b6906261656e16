package org.mailmedic.diagnosis.rules;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.diagnosis.observation.Interceptors;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;

/// A greeting that turns us away: `smtp.rejected_by_server` (554, 521, 5xx), `smtp.overloaded` (421, 4xx) or what its
/// words say. It also comes in plaintext from a port that was asked for TLS.
///
/// Where it is a protection program of this computer that speaks in the server's place, and says so, it is `port.blocked_by_device`.
final class GreetingRefusedRule implements Rule {
    /// A name is no proof.
    private static final double SHIELD = 0.85;
    private final ReplyFindings refusals;
    private final Interceptors interceptors;

    GreetingRefusedRule(ReplyFindings refusals, Interceptors interceptors) {
        this.refusals = refusals;
        this.interceptors = interceptors;
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
        Optional<Finding> shield = interceptors.speaking(reply).map(product -> Finding.of(Code.PORT_BLOCKED_BY_DEVICE, SHIELD,
                Facts.of("seen", "shield").and("product", product).and("reply", FactText.quote(reply)), seen).at(Stage.GREETING));
        return shield.or(() -> refusals.read(reply, Stage.GREETING, seen, dialogue)).stream();
    }
}
