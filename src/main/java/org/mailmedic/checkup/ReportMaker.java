package org.mailmedic.checkup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailmedic.advice.Adviser;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Stage;
import org.mailmedic.product.Product;
import org.mailmedic.report.EvidenceFacts;
import org.mailmedic.report.Report;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Settings;

/// Puts everything a run came to into one report, in words and redacted.
final class ReportMaker {
    private final Adviser adviser;
    private final Unchecked unchecked = new Unchecked();

    ReportMaker(Adviser adviser) {
        this.adviser = adviser;
    }

    Report make(CaseFile file, Diagnosis diagnosis, Map<Stage, Recorder.StageTimes> times, Transcript transcript, Instant created,
            double totalMs) {
        List<Stage> leftOut = unchecked.in(file, diagnosis);
        List<Report.StageResult> stages = stages(file, diagnosis, times, leftOut);
        var outcome = outcome(file, diagnosis, stages);
        var report = new Report(UUID.randomUUID().toString(), created, tool(), settings(file.settings(), file), outcome,
                verdicts(diagnosis.diagnoses(), file, created), verdicts(diagnosis.warnings(), file, created), stages,
                facts(file),
                transcript.entries().stream().map(e -> new Report.Line(e.atMs(), e.from().name().toLowerCase(Locale.ROOT), e.line()))
                .toList(),
                totalMs, List.of(), leftOut.stream().map(Stage::id).toList(), Optional.empty(), adviser.language().tag());
        try (var redactor = new Curtain(file.settings(), transcript.sent()).redactor()) {
            return redactor.redact(report);
        }
    }

    static List<Map<String, Object>> facts(CaseFile file) {
        return file.evidence().stream().map(EvidenceFacts::of).toList();
    }

    static Report.Tool tool() {
        return new Report.Tool(Product.name(), Product.version(), System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString());
    }

    private static Map<String, Object> settings(Settings settings, CaseFile file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("host", settings.host());
        all.put("port", settings.effectivePort());
        all.put("security", settings.security().id());
        settings.login().userName().ifPresent(user -> all.put("user", user));
        settings.mechanism().or(() -> file.target(Evidence.SignIn.class).map(Evidence.SignIn::mechanism).filter(m -> !m.isEmpty()))
                .ifPresent(auth -> all.put("auth", auth));
        settings.sender().map(EmailAddress::toString).ifPresent(from -> all.put("from", from));
        settings.to().map(EmailAddress::toString).ifPresent(to -> all.put("to", to));
        all.put("symptom", settings.symptom().id());
        return all;
    }

    private List<Report.Verdict> verdicts(List<Finding> findings, CaseFile file, Instant when) {
        return findings.stream().map(finding -> verdict(finding, file, when)).toList();
    }

    Report.Verdict verdict(Finding finding, CaseFile file, Instant when) {
        return Report.Verdict.of(finding, adviser.advise(finding, file.settings(), file.plan(), when));
    }

    /// A journey stops once: what is known to be wrong further on, without having been there, is told by its diagnosis alone.
    private static List<Report.StageResult> stages(CaseFile file, Diagnosis diagnosis, Map<Stage, Recorder.StageTimes> times,
            List<Stage> unchecked) {
        Map<Stage, StageStatus> judged = new EnumMap<>(Stage.class);
        diagnosis.warnings().forEach(f -> judged.put(f.stage(), StageStatus.WARNING));
        diagnosis.diagnoses().forEach(f -> judged.put(f.stage(), StageStatus.FAILED));
        List<Report.StageResult> stages = new ArrayList<>();
        boolean stopped = false;
        for (Stage stage : order(file.plan().mode())) {
            var seen = times.get(stage);
            StageStatus status = seen == null ? (file.plan().asked().contains(stage) ? StageStatus.NOT_REACHED : StageStatus.SKIPPED)
                    : seen.status();
            if (unchecked.contains(stage)) {
                status = StageStatus.SKIPPED;
            }
            StageStatus said = judged.get(stage);
            boolean beyond = seen == null && stopped;
            if (said == StageStatus.FAILED && !beyond || said == StageStatus.WARNING && status == StageStatus.OK) {
                status = said;
            }
            stopped |= status == StageStatus.FAILED;
            stages.add(new Report.StageResult(stage.id(), status.id(), seen == null ? 0 : seen.span().startMs(),
                    seen == null ? 0 : seen.span().durationMs()));
        }
        return stages;
    }

    /// With implicit TLS the encryption comes before the greeting.
    static List<Stage> order(Mode mode) {
        List<Stage> order = new ArrayList<>(List.of(Stage.values()));
        if (mode == Mode.IMPLICIT_TLS) {
            order.remove(Stage.ENCRYPT);
            order.add(order.indexOf(Stage.GREETING), Stage.ENCRYPT);
        }
        return order;
    }

    private static Report.Outcome outcome(CaseFile file, Diagnosis diagnosis, List<Report.StageResult> stages) {
        if (!diagnosis.diagnoses().isEmpty()) {
            return Report.Outcome.PROBLEM;
        }
        boolean ours = file.evidence().stream().anyMatch(e -> e.outcome() instanceof Outcome.Broke<?>);
        boolean allReached = stages.stream().noneMatch(s -> s.status().equals(StageStatus.NOT_REACHED.id())
                || s.status().equals(StageStatus.FAILED.id()));
        return allReached && !ours ? Report.Outcome.HEALTHY : Report.Outcome.INCONCLUSIVE;
    }
}
