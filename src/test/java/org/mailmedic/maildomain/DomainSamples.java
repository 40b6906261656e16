package org.mailmedic.maildomain;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Looks at made-up domains, for whoever shows them.
public final class DomainSamples {
    private DomainSamples() {}

    /// Everything in order.
    public static DomainLook healthy() {
        return Domains.look(Domains.healthy());
    }

    /// The website's server is not covered, the signature's key is missing, DMARC only watches.
    public static DomainLook ill() {
        FakeZone zone = FakeZone.empty().mx("example.org", 10, "mx.example.org").address("mx.example.org", "192.0.2.25")
                .txt("example.org", "v=spf1 include:_spf.example.net include:_spf.example.com ~all")
                .txt("_spf.example.net", "v=spf1 ip4:198.51.100.0/24 ~all").txt("_spf.example.com", "v=spf1 ip4:203.0.113.0/24 ~all")
                .txt("_dmarc.example.org", "v=DMARC1; p=none");
        return Domains.look(zone, DomainQuestion.about("example.org").sendingThrough("192.0.2.7"));
    }

    /// Records that fill many lines: forty networks and a long key; the server that sends is not among them.
    public static DomainLook longWinded() {
        String networks = IntStream.range(0, 40).mapToObj(i -> "ip4:198.51.100." + i).collect(Collectors.joining(" "));
        FakeZone zone = FakeZone.empty().mx("example.org", 10, "mx.example.org").address("mx.example.org", "192.0.2.25")
                .txt("example.org", "v=spf1 " + networks + " -all").txt("default._domainkey.example.org", Keys.rsa(4096))
                .txt("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:d@example.org");
        return Domains.look(zone, DomainQuestion.about("example.org").sendingThrough("192.0.2.7"));
    }

    /// No name server answers for it.
    public static DomainLook silent() {
        return Domains.look(FakeZone.empty().fails("example.org", DnsAnswer.Status.TIMEOUT)
                .fails("_dmarc.example.org", DnsAnswer.Status.TIMEOUT));
    }

    /// Whoever was asked denies every name.
    public static DomainLook denied() {
        return Domains.look(FakeZone.empty(), DomainQuestion.about("example.org").sendingThrough("192.0.2.7"));
    }

    /// The domain's own name server has another policy than whoever was asked.
    public static DomainLook differing() {
        FakeZone zone = Domains.healthy().add("example.org", DnsType.NS, new DnsData.Named("ns1.example.org"))
                .address("ns1.example.org", "192.0.2.53");
        Zone changed = (name, type) -> name.equals("_dmarc.example.org") ? FakeZone.empty().txt(name, "v=DMARC1; p=quarantine")
                .ask(name, type) : zone.ask(name, type);
        return Domains.look((name, type) -> zone.ask(name, type).keptFor(1700).saidBy("192.0.2.1"), (_, name, type) -> changed.ask(name,
                type));
    }

    /// Texts that nobody wrote for people: one long word, and what could turn lines around.
    public static DomainLook unruly() {
        String word = IntStream.range(0, 60).mapToObj(i -> "abc" + i).collect(Collectors.joining());
        return Domains.look(Domains.healthy()
                .txt("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:" + word + "\u202e\u0007@x.example; p"));
    }
}
