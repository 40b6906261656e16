package org.mailmedic.diagnosis.rules;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.evidence.CaseFile;

/// `dns.not_found`: there is no such name, says the system's resolver, and so do the others.
///
/// The system's lookup is coarse (it may call a name without an address unknown), so whoever was asked directly overrules it.
final class NameNotFoundRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var names = NameAnswers.of(file);
        boolean systemFails = names.system().filter(s -> !s.answers()).isPresent();
        boolean systemDenies = names.system().filter(NameAnswers.Voice::nameMissing).isPresent();
        boolean othersDeny = names.direct().anyMatch(NameAnswers.Voice::nameMissing);
        boolean exists = names.othersKnowIt() || names.direct().anyMatch(NameAnswers.Voice::nameAlone);
        if (!systemFails || exists || !(systemDenies || othersDeny)) {
            return Stream.empty();
        }
        Optional<String> denied = NameAnswers.deniedLikeAll(file);
        double confidence = denied.isPresent() ? 0.5 : systemDenies && othersDeny ? 0.95 : systemDenies ? 0.85 : 0.75;
        Facts facts = denied.map(known -> Facts.of("denied", known).and("seen", "denied")).orElseGet(Facts::none);
        return Stream.of(Finding.of(Code.DNS_NOT_FOUND, confidence, facts,
                names.everybody().filter(NameAnswers.Voice::nameMissing).flatMap(v -> v.lookups().stream())));
    }
}
