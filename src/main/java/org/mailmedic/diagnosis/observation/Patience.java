package org.mailmedic.diagnosis.observation;

import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;

/// Whether silence was listened to. A look beside the way that began late, on a computer with much to do, has hardly any time left, and
/// tells nothing about the other side.
final class Patience {
    /// By then a first packet that was lost has been sent once more (RFC 6298 §2).
    private static final double ENOUGH_MS = 1000;

    private Patience() {}

    static boolean had(CaseFile file, Evidence seen) {
        double enough = Math.min(ENOUGH_MS, file.plan().step().toMillis() / 2.0);
        return !seen.outcome().failed(Failure.TIMEOUT) || seen.span().durationMs() >= enough;
    }
}
