package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.Route;

/// `smtp.slow`, a warning: it works, but a step took 10 s or more, the shortest wait of common programs. Says which
/// time-out would do.
final class SlowRule implements Rule {
    private static final double PATIENCE_MS = 10_000;

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return file.evidence().stream().filter(SlowRule::onTheWay).filter(e -> e.outcome().seen().isPresent())
                .filter(e -> e.span().durationMs() >= PATIENCE_MS)
                .max((one, other) -> Double.compare(one.span().durationMs(), other.span().durationMs())).stream()
                .map(e -> Finding.of(Code.SMTP_SLOW, 0.95, Facts.of("where", e.stage().id())
                        .and("delay", FactText.seconds(e.span().durationMs()))
                        .and("timeoutAdvice", FactText.timeoutFor(e.span().durationMs())), e).at(e.stage()).asWarning());
    }

    private static boolean onTheWay(Evidence seen) {
        boolean ourOwnTest = seen instanceof Evidence.PathSample || seen instanceof Evidence.LongLine;
        return !ourOwnTest && seen.onRoute().map(r -> r.role() == Route.Role.TARGET).orElse(false);
    }
}
