package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.OffRoute.Page;
import org.mailmedic.evidence.OffRoute.PageCheck;

/// `network.captive_portal`: the portal check answers with something else than expected. One page that comes as it should proves
/// that there is no portal; the other one has merely changed. A warning where the mail server greets all the same.
final class CaptivePortalRule implements Rule {
    /// Network Authentication Required (RFC 6585 §6).
    private static final int SIGN_IN_FIRST = 511;

    @Override
    public Stream<Finding> examine(CaseFile file) {
        List<PageCheck> answered = file.all(PageCheck.class).filter(p -> p.outcome().seen().isPresent()).toList();
        if (answered.isEmpty() || answered.stream().anyMatch(PageCheck::asExpected)) {
            return Stream.empty();
        }
        List<Page> pages = answered.stream().flatMap(p -> p.outcome().seen().stream()).toList();
        boolean greeted = Dialogue.of(file).greeting().filter(g -> g.outcome().seen().isPresent()).isPresent();
        String location = pages.stream().map(Page::location).filter(l -> !l.isEmpty()).findFirst().orElse("");
        Finding finding = Finding.of(Code.NETWORK_CAPTIVE_PORTAL, pages.stream().anyMatch(CaptivePortalRule::portal) ? 0.93 : 0.7,
                Facts.of("location", location), answered.stream());
        return Stream.of(greeted ? finding.asWarning() : finding);
    }

    /// It sends the browser elsewhere or shows a page of its own; a page server's own trouble looks otherwise.
    private static boolean portal(Page page) {
        return page.status() < 400 || page.status() == SIGN_IN_FIRST;
    }
}
