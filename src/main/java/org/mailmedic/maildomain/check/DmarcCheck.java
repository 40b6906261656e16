package org.mailmedic.maildomain.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.maildomain.dmarc.Dmarc;
import org.mailmedic.maildomain.dmarc.DmarcPolicy;
import org.mailmedic.maildomain.dmarc.DmarcRecord;
import org.mailmedic.maildomain.dmarc.DmarcState;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.settings.Spelling;

/// What receivers shall do with forgeries (RFC 9989).
public final class DmarcCheck {
    private static final Set<String> ADDRESSES = Set.of("rua", "ruf");
    private static final Set<String> KEPT = Set.of("p", "sp", "np", "psd", "t", "adkim", "aspf", "rua", "ruf", "fo");

    /// The card, and the facts for the contract's `dmarc`.
    public record DmarcLook(RecordLook look, DmarcState state) {}

    private DmarcCheck() {}

    public static DmarcLook look(Subject subject) {
        DmarcState state = new Dmarc(subject.zone()).of(subject.domain());
        RecordLook look = look(subject, state);
        List<DomainRecord> records = look.records().stream().map(record -> record.signed(subject.zone().ask(record.name(), DnsType.TXT)
                .authentic()))
                .toList();
        return new DmarcLook(new RecordLook(records, look.findings(), look.unanswered()), state);
    }

    private static RecordLook look(Subject subject, DmarcState state) {
        String name = "_dmarc." + state.foundAt().orElse(subject.domain());
        Facts facts = subject.facts().and("at", state.foundAt().filter(at -> !at.equals(subject.domain())).orElse(""))
                .and("policy", state.policy().map(DmarcPolicy::id).orElse("")).and("problems", String.join(", ", state.problems()));
        if (state.failed()) {
            return RecordLook.unanswered(DomainRecord.of(RecordType.DMARC, name, RecordState.UNKNOWN, "unanswered", facts));
        }
        Optional<String> text = state.record().map(DmarcRecord::text).or(() -> state.seen().stream().findFirst());
        boolean broken = state.problems().stream().anyMatch(DmarcCheck::breaks);
        if (text.isEmpty()) {
            boolean misplaced = state.problems().contains("wrong_place");
            Optional<String> doubled = record(subject, "_dmarc." + subject.domain() + "." + subject.domain());
            String note = misplaced ? "wrong_place" : doubled.isPresent() ? "doubled_name" : "missing";
            String value = (misplaced ? record(subject, subject.domain()) : doubled).map(found -> repaired(subject, found))
                    .orElseGet(() -> first(subject));
            var record = DomainRecord.of(RecordType.DMARC, name, RecordState.MISSING, note, facts)
                    .proposing(Optional.of(Proposal.txt(name, value)));
            return RecordLook.of(record, Findings.of(Code.DOMAIN_DMARC_MISSING, 0.95, record));
        }
        if (broken) {
            return broken(subject, state, text.get(), facts);
        }
        return policy(subject, state, name, facts);
    }

    /// What costs the record its effect, or a part of it.
    private static boolean breaks(String problem) {
        return problem.equals("multiple_records") || problem.equals("not_a_record") || problem.startsWith("invalid_value:")
                || problem.startsWith("invalid_uri:");
    }

    private static RecordLook broken(Subject subject, DmarcState state, String text, Facts facts) {
        boolean own = state.problems().contains("multiple_records") || state.problems().contains("not_a_record");
        String name = "_dmarc." + (own ? subject.domain() : state.foundAt().orElse(subject.domain()));
        String shown = own ? String.join("\n", state.seen()) : text;
        String note = state.problems().contains("multiple_records") ? "several" : state.problems().contains("not_a_record") ? "not_a_record"
                : "syntax";
        var record = DomainRecord.of(RecordType.DMARC, name, RecordState.PROBLEM, note, facts).showing(shown)
                .proposing(Optional.of(Proposal.txt(name, own ? fromSeen(subject, state.seen()) : repaired(subject, text))));
        return RecordLook.of(record, Findings.of(Code.DOMAIN_DMARC_SYNTAX, 0.95, record));
    }

