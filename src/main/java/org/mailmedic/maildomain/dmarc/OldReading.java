package org.mailmedic.maildomain.dmarc;

import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// What receivers make of the same records that go by RFC 7489 still: with the Public Suffix List for the tree walk, without `np`, `psd`
/// and `t`, and with `pct`.
///
/// @param foundAt              the domain whose record applies; empty where none does
/// @param policy               empty where none does
/// @param applies              `p` or `sp`; empty where none does
/// @param organizationalDomain by the list
/// @param percent              of the mail that fails, to how much the policy is applied; to the rest one level milder
public record OldReading(Optional<String> foundAt, Optional<DmarcPolicy> policy, Optional<String> applies, String organizationalDomain,
                         int percent) {
    private static final int ALL = 100;

    /// Policy discovery (RFC 7489 §6.6.3). Empty where the list or an answer cannot be had.
    static Optional<OldReading> of(String author, Zone zone, PublicSuffixes suffixes) {
        String name = DomainName.plain(DomainName.ascii(author));
        return suffixes.organizationalDomain(name).flatMap(organization -> of(name, organization, zone));
    }

    private static Optional<OldReading> of(String name, String organization, Zone zone) {
        DnsAnswer own = zone.ask("_dmarc." + name, DnsType.TXT);
        List<String> records = own.texts().stream().filter(DmarcRecord::claims).toList();
        boolean inherited = !own.failed() && records.isEmpty() && !organization.equals(name);
        DnsAnswer answer = inherited ? zone.ask("_dmarc." + organization, DnsType.TXT) : own;
        if (answer.failed()) {
            return Optional.empty();
        }
        List<String> there = inherited ? answer.texts().stream().filter(DmarcRecord::claims).toList() : records;
        return Optional.of(there.size() == 1 ? applied(inherited ? organization : name, inherited, organization,
                DmarcRecord.parse(there.getFirst())) : nothing(organization));
    }

    private static OldReading nothing(String organization) {
        return new OldReading(Optional.empty(), Optional.empty(), Optional.empty(), organization, ALL);
    }

    /// A record whose `p` or `sp` cannot be read counts as `p=none` where it asks for reports, and else for nothing (§6.6.3, 6).
    private static OldReading applied(String at, boolean inherited, String organization, DmarcRecord record) {
        boolean sound = record.policy("p").isPresent() && (!record.tags().containsKey("sp") || record.policy("sp").isPresent());
        if (!sound) {
            return record.asksForReports() ? new OldReading(Optional.of(at), Optional.of(DmarcPolicy.NONE), Optional.of("p"), organization,
                    ALL) : nothing(organization);
        }
        String tag = inherited && record.policy("sp").isPresent() ? "sp" : "p";
        return new OldReading(Optional.of(at), record.policy(tag), Optional.of(tag), organization, percent(record));
    }

    private static int percent(DmarcRecord record) {
        String value = record.tags().getOrDefault("pct", "");
        return value.matches("\\d{1,2}") ? Integer.parseInt(value) : ALL;
    }
}
