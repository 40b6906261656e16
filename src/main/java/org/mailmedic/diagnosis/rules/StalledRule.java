package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.BrokenSteps;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Failure;

/// `smtp.stalled`: after the greeting, a command got no answer within the budget.
final class StalledRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return BrokenSteps.steps(Dialogue.of(file), Failure.TIMEOUT).limit(1)
                .map(step -> Finding.of(Code.SMTP_STALLED, 0.85, Facts.of("where", BrokenSteps.where(step).id())
                        .and("budget", FactText.budget(step.span().durationMs())), step).at(BrokenSteps.where(step)));
    }
}