    private static RecordLook policy(Subject subject, DmarcState state, String name, Facts facts) {
        DmarcRecord found = state.record().orElseThrow();
        boolean reports = found.reportAddresses().stream().anyMatch(address -> address.tag().equals("rua"));
        boolean enforced = state.policy().filter(policy -> policy != DmarcPolicy.NONE).isPresent() && !state.testing();
        var record = DomainRecord.of(RecordType.DMARC, name, enforced ? RecordState.FINE : RecordState.WARNING,
                enforced ? "fine" : state.testing() ? "testing" : "none", facts.and("reports", reports ? "yes" : "no"))
                        .showing(found.text());
        for (String problem : state.problems()) {
            record = record.remarking(remark(problem));
        }
        if (enforced) {
            record = reports ? record : record.remarking("no_reports");
            return RecordLook.of(state.problems().isEmpty() ? record
                    : record.proposing(Optional.of(Proposal.txt(name, repaired(subject, found.text())))
                    .filter(proposal -> !proposal.value().equals(found.text()))));
        }
        record = record.proposing(Optional.of(Proposal.txt(name, reports ? tightened(found) : repaired(subject, found.text()))));
        return RecordLook.of(record, Findings.of(Code.DOMAIN_DMARC_NOT_ENFORCED, 0.95, record));
    }

    private static String remark(String problem) {
        return problem.split(":", 2)[0];
    }

    /// Harms nobody: reports only.
    private static String first(Subject subject) {
        return "v=DMARC1; p=none; rua=mailto:dmarc-reports@" + subject.domain();
    }

    private static Optional<String> record(Subject subject, String at) {
        return subject.zone().ask(at, DnsType.TXT).texts().stream().filter(DmarcRecord::claims).findFirst();
    }

    /// Of several records the first whose policy can be read; of what is none, its tags.
    private static String fromSeen(Subject subject, List<String> seen) {
        return seen.stream().map(text -> repaired(subject, text)).filter(text -> text.contains("p=")).findFirst()
                .orElseGet(() -> first(subject));
    }

    private static String repaired(Subject subject, String text) {
        String bare = text.replaceAll("[\"']", "").replaceFirst("(?i)\\s*v\\s*=\\s*DMARC1\\s*;?\\s*", ";");
        DmarcRecord read = DmarcRecord.parse("v=DMARC1;" + (bare.length() > 2048 ? "" : bare));
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("p", policyWord(read.tags().getOrDefault("p", "none")));
        read.tags().forEach((tag, value) -> {
            boolean useless = tag.equals("fo") && !read.tags().containsKey("ruf");
            if (KEPT.contains(tag) && !tag.equals("p") && !useless) {
                put(tags, tag, value, read);
            }
        });
        tags.putIfAbsent("rua", "mailto:dmarc-reports@" + subject.domain());
        return "v=DMARC1; " + tags.entrySet().stream().map(tag -> tag.getKey() + "=" + tag.getValue()).collect(Collectors.joining("; "));
    }

    private static void put(Map<String, String> tags, String tag, String value, DmarcRecord read) {
        if (ADDRESSES.contains(tag)) {
            String addresses = List.of(value.split(",")).stream().map(String::strip).map(DmarcCheck::address)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(","));
            if (!addresses.isEmpty()) {
                tags.put(tag, addresses);
            }
        } else if (tag.equals("sp") || tag.equals("np")) {
            tags.put(tag, policyWord(value));
        } else if (!read.problems().contains("invalid_value:" + tag)) {
            tags.put(tag, value);
        }
    }

    private static String address(String uri) {
        String plain = uri.replaceFirst("![0-9]+[kmgtKMGT]?$", "");
        if (plain.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s,]+")) {
            return plain;
        }
        return plain.matches("[^\\s@:,]+@[^\\s@:,]+\\.[^\\s@:,]+") ? "mailto:" + plain : "";
    }

    /// The word that was meant; `none` where that cannot be told, since it harms nobody.
    private static String policyWord(String value) {
        String small = value.strip().toLowerCase(Locale.ROOT);
        return List.of("none", "quarantine", "reject").stream().filter(word -> word.equals(small)).findFirst()
                .or(() -> List.of("quarantine", "reject").stream().filter(word -> Spelling.distance(word, small) <= 1
                        || small.startsWith(word.substring(0, 4))).findFirst()).orElse("none");
    }

    /// The next step, for when the reports show no more strangers among one's own senders.
    private static String tightened(DmarcRecord record) {
        boolean testing = "y".equalsIgnoreCase(record.tags().get("t"));
        return "v=DMARC1; p=" + (testing ? policyWord(record.tags().getOrDefault("p", "none")) : "quarantine") + record.tags().entrySet()
                .stream()
                .filter(tag -> KEPT.contains(tag.getKey()) && !Set.of("p", "t").contains(tag.getKey()))
                .map(tag -> "; " + tag.getKey() + "=" + tag.getValue()).collect(Collectors.joining());
    }
}
