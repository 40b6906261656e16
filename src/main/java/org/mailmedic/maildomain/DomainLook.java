package org.mailmedic.maildomain;

import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.maildomain.check.SpfCheck;
import org.mailmedic.maildomain.dmarc.DmarcState;
import org.mailmedic.maildomain.dmarc.OldReading;
import org.mailmedic.maildomain.message.MessageLook;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.report.AggregateSummary;
import org.mailmedic.maildomain.spf.SpfNode;

/// Everything that was found out about a domain, without words.
///
/// @param diagnosis   what is wrong, and what is worth knowing
/// @param records     one for each card, in the order of importance
/// @param spf         one for each sender
/// @param spfTree     the record with all that it includes; empty where there is not exactly one
/// @param dmarc       empty where the domain does not exist
/// @param oldDmarc    how receivers take it that go by the standard before; empty where that cannot be told
/// @param provider    who takes its mail, when that is known
/// @param dnsHost     where its DNS is managed, as far as the name servers' names show it
/// @param nameServers without the closing dot
/// @param authority   what those say, as far as they could be asked
/// @param bulkRules   what large receivers ask of everybody who sends much
/// @param message     what the message given tells
/// @param reports     what the reports given say together
/// @param questions   how many DNS questions it took
public record DomainLook(String domain, DomainOutcome outcome, Diagnosis diagnosis, List<DomainRecord> records, List<SpfCheck.Entry> spf,
                         Optional<SpfNode> spfTree, Optional<DmarcState> dmarc, Optional<OldReading> oldDmarc, Optional<String> provider,
                         Optional<DnsHost> dnsHost,
                         List<String> nameServers, AuthorityLook authority, List<BulkRules.Judged> bulkRules, Optional<MessageLook> message,
                         Optional<AggregateSummary> reports, int questions) {
    public DomainLook {
        records = List.copyOf(records);
        spf = List.copyOf(spf);
        nameServers = List.copyOf(nameServers);
        bulkRules = List.copyOf(bulkRules);
    }

    /// What the sentences about it may use besides a finding's own facts: `domain`, `provider`, `dnsHost` and `dnsWhere` (a key of the text
    /// book `provider`).
    public Facts situation() {
        return Facts.of("domain", domain).and("provider", provider.orElse("")).and("dnsHost", dnsHost.map(DnsHost::name).orElse(""))
                .and("dnsWhere", dnsHost.map(DnsHost::whereKey).orElse(""));
    }

    /// How it came out, as the end of the key `outcome.…` of the text book `domain`.
    public String headline() {
        return switch (outcome) {
            case INCONCLUSIVE -> denied() ? "denied" : outcome.id();
            case HEALTHY -> noted() ? "noted" : outcome.id();
            case PROBLEM -> outcome.id();
        };
    }

    /// Whether a card says that something is worth a look.
    private boolean noted() {
        return !diagnosis.warnings().isEmpty() || records.stream().anyMatch(each -> each.state() == RecordState.WARNING
                || each.state() == RecordState.PROBLEM);
    }

    /// Whether whoever was asked denies every name, so that nothing is known about this one.
    public boolean denied() {
        return diagnosis.warnings().stream().anyMatch(each -> each.facts().get("asked").equals("denied"));
    }
}
