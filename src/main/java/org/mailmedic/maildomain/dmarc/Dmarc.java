package org.mailmedic.maildomain.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// Finds a domain's DMARC policy, and judges messages by it (RFC 9989).
public final class Dmarc {
    private static final int MOST_REPORT_HOSTS = 10;

    private final Zone zone;

    public Dmarc(Zone zone) {
        this.zone = zone;
    }

    /// A domain that something was proven for, or not.
    ///
    /// @param passed whether SPF passed, or the signature is right
    public record Identifier(boolean passed, String domain) {}

    /// @param author the domain in `From:`
    public DmarcState of(String author) {
        String name = DomainName.plain(author);
        TreeWalk.Walk walk = TreeWalk.from(name, zone);
        if (walk.failed()) {
            return nothing(true, walk, Optional.empty(), List.of());
        }
        String organization = walk.organizationalDomain();
        Optional<TreeWalk.Found> found = walk.at(name).or(() -> walk.at(organization)).or(() -> walk.found().stream()
                .filter(each -> each.record().psd('y')).findFirst());
        List<String> problems = new ArrayList<>(walk.problems());
        if (walk.at(name).isEmpty() && zone.ask(name, DnsType.TXT).texts().stream().anyMatch(DmarcRecord::claims)) {
            problems.add("wrong_place");
        }
        if (found.isEmpty()) {
            return nothing(false, walk, Optional.of(organization), problems);
        }
        TreeWalk.Found there = found.get();
        problems.addAll(there.record().problems());
        problems.addAll(unauthorized(there));
        return applied(name, there, walk, organization, problems);
    }

    private DmarcState applied(String name, TreeWalk.Found there, TreeWalk.Walk walk, String organization, List<String> problems) {
        DmarcRecord record = there.record();
        if (record.spoilt() && !record.asksForReports()) {
            return new DmarcState(false, Optional.of(there.domain()), Optional.of(record), walk.seen(), Optional.empty(), Optional.empty(),
                    false,
                    Optional.of(organization), Optional.empty(), Optional.empty(), problems);
        }
        String tag = record.spoilt() ? "p" : tag(name, there);
        DmarcPolicy policy = record.spoilt() ? DmarcPolicy.NONE : record.policy(tag).orElse(DmarcPolicy.NONE);
        return new DmarcState(false, Optional.of(there.domain()), Optional.of(record), walk.seen(), Optional.of(policy), Optional.of(tag),
                record.testing(), Optional.of(organization), Optional.of(record.alignment("adkim")), Optional.of(record.alignment("aspf")),
                problems);
    }

    private String tag(String name, TreeWalk.Found there) {
        DmarcRecord record = there.record();
        if (there.domain().equals(name)) {
            return "p";
        }
        boolean absent = zone.ask(name, DnsType.A).status() == DnsAnswer.Status.NO_NAME;
        if (absent && record.policy("np").isPresent()) {
            return "np";
        }
        return record.policy("sp").isPresent() ? "sp" : "p";
    }

    private static DmarcState nothing(boolean failed, TreeWalk.Walk walk, Optional<String> organization, List<String> problems) {
        return new DmarcState(failed, Optional.empty(), Optional.empty(), walk.seen(), Optional.empty(), Optional.empty(), false,
                organization,
                Optional.empty(), Optional.empty(), problems);
    }

    /// Reports go to another organization only where that one agrees (RFC 9990 §4).
    private List<String> unauthorized(TreeWalk.Found there) {
        List<String> hosts = there.record().reportAddresses().stream().map(DmarcRecord.ReportAddress::host).filter(host -> !host.isEmpty())
                .distinct().limit(MOST_REPORT_HOSTS).toList();
        List<String> all = new ArrayList<>();
        for (String host : hosts) {
            if (!sameOrganization(there.domain(), DomainName.plain(host))) {
                DnsAnswer answer = zone.ask(there.domain() + "._report._dmarc." + host, DnsType.TXT);
                if (!answer.failed() && answer.texts().stream().noneMatch(DmarcRecord::claims)) {
                    all.add("report_not_authorized:" + host);
                }
            }
        }
        return all;
    }

    private boolean sameOrganization(String one, String other) {
        return one.equals(other) || TreeWalk.from(one, zone).organizationalDomain().equals(TreeWalk.from(other, zone)
                .organizationalDomain());
    }

    /// Whether an identifier stands for the author domain (§3.2.10).
    ///
    /// @param mode `r` or `s`
    public boolean aligned(String author, String identifier, String mode) {
        String one = DomainName.plain(author);
        String other = DomainName.plain(identifier);
        return one.equals(other) || mode.equals("r") && sameOrganization(one, other);
    }

    /// @param spf  for the envelope sender; empty where it was not asked
    /// @param dkim one for each signature
    public DmarcVerdict judge(String author, Optional<Identifier> spf, List<Identifier> dkim) {
        DmarcState state = of(author);
        if (state.failed()) {
            return new DmarcVerdict(state, false, false, DmarcVerdict.Result.TEMPERROR, DmarcPolicy.NONE);
        }
        if (state.policy().isEmpty()) {
            return new DmarcVerdict(state, false, false, DmarcVerdict.Result.NONE, DmarcPolicy.NONE);
        }
        boolean bySpf = spf.filter(each -> each.passed() && aligned(author, each.domain(), state.aspf().orElse("r"))).isPresent();
        boolean byDkim = dkim.stream().anyMatch(each -> each.passed() && aligned(author, each.domain(), state.adkim().orElse("r")));
        if (bySpf || byDkim) {
            return new DmarcVerdict(state, bySpf, byDkim, DmarcVerdict.Result.PASS, DmarcPolicy.NONE);
        }
        DmarcPolicy policy = state.policy().get();
        return new DmarcVerdict(state, false, false, DmarcVerdict.Result.FAIL, state.testing() ? policy.lower() : policy);
    }
}
