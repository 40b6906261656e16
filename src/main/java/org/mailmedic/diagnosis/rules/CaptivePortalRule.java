package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.PageCheck;

/// `network.captive_portal`: the portal check answers with something else than expected. One page that comes as it should proves
/// that there is no portal; the other one has merely changed.
final class CaptivePortalRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        List<PageCheck> answered = file.all(PageCheck.class).filter(p -> p.outcome().seen().isPresent()).toList();
        if (answered.isEmpty() || answered.stream().anyMatch(PageCheck::asExpected)) {
            return Stream.empty();
        }
        var page = answered.getFirst().outcome().seen().orElseThrow();
        return Stream.of(Finding.of(Code.NETWORK_CAPTIVE_PORTAL, 0.93, Facts.of("location", page.location()), answered.stream()));
    }
}
