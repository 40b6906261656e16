package org.mailmedic.ui.page.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.ReadableName;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.DomainReport;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.BulkRules;
import org.mailmedic.maildomain.DnsHost;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainOutcome;
import org.mailmedic.maildomain.check.SpfCheck;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.spf.SpfNode;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.domain.DomainCard.Depth;
import org.mailmedic.ui.page.domain.DomainCard.Entry;
import org.mailmedic.ui.page.domain.DomainCard.Put;
import org.mailmedic.ui.page.domain.DomainCard.Status;
import org.mailmedic.ui.page.domain.DomainCard.Todo;
import org.mailmedic.ui.page.domain.DomainCard.Tone;
import org.mailmedic.ui.part.Texts;

/// Puts a look at a domain into words and cards. What came from DNS is made harmless here. Reads advice pages: for a thread that has the
/// time.
final class DomainWords {
    private static final int LONGEST_SENTENCE = 1200;
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 20;
    private static final int MOST_BRANCHES = 60;

    /// A card, and the kinds of records on it. Their order is that of importance.
    private enum Topic {
        SPF(RecordType.SPF), DKIM(RecordType.DKIM), DMARC(RecordType.DMARC), MX(RecordType.MX),
        TRANSPORT(RecordType.MTA_STS, RecordType.DANE, RecordType.TLS_RPT), PTR(RecordType.PTR), BLOCKLIST(RecordType.BLOCKLIST),
        MORE(RecordType.CAA, RecordType.BIMI);

        private final Set<RecordType> types;

        Topic(RecordType first, RecordType... more) {
            types = EnumSet.of(first, more);
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Texts texts;
    private final Adviser adviser;
    private final TextBook words;

    DomainWords(Texts texts, Adviser adviser) {
        this.texts = texts;
        this.adviser = adviser;
        words = texts.book("domain");
    }

    /// @param took   how long the look took
    /// @param before the look before at the same domain, where there was one
    DomainSheet sheet(DomainLook look, Instant when, Duration took, Optional<Report> before) {
        Set<String> known = look.records().stream().map(DomainRecord::id).collect(Collectors.toSet());
        List<Finding> findings = Stream.concat(look.diagnosis().diagnoses().stream(), look.diagnosis().warnings().stream()).toList();
        Map<Finding, Report.Verdict> verdicts = new LinkedHashMap<>();
        findings.forEach(each -> verdicts.put(each, Report.Verdict.of(each, adviser.advise(each, look.situation(), when))));
        List<DomainSheet.General> general = verdicts.entrySet().stream()
                .filter(each -> each.getKey().because().stream().noneMatch(known::contains)).map(Map.Entry::getValue)
                .map(each -> new DomainSheet.General(each.title(), each.summary(), todos(each), letters(List.of(each)))).toList();
        List<DomainCard> cards = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            List<DomainRecord> records = look.records().stream().filter(each -> topic.types.contains(each.type())).toList();
            if (!records.isEmpty()) {
                cards.add(card(topic, records, look, verdicts));
            }
        }
        boolean unknown = look.outcome() == DomainOutcome.INCONCLUSIVE || look.records().stream()
                .anyMatch(each -> each.state() == RecordState.UNKNOWN && each.type() != RecordType.BLOCKLIST);
        Report report = new DomainReport(texts.language()).of(look, look.diagnosis().diagnoses().stream().map(verdicts::get).toList(),
                look.diagnosis().warnings().stream().map(verdicts::get).toList(), when, took);
        String headline = words.get("outcome." + look.headline(), Map.of("domain", ReadableName.of(look.domain())));
        return new DomainSheet(look.domain(), headline, unknown && !look.denied(), general, cards,
                look.bulkRules().stream().map(this::rule).toList(), BulkRules.lastChecked(), report,
                before.map(old -> DomainChanges.between(old, report, texts)));
    }

    private DomainCard card(Topic topic, List<DomainRecord> records, DomainLook look, Map<Finding, Report.Verdict> verdicts) {
        boolean single = topic.types.size() == 1;
        Set<String> ids = records.stream().map(DomainRecord::id).collect(Collectors.toSet());
        List<Report.Verdict> own = verdicts.entrySet().stream().filter(each -> each.getKey().because().stream().anyMatch(ids::contains))
                .map(Map.Entry::getValue).toList();
        List<Entry> entries = records.stream().map(each -> entry(each, single, look)).toList();
        Status worst = entries.stream().map(Entry::status).min(Comparator.comparing(Status::tone)).orElseThrow();
        String key = records.getFirst().type().id();
        boolean spf = topic == Topic.SPF;
        return new DomainCard(topic.id(), single ? words.get("type." + key) : texts.get("domain.topic." + topic.id()),
                single ? words.get("purpose." + key) : texts.get("domain.topic." + topic.id() + ".purpose"), worst, entries,
                own.stream().map(Report.Verdict::summary).distinct().toList(), own.stream().flatMap(each -> todos(each).stream()).toList(),
                letters(own),
                spf ? look.spfTree().filter(tree -> !tree.children().isEmpty()).map(this::tree).orElse(List.of()) : List.of(),
                spf ? look.spf().stream().map(this::sender).toList() : List.of(),
                topic == Topic.PTR ? texts.get("domain.where.ptr") : where(look));
    }

