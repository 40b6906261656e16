package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.settings.Login;

/// The server's no to the sender or the recipient, by its words; only the first of the two can be believed. That a sign-in is asked for is
/// no news where the person signs in and only gave no password here.
final class EnvelopeRefusedRule implements Rule {
    private final ReplyFindings refusals;

    EnvelopeRefusedRule(ReplyFindings refusals) {
        this.refusals = refusals;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        return Stream.of(Evidence.Part.SENDER, Evidence.Part.RECIPIENT).flatMap(part -> dialogue.envelope(part).stream())
                .flatMap(e -> e.outcome().seen().stream().flatMap(reply -> refusals.read(reply, e.stage(), e, dialogue).stream())).limit(1)
                .filter(finding -> finding.code() != Code.AUTH_REQUIRED || !(file.settings().login() instanceof Login.NameOnly));
    }
}
