package org.mailmedic.monitor.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonText;

/// One line of the result, version 1 of the contract.
///
/// @param domain whether `host` is a domain whose records were checked
/// @param code   null where nothing stops mail, as are `party`, `stage`, `title`
/// @param note   a sentence about what was left out; null when nothing was
/// @param error  why there is no check-up: the line cannot be used, or we broke; null when there is one
record ResultLine(long number, String id, @Nullable String host, boolean domain, OptionalInt port, Report.Outcome outcome,
                  @Nullable String code, @Nullable String party, @Nullable String stage, @Nullable Double confidence,
                  @Nullable String title, List<String> warnings, Optional<String> certificateNotAfter, Map<String, Double> stageMs,
                  double totalMs, List<String> unchecked, @Nullable String note, @Nullable String error) {
    static final String FORMAT = "mailmedic-batch";

    static ResultLine of(Target target, Checked checked) {
        var verdict = checked.headline();
        return new ResultLine(target.number(), target.id(), shown(target), target instanceof Target.Domain, port(target), checked.outcome(),
                verdict.map(Report.Verdict::code).orElse(null), verdict.map(Report.Verdict::party).orElse(null),
                verdict.map(Report.Verdict::stage).orElse(null), verdict.map(Report.Verdict::confidence).orElse(null),
                verdict.map(Report.Verdict::title).orElse(null), checked.warnings(), checked.certificateNotAfter(), checked.stageMs(),
                checked.totalMs(), checked.unchecked(), null, null);
    }

    /// The sign-in was left out, and nothing else was found: what had been said to the earlier line counts for this one.
    ResultLine withheld(SignIns.Refusal refusal, String note) {
        if (outcome != Report.Outcome.HEALTHY) {
            return new ResultLine(number, id, host, domain, port, outcome, code, party, stage, confidence, title, warnings,
                    certificateNotAfter,
                    stageMs, totalMs, unchecked, note, error);
        }
        return new ResultLine(number, id, host, domain, port, refusal.everybody() ? Report.Outcome.INCONCLUSIVE : Report.Outcome.PROBLEM,
                refusal.code(), refusal.party(), refusal.stage(), refusal.confidence(), refusal.title(), warnings, certificateNotAfter,
                stageMs, totalMs, unchecked, note, error);
    }

    /// The same, which also says this.
    ResultLine noting(String sentence) {
        return new ResultLine(number, id, host, domain, port, outcome, code, party, stage, confidence, title, warnings, certificateNotAfter,
                stageMs, totalMs, unchecked, note == null ? sentence : note + " " + sentence, error);
    }

    static ResultLine error(Target target, String sentence) {
        return new ResultLine(target.number(), target.id(), shown(target), target instanceof Target.Domain, port(target),
                Report.Outcome.INCONCLUSIVE, null, null, null, null, null, List.of(), Optional.empty(), Map.of(), 0, List.of(), null,
                        sentence);
    }

    /// Null where nothing can be told of it.
    static @Nullable String shown(Target target) {
        return switch (target) {
            case Target.Server server -> server.settings().host();
            case Target.Domain of -> of.domain();
            case Target.Unusable bad -> bad.host().isEmpty() ? null : bad.host();
        };
    }

    static OptionalInt port(Target target) {
        return switch (target) {
            case Target.Server server -> OptionalInt.of(server.settings().effectivePort());
            case Target.Domain _ -> OptionalInt.empty();
            case Target.Unusable bad -> bad.port();
        };
    }

    /// In one line, ending in a line break.
    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.put("version", 1);
        all.put("id", id);
        all.put("host", domain ? null : host);
        all.put("port", port.isPresent() ? port.getAsInt() : null);
        all.put("outcome", outcome.id());
        all.put("code", code);
        all.put("party", party);
        all.put("stage", stage);
        all.put("confidence", confidence == null ? null : Math.round(confidence * 1000) / 1000.0);
        all.put("title", title);
        all.put("certificate_not_after", certificateNotAfter.orElse(null));
        all.put("stage_ms", stageMs);
        all.put("total_ms", totalMs);
        all.put("error", error);
        all.put("line", number);
        if (domain) {
            all.put("domain", host);
        }
        all.put("warnings", warnings);
        all.put("unchecked", unchecked);
        all.put("note", note);
        return JsonText.line(all) + "\n";
    }
}