    private static List<Todo> todos(Report.Verdict verdict) {
        return verdict.steps().stream().map(text -> new Todo(text, new SimpleBooleanProperty())).toList();
    }

    private static List<String> letters(List<Report.Verdict> verdicts) {
        return verdicts.stream().map(Report.Verdict::letter).filter(letter -> !letter.isBlank()).distinct().toList();
    }

    private Entry entry(DomainRecord record, boolean single, DomainLook look) {
        String text = record.text().map(found -> found.lines().limit(MOST_LINES).map(line -> PlainText.of(line, LONGEST_LINE))
                .collect(Collectors.joining("\n"))).orElse("");
        String said = record.told().stream().map(key -> words.get(key, texts.facts().told(record.facts().asMap())).strip())
                .map(sentence -> PlainText.of(sentence, LONGEST_SENTENCE)).collect(Collectors.joining(" "));
        return new Entry(single ? "" : words.get("type." + record.type().id()), PlainText.of(record.name(), LONGEST_LINE), text,
                status(record, look), record.authentic() ? said + " " + words.get("signed") : said,
                record.proposal().map(each -> Put.of(each, look.domain())));
    }

    private Status status(DomainRecord record, DomainLook look) {
        Tone tone = switch (record.state()) {
            case FINE -> Tone.FINE;
            case WARNING -> Tone.CAUTION;
            case PROBLEM -> Tone.BROKEN;
            case MISSING -> names(look.diagnosis().diagnoses(), record) ? Tone.BROKEN
                    : names(look.diagnosis().warnings(), record) ? Tone.CAUTION : Tone.QUIET;
            case UNKNOWN -> Tone.UNKNOWN;
        };
        return new Status(tone, words.get("state." + record.state().id()));
    }

    private static boolean names(List<Finding> findings, DomainRecord record) {
        return findings.stream().anyMatch(each -> each.because().contains(record.id()));
    }

    private List<Depth> tree(SpfNode root) {
        List<Depth> lines = new ArrayList<>();
        grow(root, 0, lines);
        return lines;
    }

    private void grow(SpfNode node, int depth, List<Depth> into) {
        if (into.size() >= MOST_BRANCHES) {
            return;
        }
        String state = words.get("tree.state." + node.state().name().toLowerCase(Locale.ROOT)).strip();
        String line = words.get("tree.line", Map.of("term", node.term().orElse(node.domain()), "lookups", node.lookups()));
        into.add(new Depth(depth, PlainText.of(state.isEmpty() ? line
                : words.get("tree.stated", Map.of("line", line, "state", state)), LONGEST_SENTENCE)));
        node.children().forEach(child -> grow(child, depth + 1, into));
    }

    private String sender(SpfCheck.Entry each) {
        Map<String, Object> facts = new LinkedHashMap<>(Map.of("sender", each.sender().shown(), "result", each.verdict().result().id(),
                "lookups", each.verdict().lookups()));
        Optional<String> term = each.verdict().term();
        term.ifPresent(found -> facts.put("term", found));
        return PlainText.of(words.get(term.isPresent() ? "sender" : "sender.plain", facts), LONGEST_SENTENCE);
    }

    private String where(DomainLook look) {
        Optional<DnsHost> host = look.dnsHost();
        if (host.isPresent()) {
            return words.get(host.get().where().isEmpty() ? "dns_host.short" : "dns_host",
                    Map.of("host", host.get().name(), "where", host.get().where()));
        }
        return look.nameServers().isEmpty() ? "" : texts.get("domain.where.unknown",
                PlainText.of(String.join(", ", look.nameServers()), LONGEST_SENTENCE));
    }

    private DomainSheet.Rule rule(BulkRules.Judged judged) {
        BulkRules.Rule rule = judged.rule();
        String from = rule.from() > 1 ? words.get("bulk.from", Map.of("from", rule.from())) : "";
        return new DomainSheet.Rule(rule.receiver(), words.get("bulk.needs." + rule.needs()) + from, rule.since(), judged.standing(),
                texts.get("domain.rule." + judged.standing().id()), rule.source().startsWith("https://") ? rule.source() : "");
    }
}
