package org.mailmedic.maildomain;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.maildomain.check.Blocklist;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Domains, each with the codes that name exactly what is wrong with it.
final class DomainCases {
    static final Blocklist LIST = new Blocklist("bl.example", "Example List", Blocklist.Kind.ADDRESS, "https://bl.example/off");

    private DomainCases() {}

    record Case(String name, FakeZone zone, DomainQuestion question, Set<String> codes) {}

    static Stream<Case> all() {
        return Stream.of(mx(), spf(), senders(), dkim(), dmarc(), others()).flatMap(List::stream);
    }

    private static Case of(String name, FakeZone zone, String... codes) {
        return new Case(name, zone, DomainQuestion.about("example.org"), Set.of(codes));
    }

    private static Case from(String name, FakeZone zone, String sender, String... codes) {
        return new Case(name, zone, DomainQuestion.about("example.org").sendingThrough(sender), Set.of(codes));
    }

    /// The healthy domain with other records at one name.
    static FakeZone with(String name, String... texts) {
        var zone = FakeZone.empty();
        if (!name.equals("mx")) {
            zone.mx("example.org", 10, "mx.example.org");
        }
        zone.address("mx.example.org", "192.0.2.25").ptr("192.0.2.25", "mx.example.org");
        return zone.txt("example.org", name.equals("spf") ? texts : new String[] {"v=spf1 ip4:192.0.2.0/24 -all"})
                .txt("default._domainkey.example.org", name.equals("dkim") ? texts : new String[] {Keys.rsa(2048)})
                .txt("_dmarc.example.org", name.equals("dmarc") ? texts : new String[] {"v=DMARC1; p=reject; rua=mailto:d@example.org"});
    }

    static FakeZone deep(int levels) {
        var zone = with("spf", "v=spf1 include:i1.example.net -all");
        for (int i = 1; i <= levels; i++) {
            zone.txt("i" + i + ".example.net", i < levels ? "v=spf1 include:i" + (i + 1) + ".example.net -all"
                    : "v=spf1 ip4:192.0.2.9 -all");
        }
        return zone;
    }

    static FakeZone wide(int includes) {
        var record = new StringBuilder("v=spf1");
        var zone = with("spf", "v=spf1 include:all.example.net -all");
        for (int i = 0; i < includes; i++) {
            record.append(" include:w").append(i).append(".example.net");
            zone.txt("w" + i + ".example.net", "v=spf1 ip4:198.51.100.7 -all");
        }
        return zone.txt("all.example.net", record + " -all");
    }

    static FakeZone chain(int lookups) {
        var record = new StringBuilder("v=spf1");
        for (int i = 0; i < lookups; i++) {
            record.append(" include:i").append(i).append(".example.net");
        }
        var all = with("spf", record + " -all");
        for (int i = 0; i < lookups; i++) {
            all.txt("i" + i + ".example.net", "v=spf1 ip4:198.51.100." + i + " -all");
        }
        return all;
    }

    private static List<Case> mx() {
        return List.of(
                of("healthy", Domains.healthy()),
                of("no mx and no address", with("mx"), "domain.mx_missing"),
                of("no mx, a website", with("mx").address("example.org", "192.0.2.80"), "domain.mx_missing"),
                of("null mx is meant so", with("mx").mx("example.org", 0, "")),
                of("mx without an address", with("mx").mx("example.org", 10, "gone.example.org"), "domain.mx_missing"),
                of("mx with a private address", with("mx").mx("example.org", 10, "in.example.org").address("in.example.org", "192.168.1.5"),
                        "domain.mx_missing"),
                of("mx that is an address", with("mx").mx("example.org", 10, "192.0.2.25"), "domain.mx_missing"),
                of("mx by an alias works", with("mx").mx("example.org", 10, "a.example.org").alias("a.example.org", "mx.example.org")),
                of("mx with aliases in circles", with("mx").mx("example.org", 10, "a.example.org").alias("a.example.org", "b.example.org")
                        .alias("b.example.org", "a.example.org"), "domain.mx_missing"),
                of("one of two is dead: a warning", with("mx").mx("example.org", 10, "mx.example.org")
                        .mx("example.org", 20, "gone.example.org")),
                of("no ipv4 address, and no answer about ipv6", with("mx").mx("example.org", 10, "six.example.org")
                        .txt("six.example.org", "x").fails("six.example.org", Status.SERVER_FAILURE)),
                of("ipv6 alone is an address", with("mx").mx("example.org", 10, "six.example.org").address("six.example.org",
                        "2001:db8::25")));
    }

