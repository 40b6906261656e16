package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.UnusableSignIn;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.settings.Security;

/// `auth.needs_encryption`: the password was withheld because the connection is not encrypted, or AUTH is kept back until
/// STARTTLS while encryption was switched off.
final class NeedsEncryptionRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        if (dialogue.encrypted() || !file.settings().login().hasCredentials()) {
            return Stream.empty();
        }
        Stream<Finding> withheld = dialogue.signIn()
                .filter(s -> s.outcome() instanceof Outcome.Skipped<?>(var why) && why == Outcome.Reason.WITHHELD).stream()
                .map(s -> Finding.of(Code.AUTH_NEEDS_ENCRYPTION, 0.95, Facts.none(), s));
        Stream<Finding> keptBack = UnusableSignIn.in(file).filter(u -> u.offered().isEmpty() && file.settings().security() == Security.NONE
                        && dialogue.offers().map(o -> o.offers("STARTTLS")).orElse(false)).stream()
                .map(u -> Finding.of(Code.AUTH_NEEDS_ENCRYPTION, 0.85, Facts.none(), u.signIn(), u.hello()));
        return Stream.concat(withheld, keptBack);
    }
}
