package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.settings.Security;

/// `tls.starttls_missing`: STARTTLS wanted, not offered. Whoever takes it away on the way leaves no trace, hence the confidence.
final class StartTlsMissingRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        boolean wanted = file.settings().security() == Security.STARTTLS;
        boolean offered = dialogue.offers().map(o -> o.offers("STARTTLS")).orElse(false);
        return dialogue.startTls().filter(s -> wanted && !offered && s.outcome() instanceof Outcome.Skipped<?>(var why)
                        && why == Outcome.Reason.CANNOT_SUCCEED).stream()
                .map(s -> Finding.of(Code.TLS_STARTTLS_MISSING, 0.85, Facts.none(),
                        Stream.concat(Stream.of(s), dialogue.hello().<Evidence>map(h -> h).stream())));
    }
}
