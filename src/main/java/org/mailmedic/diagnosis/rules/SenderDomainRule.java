package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.OffRoute.SenderDomain;
import org.mailmedic.plan.Stage;

/// `domain.*` in a check-up: what stands in the sender's domain records, or is missing there, for which receivers turn mail away. The
/// server that was asked about takes the mail all the same, so each is a warning, and as sure as one line's view of the name service can
/// be.
final class SenderDomainRule implements Rule {
    private static final double LIKELY = 0.85;

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return file.all(SenderDomain.class).flatMap(look -> look.outcome().seen().stream().flatMap(List::stream)
                .flatMap(fault -> Code.of(fault.code()).filter(code -> code.stage() == Stage.DELIVERY).stream()
                        .map(code -> Finding.of(code, LIKELY, facts(fault.facts()), look).asWarning())));
    }

    private static Facts facts(Map<String, String> values) {
        Facts facts = Facts.none();
        for (var each : values.entrySet()) {
            facts = facts.and(each.getKey(), each.getValue());
        }
        return facts;
    }
}
