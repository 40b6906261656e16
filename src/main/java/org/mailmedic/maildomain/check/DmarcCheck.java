package org.mailmedic.maildomain.check;

import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.maildomain.dmarc.Dmarc;
import org.mailmedic.maildomain.dmarc.DmarcPolicy;
import org.mailmedic.maildomain.dmarc.DmarcProposal;
import org.mailmedic.maildomain.dmarc.DmarcRecord;
import org.mailmedic.maildomain.dmarc.DmarcState;
import org.mailmedic.maildomain.dmarc.OldReading;
import org.mailmedic.maildomain.dmarc.PublicSuffixes;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.spf.SpfRecord;
import org.mailmedic.net.dns.DnsType;

/// What receivers shall do with forgeries (RFC 9989).
public final class DmarcCheck {
    /// The card, and the facts for the contract's `dmarc`.
    ///
    /// @param old by the standard before; empty where it cannot be told
    public record DmarcLook(RecordLook look, DmarcState state, Optional<OldReading> old) {}

    private DmarcCheck() {}

    public static DmarcLook look(Subject subject, PublicSuffixes suffixes) {
        var dmarc = new Dmarc(subject.zone());
        DmarcState state = dmarc.of(subject.domain());
        Optional<OldReading> old = dmarc.oldReading(subject.domain(), suffixes);
        RecordLook look = look(subject, state, old);
        List<DomainRecord> records = look.records().stream().map(record -> record.signed(subject.zone().ask(record.name(), DnsType.TXT)
                .authentic()))
                .toList();
        return new DmarcLook(new RecordLook(records, look.findings(), look.unanswered()), state, old);
    }

    /// How receivers take it that go by RFC 7489 still: the key of the remark about the first difference; empty where there is none.
    private static Optional<String> otherwise(DmarcState state, Optional<OldReading> old) {
        if (state.policy().isEmpty() || old.isEmpty()) {
            return Optional.empty();
        }
        if (!old.get().policy().equals(state.policy()) || !old.get().foundAt().equals(state.foundAt())) {
            return Optional.of(old.get().policy().isEmpty() ? "old_nothing" : "old_policy");
        }
        return state.organizationalDomain().filter(each -> !each.equals(old.get().organizationalDomain())).map(_ -> "old_organization");
    }

    private static RecordLook look(Subject subject, DmarcState state, Optional<OldReading> old) {
        Facts facts = subject.facts().and("at", state.foundAt().filter(at -> !at.equals(subject.domain())).orElse(""))
                .and("policy", state.policy().map(DmarcPolicy::id).orElse("")).and("problems", String.join(", ", state.problems()))
                .and("organization", state.organizationalDomain().orElse(""))
                .and("oldPolicy", old.flatMap(OldReading::policy).map(DmarcPolicy::id).orElse(""))
                .and("oldAt", old.flatMap(OldReading::foundAt).map(at -> "_dmarc." + at).orElse(""))
                .and("oldOrganization", old.map(OldReading::organizationalDomain).orElse(""));
        RecordLook look = look(subject, state, facts);
        return otherwise(state, old).map(remark -> new RecordLook(look.records().stream().map(record -> record.noting(remark)).toList(),
                look.findings(), look.unanswered())).orElse(look);
    }

    private static RecordLook look(Subject subject, DmarcState state, Facts facts) {
        String found = "_dmarc." + state.foundAt().orElse(subject.domain());
        if (state.failed()) {
            return RecordLook.unanswered(DomainRecord.of(RecordType.DMARC, found, RecordState.UNKNOWN,
                    Subject.silence(subject.zone().ask(found, DnsType.TXT)), facts));
        }
        if (ofOthers(subject, state)) {
            return belowSuffix(subject, state, found, facts);
        }
        Optional<String> text = state.record().map(DmarcRecord::text).or(() -> state.seen().stream().findFirst());
        if (text.isEmpty()) {
            return missing(subject, state, facts);
        }
        return state.problems().stream().anyMatch(DmarcCheck::breaks) ? broken(subject, state, text.get(), facts)
                : policy(subject, state, found, facts);
    }

    /// Whether what applies is a public suffix's record, which is its operator's to change (RFC 9989 §4.10.2).
    private static boolean ofOthers(Subject subject, DmarcState state) {
        return state.record().filter(record -> record.psd('y')).isPresent() && !state.foundAt().orElse("").equals(subject.domain());
    }

    private static RecordLook belowSuffix(Subject subject, DmarcState state, String found, Facts facts) {
        if (state.problems().contains("multiple_records") || state.problems().contains("not_a_record")) {
            return broken(subject, state, "", facts);
        }
        return enforced(state) ? RecordLook.of(DomainRecord.of(RecordType.DMARC, found, RecordState.FINE, "fine", facts)
                .showing(state.record().orElseThrow().text())) : missing(subject, state, facts);
    }