    private static List<Case> spf() {
        return List.of(
                of("no spf", with("spf"), "domain.spf_missing"),
                of("other texts are no spf", with("spf", "google-site-verification=abc"), "domain.spf_missing"),
                of("two records", with("spf", "v=spf1 mx -all", "v=spf1 ip4:192.0.2.1 -all"), "domain.spf_multiple"),
                of("one record and others beside it", with("spf", "v=spf1 mx -all", "MS=ms123")),
                of("unknown mechanism", with("spf", "v=spf1 ipv4:192.0.2.1 -all"), "domain.spf_syntax"),
                of("unknown modifier is allowed", with("spf", "v=spf1 mx later=1 -all")),
                of("no blank behind the version", with("spf", "v=spf1mx -all"), "domain.spf_syntax"),
                of("quotes left in", with("spf", "\"v=spf1 mx -all\""), "domain.spf_syntax"),
                of("dead include", with("spf", "v=spf1 include:gone.example.net -all"), "domain.spf_syntax"),
                of("broken include", with("spf", "v=spf1 include:inc.example.net -all").txt("inc.example.net", "v=spf1 foo -all"),
                        "domain.spf_syntax"),
                of("ten look-ups", chain(10)),
                of("eleven look-ups", chain(11), "domain.spf_too_many_lookups"),
                of("include in circles", with("spf", "v=spf1 include:inc.example.net -all").txt("inc.example.net",
                        "v=spf1 include:example.org -all"),
                        "domain.spf_too_many_lookups"),
                of("thirteen includes one in the other", deep(13), "domain.spf_too_many_lookups"),
                of("two void look-ups", with("spf", "v=spf1 a:x.example.net a:y.example.net -all")),
                of("three void look-ups", with("spf", "v=spf1 a:x.example.net a:y.example.net a:z.example.net -all"),
                        "domain.spf_too_many_lookups"),
                of("everybody is allowed: a remark", with("spf", "v=spf1 +all")),
                of("include by macro is not followed", with("spf", "v=spf1 include:%{d}.spf.example.net -all")));
    }

    private static List<Case> senders() {
        return List.of(
                from("covered address", Domains.healthy(), "192.0.2.25"),
                from("address that is not covered", Domains.healthy().address("web.example.net", "203.0.113.9")
                        .ptr("203.0.113.9", "web.example.net"),
                        "203.0.113.9", "domain.spf_not_covering"),
                from("host that is not covered", Domains.healthy().address("web.example.net", "203.0.113.9")
                        .ptr("203.0.113.9", "web.example.net"),
                        "web.example.net", "domain.spf_not_covering"),
                from("neutral covers nobody", with("spf", "v=spf1 ?all"), "192.0.2.25", "domain.spf_not_covering"),
                from("no name for the address", Domains.healthy(), "192.0.2.77", "domain.reverse_dns_missing"),
                from("a name that leads elsewhere", Domains.healthy().ptr("192.0.2.78", "x.example.org").address("x.example.org",
                        "192.0.2.79"),
                        "192.0.2.78", "domain.reverse_dns_missing"),
                from("a host that does not exist", Domains.healthy(), "gone.example.net", "dns.not_found"),
                from("a provider that is included", with("spf", "v=spf1 include:spf.messagingengine.com -all")
                        .txt("spf.messagingengine.com", "v=spf1 ip4:103.168.172.0/24 ?all"), "smtp.fastmail.com"),
                from("a provider that is not included", Domains.healthy().txt("spf.messagingengine.com",
                        "v=spf1 ip4:103.168.172.0/24 ?all"),
                        "smtp.fastmail.com", "domain.spf_not_covering"));
    }

    private static List<Case> dkim() {
        return List.of(
                of("no key at all", FakeZone.empty().mx("example.org", 10, "mx.example.org").address("mx.example.org", "192.0.2.25")
                        .txt("example.org", "v=spf1 mx -all").txt("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:d@example.org"),
                        "domain.dkim_missing"),
                of("a key under a name that cannot be guessed", FakeZone.empty().mx("example.org", 10, "mx.example.org")
                        .address("mx.example.org", "192.0.2.25").txt("example.org", "v=spf1 mx -all").txt("xq7._domainkey.example.org",
                                Keys.rsa(2048))
                        .txt("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:d@example.org")),
                new Case("the given selector is not there", Domains.healthy(), DomainQuestion.about("example.org").signedUnder("brand-new"),
                        Set.of("domain.dkim_missing")),
                new Case("the given selector is there", Domains.healthy().txt("brand-new._domainkey.example.org", Keys.rsa(2048)),
                        DomainQuestion.about("example.org").signedUnder("brand-new"), Set.of()),
                of("768 bits", with("dkim", Keys.rsa(768)), "domain.dkim_weak"),
                of("1,024 bits: a warning", with("dkim", Keys.rsa(1024))),
                of("for sha1 alone", with("dkim", Keys.rsa(2048).replace("k=rsa;", "k=rsa; h=sha1;")), "domain.dkim_weak"),
                of("ed25519", with("dkim", "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")),
                of("who sends nothing signs nothing", FakeZone.empty().mx("example.org", 0, "").txt("example.org", "v=spf1 -all")
                        .txt("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:d@example.org")),
                of("withdrawn", with("dkim", "v=DKIM1; k=rsa; p="), "domain.dkim_missing"),
                of("withdrawn beside one that works", with("dkim", "v=DKIM1; p=").txt("s1._domainkey.example.org", Keys.rsa(2048))),
                of("cut off", with("dkim", Keys.rsa(2048).substring(0, 255)), "domain.dkim_missing"),
                of("a dead alias", FakeZone.empty().mx("example.org", 10, "mx.example.org").address("mx.example.org", "192.0.2.25")
                        .txt("example.org", "v=spf1 mx -all").alias("selector1._domainkey.example.org", "selector1.gone.example.net")
                        .txt("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:d@example.org"), "domain.dkim_missing"));
    }

