package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.evidence.CaseFile;

/// The server's no to the test message, by its words and by the stage at which it came.
final class MessageRefusedRule implements Rule {
    private final ReplyFindings refusals;

    MessageRefusedRule(ReplyFindings refusals) {
        this.refusals = refusals;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        return dialogue.message().stream()
                .flatMap(m -> m.outcome().seen().stream().flatMap(reply -> refusals.read(reply, m.at(), m, dialogue).stream()));
    }
}