    private static boolean enforced(DmarcState state) {
        return state.policy().filter(policy -> policy != DmarcPolicy.NONE).isPresent() && !state.testing();
    }

    private static RecordLook missing(Subject subject, DmarcState state, Facts facts) {
        String name = "_dmarc." + subject.domain();
        boolean misplaced = state.problems().contains("wrong_place");
        Optional<String> doubled = record(subject, "_dmarc." + subject.domain() + "." + subject.domain());
        boolean parked = subject.takesNoMail() && nobodySends(subject);
        String note = misplaced ? "wrong_place" : doubled.isPresent() ? "doubled_name" : parked ? "parked" : "missing";
        String value = (misplaced ? record(subject, subject.domain()) : doubled)
                .map(elsewhere -> DmarcProposal.repaired(subject.domain(), elsewhere))
                .orElseGet(() -> parked ? DmarcProposal.parked() : DmarcProposal.first(subject.domain()));
        var record = DomainRecord.of(RecordType.DMARC, name, RecordState.MISSING, note, facts)
                .proposing(entry(subject, name, value, "v=DMARC1; p=none"));
        return RecordLook.of(record, Findings.of(Code.DOMAIN_DMARC_MISSING, 0.95, record));
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
                .proposing(entry(subject, name, own ? fromSeen(subject, state.seen())
                        : DmarcProposal.repaired(subject.domain(), text), text));
        return RecordLook.of(record, Findings.of(Code.DOMAIN_DMARC_SYNTAX, 0.95, record));
    }

    private static RecordLook policy(Subject subject, DmarcState state, String name, Facts facts) {
        DmarcRecord found = state.record().orElseThrow();
        boolean reports = found.reportAddresses().stream().anyMatch(address -> address.tag().equals("rua"));
        boolean enforced = enforced(state);
        boolean test = state.testing() && state.policy().filter(policy -> policy != DmarcPolicy.NONE).isPresent();
        boolean atFirst = enforced && DmarcProposal.nobodyAtOnce(found);
        var record = DomainRecord.of(RecordType.DMARC, name, enforced && !atFirst ? RecordState.FINE : RecordState.WARNING,
                atFirst ? "pct_zero" : enforced ? "fine" : test ? "testing" : "none", facts.and("reports", reports ? "yes" : "no"))
                        .showing(found.text());
        // what the note says already needs no remark
        for (String problem : state.problems().stream().filter(each -> !atFirst || !each.equals("removed_tag:pct")).toList()) {
            record = record.remarking(remark(problem));
        }
        String repaired = DmarcProposal.repaired(subject.domain(), found.text());
        if (enforced) {
            record = reports || subject.takesNoMail() ? record : record.remarking("no_reports");
            boolean same = DmarcRecord.parse(repaired).tags().equals(found.tags());
            return RecordLook.of(state.problems().isEmpty() || same ? record
                    : record.proposing(entry(subject, name, repaired, found.text())));
        }
        String next = reports ? DmarcProposal.tightened(found, state.applies().orElse("p")) : repaired;
        record = record.proposing(entry(subject, name, next, found.text()));
        return RecordLook.of(record, Findings.of(Code.DOMAIN_DMARC_NOT_ENFORCED, 0.95, record));
    }

    /// Where no mail arrives, no reports do. Nothing is proposed that would change nothing.
    private static Optional<Proposal> entry(Subject subject, String name, String value, String before) {
        String told = subject.takesNoMail() ? DmarcProposal.withoutOwnReports(subject.domain(), value) : value;
        return told.equals(before) ? Optional.empty() : Optional.of(Proposal.txt(name, told));
    }

    /// Whether SPF says that no server may send for it.
    private static boolean nobodySends(Subject subject) {
        List<String> records = subject.zone().ask(subject.domain(), DnsType.TXT).texts().stream().filter(SpfRecord::claims).toList();
        return records.size() == 1 && records.getFirst().strip().equalsIgnoreCase("v=spf1 -all");
    }

    private static String remark(String problem) {
        return problem.split(":", 2)[0];
    }

    private static Optional<String> record(Subject subject, String at) {
        return subject.zone().ask(at, DnsType.TXT).texts().stream().filter(DmarcRecord::claims).findFirst();
    }

    /// Of what counts as records where some do, else of what was meant to be one.
    private static String fromSeen(Subject subject, List<String> seen) {
        List<String> records = seen.stream().filter(DmarcRecord::claims).toList();
        return DmarcProposal.merged(subject.domain(), records.isEmpty() ? seen : records);
    }
}
