package org.mailmedic.checkup;

import java.time.Duration;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;

/// What happens during a check-up, in the order in which it happens. Every start has an end.
/// Events come one at a time, on a thread of the check-up.
public sealed interface Progress {
    /// The first event.
    ///
    /// @param atMost the honest bound: the check-up ends within this time
    record Began(Plan plan, Duration atMost) implements Progress {}

    record StageBegan(Stage stage) implements Progress {}

    /// Something was seen.
    record Noted(Evidence evidence) implements Progress {}

    /// What the evidence so far points to, while the rest is still being waited for. Preliminary: the report may say otherwise.
    record Suspected(Report.Verdict verdict) implements Progress {}

    record StageEnded(Stage stage, StageStatus status) implements Progress {}

    /// The last event, also after a cancellation.
    record Ended(Report report) implements Progress {}
}
