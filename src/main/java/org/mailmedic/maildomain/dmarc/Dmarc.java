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

    /// What receivers make of it that go by the old standard still; empty where that cannot be told.
    ///
    /// @param author the domain in `From:`
    public Optional<OldReading> oldReading(String author, PublicSuffixes suffixes) {
        return OldReading.of(author, zone, suffixes);
    }

    /// A domain that something was proven for, or not.
    ///
    /// @param passed whether SPF passed, or the signature is right
    public record Identifier(boolean passed, String domain) {}

    /// @param author the domain in `From:`
    public DmarcState of(String author) {
        String name = plain(author);
        TreeWalk.Walk walk = TreeWalk.from(name, zone);
        // the name's own record applies whatever stands above it, and whether or not that can be had
        if (walk.failed() && walk.at(name).isEmpty()) {
            return nothing(true, walk, Optional.empty(), List.of());
        }
        Optional<String> organization = walk.failed() ? Optional.empty() : Optional.of(walk.organizationalDomain());
        Optional<TreeWalk.Found> found = walk.at(name).or(() -> organization.flatMap(walk::at)).or(() -> walk.found().stream()
                .filter(each -> each.record().psd('y')).findFirst());
        List<String> problems = new ArrayList<>(walk.problems());
        if (walk.at(name).isEmpty() && zone.ask(name, DnsType.TXT).texts().stream().anyMatch(DmarcRecord::claims)) {
            problems.add("wrong_place");
        }
        if (found.isEmpty()) {
            return nothing(false, walk, organization, problems);
        }
        TreeWalk.Found there = found.get();
        problems.addAll(there.record().problems());
        problems.addAll(unauthorized(there));
        return applied(name, there, walk, organization, problems);
    }

    private DmarcState applied(String name, TreeWalk.Found there, TreeWalk.Walk walk, Optional<String> organization,
                               List<String> problems) {
        DmarcRecord record = there.record();
        if (record.spoilt() && !record.asksForReports()) {
            return new DmarcState(false, Optional.of(there.domain()), Optional.of(record), walk.seen(), Optional.empty(), Optional.empty(),
                    false, organization, Optional.empty(), Optional.empty(), problems);
        }
        String tag = record.spoilt() ? "p" : tag(name, there);
        DmarcPolicy policy = record.spoilt() ? DmarcPolicy.NONE : record.policy(tag).orElse(DmarcPolicy.NONE);
        return new DmarcState(false, Optional.of(there.domain()), Optional.of(record), walk.seen(), Optional.of(policy), Optional.of(tag),
                record.testing(), organization, Optional.of(record.alignment("adkim")), Optional.of(record.alignment("aspf")),
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
            if (kin(there.domain(), plain(host)) == Kin.OTHER) {
                DnsAnswer answer = zone.ask(there.domain() + "._report._dmarc." + host, DnsType.TXT);
                if (!answer.failed() && answer.texts().stream().noneMatch(DmarcRecord::claims)) {
                    all.add("report_not_authorized:" + host);
                }
            }
        }
        return all;
    }

    /// Whether two names belong together. `UNKNOWN`: a question on the way had no answer.
    private enum Kin { SAME, OTHER, UNKNOWN }

    /// In relaxed mode, by their organizational domains (§3.2.10).
    private Kin kin(String one, String other) {
        if (one.equals(other)) {
            return Kin.SAME;
        }
        TreeWalk.Walk first = TreeWalk.from(one, zone);
        TreeWalk.Walk second = TreeWalk.from(other, zone);
        if (first.failed() || second.failed()) {
            return Kin.UNKNOWN;
        }
        return first.organizationalDomain().equals(second.organizationalDomain()) ? Kin.SAME : Kin.OTHER;
    }

    private static String plain(String name) {
        return DomainName.plain(DomainName.ascii(name));
    }

    /// How an identifier stands to the author domain.
    ///
    /// @param mode `r` or `s`
    private Kin aligned(String author, Identifier identifier, String mode) {
        String one = plain(author);
        String other = plain(identifier.domain());
        return !identifier.passed() ? Kin.OTHER : mode.equals("r") ? kin(one, other) : one.equals(other) ? Kin.SAME : Kin.OTHER;
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
        Kin bySpf = spf.map(each -> aligned(author, each, state.aspf().orElse("r"))).orElse(Kin.OTHER);
        List<Kin> byDkim = dkim.stream().map(each -> aligned(author, each, state.adkim().orElse("r"))).toList();
        if (bySpf == Kin.SAME || byDkim.contains(Kin.SAME)) {
            return new DmarcVerdict(state, bySpf == Kin.SAME, byDkim.contains(Kin.SAME), DmarcVerdict.Result.PASS, DmarcPolicy.NONE);
        }
        if (bySpf == Kin.UNKNOWN || byDkim.contains(Kin.UNKNOWN)) {
            return new DmarcVerdict(state, false, false, DmarcVerdict.Result.TEMPERROR, DmarcPolicy.NONE);
        }
        DmarcPolicy policy = state.policy().get();
        return new DmarcVerdict(state, false, false, DmarcVerdict.Result.FAIL, state.testing() ? policy.lower() : policy);
    }
}
