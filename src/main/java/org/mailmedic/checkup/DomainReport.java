package org.mailmedic.checkup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.ReadableName;
import org.mailmedic.advice.TextBook;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.EvidenceFacts;
import org.mailmedic.report.Report;
import org.mailmedic.report.Timestamp;

/// A look at a domain's mail records as a [Report], so that it is saved, opened and passed on like a check-up. It has no stages, since no
/// mail travelled.
public final class DomainReport {
    private final TextBook words;
    private final FactWords factWords;
    private final String language;

    /// @param language of its words
    public DomainReport(Locale language) {
        this.words = TextBook.open("domain", language);
        this.factWords = new FactWords(language);
        this.language = Language.of(language).tag();
    }

    /// @param diagnoses in words, as the look has them
    /// @param warnings  the same
    /// @param took      how long the look took
    public Report of(DomainLook look, List<Report.Verdict> diagnoses, List<Report.Verdict> warnings, Instant created, Duration took) {
        List<Map<String, Object>> evidence = new ArrayList<>();
        Map<String, Object> whole = EvidenceFacts.told("domain", EvidenceKind.DOMAIN, Stage.DELIVERY.id());
        whole.put("host", look.domain());
        whole.put("headline", words.get("outcome." + look.headline(), Map.of("domain", ReadableName.withAscii(look.domain()))));
        evidence.add(whole);
        look.records().stream().map(this::record).forEach(evidence::add);
        var outcome = switch (look.outcome()) {
            case HEALTHY -> Report.Outcome.HEALTHY;
            case PROBLEM -> Report.Outcome.PROBLEM;
            case INCONCLUSIVE -> Report.Outcome.INCONCLUSIVE;
        };
        return new Report(UUID.randomUUID().toString(), Instant.parse(Timestamp.of(created)), ReportMaker.tool(),
                Map.of("host", look.domain()), outcome, diagnoses, warnings, List.of(), evidence, List.of(), took.toNanos() / 1e6,
                List.of(), List.of(), Optional.empty(), language);
    }

    private Map<String, Object> record(DomainRecord record) {
        String type = record.type().id();
        Map<String, Object> facts = EvidenceFacts.told(record.id(), EvidenceKind.DOMAIN_RECORD, Stage.DELIVERY.id());
        facts.put("record", type);
        facts.put("name", record.name());
        facts.put("state", record.state().id());
        record.text().ifPresent(text -> facts.put("text", text));
        facts.put("title", words.get("type." + type));
        facts.put("state_in_words", words.get("state." + record.state().id()));
        facts.put("summary", record.told().stream().map(key -> words.get(key, factWords.told(record.facts().asMap())).strip())
                .collect(Collectors.joining(" ")));
        record.proposal().ifPresent(proposal -> {
            facts.put("proposal", words.get("proposal", Map.of("type", proposal.type(), "name", proposal.name())));
            facts.put("proposed", proposal.value());
        });
        return facts;
    }
}
