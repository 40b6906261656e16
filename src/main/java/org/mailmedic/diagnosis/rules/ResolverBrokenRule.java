package org.mailmedic.diagnosis.rules;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.plan.AddressText;

/// `dns.resolver_broken`: the system's resolver fails, or denies that the name exists, while the others agree on an answer.
/// One that gave no answer is silent, not lying (`seen` is `silent`), and one that only leaves out what this line cannot use is neither.
final class ResolverBrokenRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var names = NameAnswers.of(file);
        if (names.system().filter(s -> !s.answers()).isEmpty() || !names.othersKnowIt() || names.onlyLeftOut(file)) {
            return Stream.empty();
        }
        boolean unanimous = names.others().stream().filter(v -> !v.mute()).allMatch(NameAnswers.Voice::answers);
        String known = names.direct().flatMap(v -> v.addresses().stream()).map(AddressText::of).distinct().sorted()
                .collect(Collectors.joining(", "));
        String resolver = names.own().stream().filter(v -> !v.answers()).map(NameAnswers.Voice::resolver).findFirst().orElse("");
        return Stream.of(Finding.of(Code.DNS_RESOLVER_BROKEN, unanimous ? 0.92 : 0.65, Facts.of("resolver", resolver)
                .and("addresses", known).and("seen", names.system().map(ResolverBrokenRule::manner).orElse("")), names.all()));
    }

    private static String manner(NameAnswers.Voice system) {
        return system.mute() ? "silent" : system.refuses() ? "fails" : "";
    }
}
