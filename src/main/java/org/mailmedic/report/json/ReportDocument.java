package org.mailmedic.report.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailmedic.report.Milliseconds;
import org.mailmedic.report.Report;
import org.mailmedic.report.Timestamp;

/// The report as a tree of names and values, keys in the order of the contract: what is written, masked and compared.
public final class ReportDocument {
    private static final List<String> SETTINGS = List.of("host", "port", "security", "user", "auth", "from", "to", "symptom");

    private ReportDocument() {}

    /// Without a digest; see [Digest].
    public static Map<String, Object> of(Report report) {
        var document = new LinkedHashMap<String, Object>();
        document.put("format", Report.FORMAT);
        document.put("version", Report.VERSION);
        document.put("id", report.id());
        document.put("created", Timestamp.of(report.created()));
        document.put("tool", tool(report.tool()));
        document.put("language", report.language());
        document.put("settings", settings(report.settings()));
        document.put("outcome", report.outcome().id());
        document.put("unchecked", report.unchecked());
        document.put("diagnoses", report.diagnoses().stream().map(ReportDocument::verdict).toList());
        document.put("warnings", report.warnings().stream().map(ReportDocument::verdict).toList());
        document.put("stages", report.stages().stream().map(ReportDocument::stage).toList());
        document.put("evidence", report.evidence());
        document.put("transcript", report.transcript().stream().map(ReportDocument::line).toList());
        report.pair().ifPresent(pair -> {
            document.put("stages_here", pair.here().stream().map(ReportDocument::stage).toList());
            document.put("parting", pair.parting().map(ReportDocument::parting).orElse(null));
        });
        document.put("total_ms", Milliseconds.rounded(report.totalMs()));
        document.put("masked", report.masked());
        return document;
    }

    private static Map<String, Object> tool(Report.Tool tool) {
        var all = new LinkedHashMap<String, Object>();
        all.put("name", tool.name());
        all.put("version", tool.version());
        all.put("os", tool.os());
        all.put("java", tool.java());
        return all;
    }

    private static Map<String, Object> settings(Map<String, Object> settings) {
        var names = new LinkedHashSet<>(SETTINGS);
        names.addAll(settings.keySet());
        var all = new LinkedHashMap<String, Object>();
        names.stream().filter(name -> settings.get(name) != null).forEach(name -> all.put(name, settings.get(name)));
        return all;
    }

    private static Map<String, Object> verdict(Report.Verdict verdict) {
        var all = new LinkedHashMap<String, Object>();
        all.put("code", verdict.code());
        all.put("stage", verdict.stage());
        all.put("party", verdict.party());
        all.put("confidence", Math.round(verdict.confidence() * 1000) / 1000.0);
        all.put("title", verdict.title());
        all.put("summary", verdict.summary());
        all.put("steps", new ArrayList<>(verdict.steps()));
        all.put("evidence", new ArrayList<>(verdict.evidence()));
        if (!verdict.letter().isEmpty()) {
            all.put("letter", verdict.letter());
        }
        if (!verdict.facts().isEmpty()) {
            all.put("facts", new LinkedHashMap<>(verdict.facts()));
        }
        return all;
    }

    /// Written verdicts with other sentences: everything else in them stays.
    static @Nullable Object resaid(@Nullable Object written, List<Report.Verdict> inWords) {
        if (!(written instanceof List<?> list)) {
            return written;
        }
        var all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            all.add(i < inWords.size() && list.get(i) instanceof Map<?, ?> verdict ? resaid(verdict, inWords.get(i)) : list.get(i));
        }
        return all;
    }

    private static Map<String, Object> resaid(Map<?, ?> written, Report.Verdict inWords) {
        var all = new LinkedHashMap<String, Object>();
        written.forEach((name, value) -> all.put(name.toString(), value));
        all.put("title", inWords.title());
        all.put("summary", inWords.summary());
        all.put("steps", new ArrayList<>(inWords.steps()));
        if (!inWords.letter().isEmpty()) {
            all.put("letter", inWords.letter());
        }
        if (!inWords.facts().isEmpty()) {
            all.put("facts", new LinkedHashMap<>(inWords.facts()));
        }
        return all;
    }

    private static Map<String, Object> stage(Report.StageResult stage) {
        var all = new LinkedHashMap<String, Object>();
        all.put("stage", stage.stage());
        all.put("status", stage.status());
        all.put("started_ms", Milliseconds.rounded(stage.startedMs()));
        all.put("duration_ms", Milliseconds.rounded(stage.durationMs()));
        return all;
    }

    private static Map<String, Object> parting(Report.Parting parting) {
        var all = new LinkedHashMap<String, Object>();
        all.put("stage", parting.stage());
        all.put("here", parting.here());
        all.put("website", parting.website());
        return all;
    }

    private static Map<String, Object> line(Report.Line line) {
        var all = new LinkedHashMap<String, Object>();
        all.put("at_ms", Milliseconds.rounded(line.atMs()));
        all.put("from", line.from());
        all.put("line", line.line());
        return all;
    }
}
