package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.evidence.CaseFile;

/// `dns.no_address`: the name exists and has neither A nor AAAA, or its CNAMEs loop or lead nowhere.
final class NoAddressRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var names = NameAnswers.of(file);
        boolean systemFails = names.system().filter(s -> !s.answers()).isPresent();
        boolean systemSays = names.system().filter(NameAnswers.Voice::nameAlone).isPresent();
        boolean othersSay = names.direct().anyMatch(NameAnswers.Voice::nameAlone);
        boolean othersDeny = names.direct().anyMatch(NameAnswers.Voice::nameMissing);
        if (!systemFails || names.othersKnowIt() || !(othersSay || systemSays && !othersDeny)) {
            return Stream.empty();
        }
        return Stream.of(Finding.of(Code.DNS_NO_ADDRESS, othersSay ? 0.93 : 0.8, Facts.none(),
                names.everybody().filter(NameAnswers.Voice::nameAlone).flatMap(v -> v.lookups().stream())));
    }
}
