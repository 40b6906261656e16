package org.mailmedic.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.ReadableName;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.DomainReport;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.AuthorityLook;
import org.mailmedic.maildomain.BulkRules;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.check.SpfCheck;
import org.mailmedic.maildomain.dmarc.DmarcPolicy;
import org.mailmedic.maildomain.dmarc.DmarcState;
import org.mailmedic.maildomain.dmarc.OldReading;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.spf.SpfNode;
import org.mailmedic.report.Report;

/// What `domain` prints (contract: `mailmedic-domain`, version 1; `assets/domain.schema.json`).
final class DomainForm {
    private static final int LONGEST_SHOWN = 4096;

    private final DomainLook look;
    private final Locale language;
    private final Instant when;
    private final TextBook words;
    private final FactWords factWords;
    private final List<Report.Verdict> diagnoses;
    private final List<Report.Verdict> warnings;

    DomainForm(DomainLook look, Adviser adviser, Locale language, Instant when) {
        this.look = look;
        this.language = language;
        this.when = when;
        this.words = TextBook.open("domain", language);
        this.factWords = new FactWords(language);
        Facts situation = look.situation();
        this.diagnoses = verdicts(look.diagnosis().diagnoses(), adviser, situation, when);
        this.warnings = verdicts(look.diagnosis().warnings(), adviser, situation, when);
    }

    private static List<Report.Verdict> verdicts(List<Finding> findings, Adviser adviser, Facts situation, Instant when) {
        return findings.stream().map(finding -> Report.Verdict.of(finding, adviser.advise(finding, situation, when))).toList();
    }