    private static List<Case> dmarc() {
        return List.of(
                of("no dmarc", with("dmarc"), "domain.dmarc_missing"),
                of("at the wrong name", with("dmarc").txt("example.org", "v=DMARC1; p=reject"), "domain.dmarc_missing"),
                of("at a name with the domain in it twice", with("dmarc").txt("_dmarc.example.org.example.org", "v=DMARC1; p=reject"),
                        "domain.dmarc_missing"),
                of("small version", with("dmarc", "v=dmarc1; p=reject"), "domain.dmarc_syntax"),
                of("two records", with("dmarc", "v=DMARC1; p=reject", "v=DMARC1; p=none"), "domain.dmarc_syntax"),
                of("misspelt policy", with("dmarc", "v=DMARC1; p=rejcet; rua=mailto:d@example.org"), "domain.dmarc_syntax"),
                of("address without mailto", with("dmarc", "v=DMARC1; p=reject; rua=d@example.org"), "domain.dmarc_syntax"),
                of("unknown and old tags are remarks", with("dmarc", "v=DMARC1; p=reject; pct=20; foo=1; rua=mailto:d@example.org")),
                of("only watching", with("dmarc", "v=DMARC1; p=none; rua=mailto:d@example.org"), "domain.dmarc_not_enforced"),
                of("a test", with("dmarc", "v=DMARC1; p=quarantine; t=y; rua=mailto:d@example.org"), "domain.dmarc_not_enforced"),
                of("quarantine protects", with("dmarc", "v=DMARC1; p=quarantine; rua=mailto:d@example.org")),
                of("p=none with spoilt values is one thing, not two", with("dmarc", "v=DMARC1; p=nothing; rua=mailto:d@example.org"),
                        "domain.dmarc_syntax"));
    }

    private static List<Case> others() {
        FakeZone listed = Domains.healthy().address("2.0.0.127.bl.example", "127.0.0.2").address("25.2.0.192.bl.example", "127.0.0.2");
        FakeZone clear = Domains.healthy().address("2.0.0.127.bl.example", "127.0.0.2");
        FakeZone everybody = Domains.healthy().address("*.bl.example", "127.0.0.2");
        FakeZone refusing = Domains.healthy().address("2.0.0.127.bl.example", "127.255.255.254").address("25.2.0.192.bl.example",
                "127.255.255.254");
        FakeZone parked = Domains.healthy().address("*.bl.example", "203.0.113.80");
        DomainQuestion question = DomainQuestion.about("example.org").sendingThrough("192.0.2.25").askingLists(List.of(LIST));
        return List.of(
                new Case("on a list", listed, question, Set.of("domain.blocklisted")),
                new Case("not on the list", clear, question, Set.of()),
                new Case("a list that names everybody", everybody, question, Set.of()),
                new Case("a list that refuses this resolver", refusing, question, Set.of()),
                new Case("a list whose name was sold", parked, question, Set.of()),
                new Case("a dead list", Domains.healthy(), question, Set.of()),
                of("tls-rpt in order", Domains.healthy().txt("_smtp._tls.example.org",
                        "v=TLSRPTv1; rua=mailto:t@example.org,https://r.example/x")),
                of("tls-rpt without mailto", Domains.healthy().txt("_smtp._tls.example.org", "v=TLSRPTv1; rua=t@example.org"),
                        "domain.tls_rpt_invalid"),
                of("two tls-rpt", Domains.healthy().txt("_smtp._tls.example.org", "v=TLSRPTv1; rua=mailto:t@example.org",
                        "v=TLSRPTv1; rua=mailto:u@example.org"), "domain.tls_rpt_invalid"),
                of("mta-sts record without an id", Domains.healthy().txt("_mta-sts.example.org", "v=STSv1;"), "domain.mta_sts_invalid"),
                of("mta-sts without its policy", Domains.healthy().txt("_mta-sts.example.org", "v=STSv1; id=1"), "domain.mta_sts_invalid"),
                of("tlsa of a server that cannot be reached", Domains.healthy().add("_25._tcp.mx.example.org", DnsType.TLSA,
                        new DnsData.Tlsa(3, 1, 1, "ab".repeat(32)))),
                of("tlsa of a useless kind", Domains.healthy().add("_25._tcp.mx.example.org", DnsType.TLSA,
                        new DnsData.Tlsa(1, 1, 1, "ab".repeat(32))).signed("_25._tcp.mx.example.org")),
                of("tlsa of a useless kind that nobody signed", Domains.healthy().add("_25._tcp.mx.example.org", DnsType.TLSA,
                        new DnsData.Tlsa(1, 1, 1, "ab".repeat(32)))),
                of("no domain at all", FakeZone.empty().txt("other.org", "x"), "dns.not_found"));
    }
}
