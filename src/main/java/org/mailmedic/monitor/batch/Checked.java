package org.mailmedic.monitor.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.report.json.JsonReport;

/// What one target's check came to, as far as its line tells it.
///
/// @param headline            what leads; empty when nothing stops mail
/// @param warnings            codes
/// @param certificateNotAfter when the server's certificate runs out, as the report writes it
/// @param stageMs             milliseconds by stage, of those that were reached
/// @param unchecked           stages that were left out although they belong to it
/// @param document            the whole of it, in JSON
public record Checked(Report.Outcome outcome, Optional<Report.Verdict> headline, List<String> warnings,
        Optional<String> certificateNotAfter,
                      Map<String, Double> stageMs, double totalMs, List<String> unchecked, Supplier<String> document) {
    public Checked {
        warnings = List.copyOf(warnings);
        unchecked = List.copyOf(unchecked);
    }

    /// @param unchecked stages that were left out
    public static Checked of(Report report, List<String> unchecked) {
        Map<String, Double> stages = new LinkedHashMap<>();
        report.stages().stream().filter(stage -> !stage.status().equals("skipped") && !stage.status().equals("not_reached"))
                .forEach(stage -> stages.put(stage.stage(), stage.durationMs()));
        return new Checked(report.outcome(), report.headline(), report.warnings().stream().map(Report.Verdict::code).toList(),
                notAfter(report), stages, report.totalMs(), unchecked, () -> JsonReport.write(report));
    }

    /// Of the certificate that the server itself showed in the dialogue that was asked about.
    private static Optional<String> notAfter(Report report) {
        return Seen.in(report, EvidenceKind.TLS).stream().filter(Seen::onTarget).flatMap(seen -> seen.part("certificate").stream())
                .flatMap(certificate -> certificate.parts("chain").stream().limit(1)).map(first -> first.text("not_after"))
                .filter(date -> !date.isEmpty()).findFirst();
    }
}