    /// To be passed on.
    ///
    /// @param took how long the look took
    Report report(Duration took) {
        return new DomainReport(language).of(look, diagnoses, warnings, when, took);
    }

    Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "mailmedic-domain");
        all.put("version", 1);
        all.put("domain", look.domain());
        all.put("outcome", look.outcome().id());
        all.put("diagnoses", diagnoses.stream().map(DomainForm::verdict).toList());
        all.put("warnings", warnings.stream().map(DomainForm::verdict).toList());
        all.put("records", look.records().stream().map(this::record).toList());
        all.put("spf", look.spf().stream().map(DomainForm::entry).toList());
        all.put("dmarc", look.dmarc().map(state -> dmarc(state, look.oldDmarc())).orElse(null));
        all.put("spf_tree", look.spfTree().map(DomainForm::node).orElse(null));
        all.put("provider", look.provider().orElse(null));
        all.put("dns_host", look.dnsHost().map(host -> host.name()).orElse(null));
        all.put("name_servers", look.nameServers());
        all.put("authority", authority(look.authority()));
        all.put("bulk_rules", look.bulkRules().stream().map(DomainForm::rule).toList());
        look.message().ifPresent(message -> all.put("message", DomainMessageForm.json(message)));
        look.reports().ifPresent(reports -> all.put("reports", DomainReportsForm.json(reports)));
        all.put("questions", look.questions());
        return all;
    }

    private static Map<String, Object> verdict(Report.Verdict verdict) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("code", verdict.code());
        all.put("stage", verdict.stage());
        all.put("party", verdict.party());
        all.put("confidence", Math.round(verdict.confidence() * 1000) / 1000.0);
        all.put("title", verdict.title());
        all.put("summary", verdict.summary());
        all.put("steps", verdict.steps());
        all.put("evidence", verdict.evidence());
        if (!verdict.letter().isEmpty()) {
            all.put("letter", verdict.letter());
        }
        return all;
    }

    private Map<String, Object> record(DomainRecord record) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", record.type().id());
        all.put("name", record.name());
        all.put("text", record.text().orElse(null));
        all.put("state", record.state().id());
        all.put("summary", String.join(" ", summary(record)));
        all.put("proposal", record.proposal().map(DomainForm::proposal).orElse(null));
        all.put("note", record.note());
        all.put("remarks", record.remarks());
        all.put("authentic", record.authentic());
        return all;
    }

    private static Map<String, Object> proposal(Proposal proposal) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", proposal.name());
        all.put("type", proposal.type());
        all.put("value", proposal.value());
        return all;
    }

    private List<String> summary(DomainRecord record) {
        return record.told().stream().map(key -> words.get(key, factWords.told(record.facts().asMap())).strip()).toList();
    }

    private static Map<String, Object> authority(AuthorityLook authority) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("asked", authority.asked());
        all.put("silent", authority.silent());
        all.put("differences", authority.differences().stream().map(each -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", each.name());
            one.put("type", each.type());
            one.put("server", each.server());
            one.put("server_says", each.serverSays());
            one.put("other", each.other());
            one.put("other_says", each.otherSays());
            one.put("other_is_own", each.own());
            one.put("kept_s", each.kept() < 0 ? null : each.kept());
            return one;
        }).toList());
        return all;
    }

    private static Map<String, Object> entry(SpfCheck.Entry entry) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ip", entry.sender().address());
        all.put("mail_from", entry.sender().mailFrom());
        all.put("helo", entry.sender().helo());
        all.put("result", entry.verdict().result().id());
        all.put("term", entry.verdict().term().orElse(null));
        all.put("lookups", entry.verdict().lookups());
        all.put("void_lookups", entry.verdict().voidLookups());
        all.put("explanation", entry.verdict().explanation().isEmpty() ? null : entry.verdict().explanation());
        return all;
    }

    private static Map<String, Object> dmarc(DmarcState state, Optional<OldReading> old) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("found_at", state.foundAt().orElse(null));
        all.put("policy", state.policy().map(DmarcPolicy::id).orElse(null));
        all.put("applies", state.applies().orElse(null));
        all.put("testing", state.testing());
        all.put("organizational_domain", state.organizationalDomain().orElse(null));
        all.put("adkim", state.adkim().orElse(null));
        all.put("aspf", state.aspf().orElse(null));
        all.put("problems", state.problems());
        all.put("rfc7489", old.map(DomainForm::oldReading).orElse(null));
        return all;
    }

    private static Map<String, Object> oldReading(OldReading old) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("found_at", old.foundAt().orElse(null));
        all.put("policy", old.policy().map(DmarcPolicy::id).orElse(null));
        all.put("applies", old.applies().orElse(null));
        all.put("percent", old.percent());
        all.put("organizational_domain", old.organizationalDomain());
        return all;
    }

    private static Map<String, Object> node(SpfNode node) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("term", node.term().orElse(null));
        all.put("domain", node.domain());
        all.put("state", node.state().name().toLowerCase(Locale.ROOT));
        all.put("text", node.text().orElse(null));
        all.put("lookups", node.lookups());
        all.put("void_lookups", node.voidLookups());
        all.put("broken", node.broken());
        all.put("unreached", node.unreached());
        all.put("includes", node.children().stream().map(DomainForm::node).toList());
        return all;
    }

    private static Map<String, Object> rule(BulkRules.Judged judged) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("receiver", judged.rule().receiver());
        all.put("needs", judged.rule().needs());
        all.put("from", judged.rule().from());
        all.put("standing", judged.standing().id());
        all.put("since", judged.rule().since());
        all.put("source", judged.rule().source());
        all.put("verified", judged.rule().verified());
        return all;
    }

    String text() {
        var text = new StringBuilder();
        line(text, words.get("outcome." + look.headline(), Map.of("domain", ReadableName.withAscii(look.domain()))));
        verdicts(text, "heading.wrong", diagnoses);
        verdicts(text, "heading.worth_knowing", warnings);
        if (!look.records().isEmpty()) {
            heading(text, words.get("heading.records"));
            line(text, "");
            look.records().forEach(record -> record(text, record));
            look.spfTree().filter(tree -> !tree.children().isEmpty()).ifPresent(tree -> {
                heading(text, words.get("heading.spf_tree"));
                tree(text, tree, 1);
            });
            senders(text);
            look.message().ifPresent(message -> DomainMessageForm.text(text, message, words));
            look.reports().ifPresent(reports -> DomainReportsForm.text(text, reports, words));
            bulk(text);
            surroundings(text);
        }
        return text.toString();
    }

    private void verdicts(StringBuilder text, String heading, List<Report.Verdict> all) {
        if (all.isEmpty()) {
            return;
        }
        heading(text, words.get(heading));
        for (Report.Verdict verdict : all) {
            line(text, "");
            line(text, "  " + verdict.title());
            line(text, "  " + verdict.summary().replace("\n", "\n  "));
            int number = 1;
            for (String step : verdict.steps()) {
                line(text, "    " + number++ + ". " + step);
            }
        }
    }

    private void record(StringBuilder text, DomainRecord record) {
        if (record.text().isEmpty() && record.proposal().isEmpty() && record.state() != RecordState.PROBLEM) {
            line(text, "  " + stated(record) + ". " + String.join(" ", summary(record)));
            return;
        }
        line(text, "  " + stated(record));
        line(text, "    " + record.name());
        record.text().ifPresent(found -> found.lines().limit(20).forEach(each -> line(text, "    " + PlainText.of(each, LONGEST_SHOWN))));
        summary(record).forEach(sentence -> line(text, "    " + sentence));
        record.proposal().ifPresent(proposal -> {
            line(text, "    " + words.get("proposal", Map.of("type", proposal.type(), "name", proposal.name())));
            line(text, "      " + PlainText.of(proposal.value(), LONGEST_SHOWN));
        });
        line(text, "");
    }

    /// What the record is for, and how it does.
    private String stated(DomainRecord record) {
        return words.get("record.line", Map.of("type", words.get("type." + record.type().id()), "state",
                words.get("state." + record.state().id())));
    }

    private void tree(StringBuilder text, SpfNode node, int depth) {
        String state = words.get("tree.state." + node.state().name().toLowerCase(Locale.ROOT)).strip();
        String line = words.get("tree.line", Map.of("term", node.term().orElse(node.domain()), "lookups", node.lookups()));
        line(text, "  ".repeat(depth) + (state.isEmpty() ? line : words.get("tree.stated", Map.of("line", line, "state", state))));
        node.children().forEach(child -> tree(text, child, depth + 1));
    }

    private void senders(StringBuilder text) {
        if (look.spf().isEmpty()) {
            return;
        }
        heading(text, words.get("heading.senders"));
        for (SpfCheck.Entry each : look.spf()) {
            Map<String, Object> facts = new LinkedHashMap<>(Map.of("sender", each.sender().shown(), "result", each.verdict().result().id(),
                    "lookups",
                    each.verdict().lookups()));
            Optional<String> term = each.verdict().term();
            term.ifPresent(found -> facts.put("term", found));
            line(text, "  " + words.get(term.isPresent() ? "sender" : "sender.plain", facts));
        }
    }

    private void bulk(StringBuilder text) {
        heading(text, words.get("heading.bulk", Map.of("date", factWords.date(LocalDate.parse(BulkRules.lastChecked())))));
        for (BulkRules.Judged each : look.bulkRules()) {
            String from = each.rule().from() > 1 ? words.get("bulk.from", Map.of("from", each.rule().from())) : "";
            line(text, "  " + words.get("bulk.line", Map.of("standing", words.get("bulk.standing." + each.standing().id()), "receiver",
                    each.rule().receiver(), "needs", words.get("bulk.needs." + each.rule().needs()), "from", from)));
        }
    }

    private void surroundings(StringBuilder text) {
        List<String> all = new ArrayList<>();
        look.provider().ifPresent(provider -> all.add(words.get("provider", Map.of("provider", provider))));
        look.dnsHost().ifPresent(host -> all.add(words.get(host.where().isEmpty() ? "dns_host.short" : "dns_host",
                Map.of("host", host.name(), "where", TextBook.open("provider", language).get(host.whereKey())))));
        if (!look.nameServers().isEmpty()) {
            all.add(words.get("name_servers", Map.of("names", look.nameServers().stream().collect(Collectors.joining(", ")))));
        }
        if (look.authority().asked().isEmpty() && !look.authority().silent().isEmpty()) {
            all.add(words.get("name_servers.silent"));
        }
        if (!all.isEmpty()) {
            line(text, "");
            all.forEach(each -> line(text, each));
        }
    }

    private static void heading(StringBuilder text, String heading) {
        line(text, "");
        line(text, heading);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
