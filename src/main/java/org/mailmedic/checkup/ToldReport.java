package org.mailmedic.checkup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.explain.Explanation;
import org.mailmedic.explain.FoundFacts;
import org.mailmedic.explain.log.LogSummary;
import org.mailmedic.explain.log.LogTime;
import org.mailmedic.explain.log.SummaryDocument;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.EvidenceFacts;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Outcome;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.Timestamp;

/// What a text or a mail log said as a [Report], so that it is kept, masked, opened and passed on like one. It has no stages, since nothing
/// was measured, and of the text only the words that decided, in which secrets are masked.
public final class ToldReport {
    /// More hours than this are counted by the day.
    private static final int MOST_HOURS = 1_000;
    private static final String TEXT_ID = "pasted-text";
    private static final String LOG_ID = "mail-log";

    private ToldReport() {}

    /// @param verdicts what it means in words, best first; at least one
    /// @param matched  the words that decided, one for each verdict
    /// @param language of the words
    public static Report text(FoundFacts found, List<Verdict> verdicts, List<String> matched, Instant created, String language) {
        var facts = EvidenceFacts.told(TEXT_ID, EvidenceKind.PASTED_TEXT, verdicts.getFirst().stage());
        found.program().ifPresent(program -> facts.put("program", program));
        if (found.reply() != 0) {
            facts.put("reply_code", found.reply());
        }
        found.enhanced().ifPresent(enhanced -> facts.put("enhanced", enhanced));
        facts.put("matched", List.copyOf(matched));
        boolean known = !verdicts.getFirst().code().equals(Code.UNKNOWN.id());
        return report(settings(found), known ? Outcome.PROBLEM : Outcome.INCONCLUSIVE, verdicts, facts, created, language);
    }

    /// The same for an explanation whose verdicts stand in its order.
    public static Report text(Explanation explanation, List<Verdict> verdicts, Instant created, String language) {
        return text(explanation.found(), verdicts, explanation.causes().stream().map(Explanation.Cause::matched).toList(), created,
                language);
    }

    /// @param verdicts the log's causes in words, most unreached first; may be empty
    public static Report log(LogSummary summary, List<Verdict> verdicts, Instant created, String language) {
        var facts = EvidenceFacts.told(LOG_ID, EvidenceKind.MAIL_LOG, Stage.DELIVERY.id());
        Map<String, Object> document = SummaryDocument.of(daily(summary));
        facts.put("summary", document);
        return report(Map.of(), verdicts.isEmpty() ? Outcome.HEALTHY : Outcome.PROBLEM, verdicts, facts, created, language);
    }

    private static Report report(Map<String, Object> settings, Outcome outcome, List<Verdict> verdicts, Map<String, Object> evidence,
            Instant created, String language) {
        String id = String.valueOf(evidence.get("id"));
        List<Verdict> resting = verdicts.stream().map(each -> new Verdict(each.code(), each.stage(), each.party(), each.confidence(),
                each.title(), each.summary(), each.steps(), List.of(id), each.letter(), each.facts())).toList();
        return new Report(UUID.randomUUID().toString(), Instant.parse(Timestamp.of(created)), ReportMaker.tool(), settings, outcome,
                resting, List.of(), List.of(), List.of(evidence), List.of(), 0, List.of(), List.of(), Optional.empty(), language);
    }

    private static Map<String, Object> settings(FoundFacts found) {
        Map<String, Object> all = new LinkedHashMap<>();
        found.host().ifPresent(host -> all.put("host", host));
        if (found.port() != 0) {
            all.put("port", found.port());
        }
        found.security().ifPresent(security -> all.put("security", security));
        found.from().ifPresent(from -> all.put("from", from));
        found.to().ifPresent(to -> all.put("to", to));
        return all;
    }

    private static LogSummary daily(LogSummary log) {
        if (log.hours().size() <= MOST_HOURS) {
            return log;
        }
        var days = new TreeMap<LocalDateTime, LogSummary.Hour>();
        log.hours().forEach(hour -> days.merge(hour.at().at().truncatedTo(ChronoUnit.DAYS), new LogSummary.Hour(new LogTime(hour.at().at()
                .truncatedTo(ChronoUnit.DAYS), hour.at().offset()), hour.attempts()), ToldReport::and));
        return new LogSummary(log.program(), log.lines(), log.understood(), log.from(), log.to(), log.messages(), log.attempts(),
                log.recipients(), log.rejected(), log.causes(), log.providers(), List.copyOf(days.values()), log.queue(), log.delays(),
                log.changes(), log.bursts(), log.signIns(), log.stopped());
    }

    private static LogSummary.Hour and(LogSummary.Hour one, LogSummary.Hour other) {
        return new LogSummary.Hour(one.at(), new LogSummary.Attempts(one.attempts().sent() + other.attempts().sent(),
                one.attempts().deferred() + other.attempts().deferred(), one.attempts().bounced() + other.attempts().bounced()));
    }
}
