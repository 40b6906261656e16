package org.mailmedic.diagnosis.observation;

import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;

/// Whether silence was listened to. A look beside the way that began late, on a computer with much to do, has hardly any time left, and
/// tells nothing about the other side.
final class Patience {
    /// Most servers that answer at all have answered by then.
    private static final double ENOUGH_MS = 250;

    private Patience() {}

    static boolean had(CaseFile file, Evidence seen) {
        double enough = Math.min(ENOUGH_MS, file.plan().step().toMillis() / 2.0);
        // the website's shell does not measure how long it waited
        double waited = seen.span().durationMs();
        return !seen.outcome().failed(Failure.TIMEOUT) || waited == 0 || waited >= enough;
    }
}
