package org.mailmedic.monitor.exporter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.monitor.batch.Checked;
import org.mailmedic.monitor.batch.ServerCheck;
import org.mailmedic.report.Report;

/// What one probe came to.
///
/// @param findings what stops mail, then what does not
/// @param advice   the same in words, for a person
record Probed(boolean healthy, double seconds, Map<String, Double> stageMs, List<Finding> findings, Optional<String> certificateNotAfter,
              List<Report.Verdict> advice) {
    record Finding(String code, String party, String stage) {}

    Probed {
        findings = List.copyOf(findings);
        advice = List.copyOf(advice);
    }

    /// A sign-in that was left out because of an earlier refusal counts as refused.
    static Probed of(ServerCheck.Answer answer, Report report) {
        Checked checked = answer.checked();
        Stream<Finding> left = answer.refused().stream().map(refusal -> new Finding(refusal.code(), refusal.party(), refusal.stage()));
        Stream<Finding> found = Stream.concat(report.diagnoses().stream(), report.warnings().stream())
                .map(verdict -> new Finding(verdict.code(), verdict.party(), verdict.stage()));
        boolean healthy = checked.outcome() == Report.Outcome.HEALTHY && answer.refused().isEmpty();
        return new Probed(healthy, checked.totalMs() / 1000, checked.stageMs(), Stream.concat(left, found).toList(),
                checked.certificateNotAfter(),
                Stream.concat(report.diagnoses().stream(), report.warnings().stream()).toList());
    }
}
