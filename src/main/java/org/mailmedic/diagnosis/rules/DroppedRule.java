package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.BrokenSteps;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Stage;

/// `smtp.dropped`: accepted and then closed before the greeting, or closed or reset in the middle of the dialogue.
///
/// Where the port closes in both modes alike, the TLS handshake is not what it minds.
final class DroppedRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        Stream<Finding> greeting = dialogue.greeting().filter(g -> closed(g, dialogue)).stream().map(g -> finding(g, Stage.GREETING));
        Stream<Finding> later = BrokenSteps.steps(dialogue, Failure.CLOSED, Failure.RESET)
                .map(step -> finding(step, BrokenSteps.where(step)));
        Stream<Finding> bothModes = dialogue.handshake().filter(_ -> new ServerReach(file).endsInBothModes(Failure.CLOSED)).stream()
                .map(t -> finding(t, Stage.GREETING));
        return Stream.of(greeting, bothModes, later).flatMap(s -> s).limit(1);
    }

    /// A reset before any byte in plaintext is `tcp.reset`.
    private static boolean closed(Evidence.Greeting greeting, Dialogue dialogue) {
        return greeting.outcome().failed(Failure.CLOSED)
                || greeting.outcome().failed(Failure.RESET) && (greeting.firstByteMs() >= 0 || dialogue.implicitTls());
    }

    private static Finding finding(Evidence step, Stage where) {
        return Finding.of(Code.SMTP_DROPPED, where == Stage.GREETING ? 0.9 : 0.85, Facts.of("where", where.id())
                .and("failure", step.outcome().failure().orElseThrow().id()), step).at(where);
    }
}
