package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.DnsCanaries;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.evidence.CaseFile;

/// `dns.server_failure`: every resolver that answers at all says SERVFAIL or REFUSED (RFC 1035 §4.1.1).
final class DnsServerFailureRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var names = NameAnswers.of(file);
        boolean systemFails = names.system().filter(s -> !s.answers() && !s.denies()).isPresent();
        boolean somebodyAsked = names.direct().findAny().isPresent();
        // The system has one word for refusal and silence, so where servers were asked directly theirs count, unless it knows other names.
        boolean bySystem = names.system().filter(NameAnswers.Voice::refuses).isPresent();
        boolean refused = names.direct().anyMatch(NameAnswers.Voice::refuses)
                || bySystem && (!somebodyAsked || new DnsCanaries(file).systemAnswers());
        boolean agreed = names.direct().allMatch(v -> v.refuses() || v.mute());
        if (!systemFails || !refused || !agreed) {
            return Stream.empty();
        }
        boolean silence = names.direct().anyMatch(NameAnswers.Voice::mute);
        return Stream.of(Finding.of(Code.DNS_SERVER_FAILURE, !somebodyAsked || silence ? 0.65 : 0.9, Facts.none(),
                names.everybody().filter(NameAnswers.Voice::refuses).flatMap(v -> v.lookups().stream())));
    }
}
