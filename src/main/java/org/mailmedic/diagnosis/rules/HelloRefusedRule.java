package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.plan.Stage;

/// EHLO and HELO are refused: `smtp.hello_rejected`, or what the words say.
final class HelloRefusedRule implements Rule {
    private final ReplyFindings refusals;

    HelloRefusedRule(ReplyFindings refusals) {
        this.refusals = refusals;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        return dialogue.hello().stream().flatMap(h -> h.outcome().seen().stream()
                .flatMap(offers -> refusals.read(offers.reply(), Stage.HELLO, h, dialogue).stream()));
    }
}
