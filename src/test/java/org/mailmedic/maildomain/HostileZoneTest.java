package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.spf.SpfEvaluator;
import org.mailmedic.maildomain.spf.SpfResult;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Zones that mean ill: they cost a bounded number of questions and come to an end.
final class HostileZoneTest {
    private static final int MOST = 600;

    private final AtomicInteger asked = new AtomicInteger();

    private Zone counting(Zone zone) {
        return (name, type) -> {
            asked.incrementAndGet();
            return zone.ask(name, type);
        };
    }

    @Test
    void aZoneThatAnswersEverythingWithEverything() {
        Zone all = (name, type) -> DnsAnswer.found(switch (type) {
            case A -> List.of(new DnsData.Address(InetAddress.ofLiteral("192.0.2.1")));
            case AAAA -> List.of(new DnsData.Address(InetAddress.ofLiteral("2001:db8::1")));
            case MX -> List.of(new DnsData.MailHost(1, "x." + name));
            case PTR, NS, CNAME -> List.of(new DnsData.Named("y." + name));
            case TXT -> List.of(new DnsData.Text("v=spf1 include:z." + name + " include:w." + name + " -all", 1));
            case TLSA -> List.of(new DnsData.Tlsa(3, 1, 1, "ab".repeat(32)));
            case CAA -> List.of(new DnsData.Caa(0, "issue", ";"));
        });
        DomainLook look = Domains.look(counting(all), DomainQuestion.about("example.org").sendingThrough("192.0.2.1"));
        assertEquals(DomainOutcome.PROBLEM, look.outcome());
        assertTrue(Domains.codes(look).contains("domain.spf_too_many_lookups"), () -> Domains.codes(look).toString());
        assertTrue(asked.get() <= MOST, "questions: " + asked);
    }

    @Test
    void tenThousandTextsAtOneName() {
        List<DnsData> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new DnsData.Text("v=spf1 a:" + i + ".example.org -all", 1));
        }
        var healthy = Domains.healthy();
        Zone zone = (name, type) -> type == DnsType.TXT ? DnsAnswer.found(many) : healthy.ask(name, type);
        DomainLook look = Domains.look(counting(zone));
        assertTrue(Domains.codes(look).contains("domain.spf_multiple"));
        assertTrue(look.records().stream().allMatch(each -> each.text().orElse("").length() < 10_000), "a card is bloated");
        assertTrue(asked.get() <= MOST, "questions: " + asked);
    }

    @Test
    void oneTextOf64KiB() {
        for (String text : List.of("v=spf1 " + "a:x.example.org ".repeat(4000) + "-all", "v=spf1 " + "%{i}".repeat(15_000) + " -all",
                "v=DMARC1;" + "a=b;".repeat(15_000), "v=DMARC1; p=none; rua=" + "mailto:a@b.example,".repeat(3000), "v=DKIM1; p="
                        + "A".repeat(60_000),
                "v=TLSRPTv1; rua=" + "mailto:a@b.example,".repeat(3000), "v=STSv1; id=" + "1".repeat(60_000), "v=spf1 "
                        + "/".repeat(60_000),
                "\u0000".repeat(60_000), "v=BIMI1; l=" + " ".repeat(60_000), "v=spf1 exists:" + "%{d}.".repeat(10_000)
                        + "example.org -all")) {
            var healthy = Domains.healthy();
            asked.set(0);
            Zone zone = (name, type) -> type == DnsType.TXT ? DnsAnswer.found(List.of(new DnsData.Text(text, 300)))
                    : healthy.ask(name, type);
            DomainLook look = Domains.look(counting(zone), DomainQuestion.about("example.org").sendingThrough("192.0.2.25"));
            assertTrue(asked.get() <= MOST, () -> "questions: " + asked + " for " + text.substring(0, 20));
            assertTrue(look.records().stream().allMatch(each -> each.text().orElse("").length() < 10_000), "a card is bloated");
        }
    }

    @Test
    void mailHostsWithoutEnd() {
        var zone = Domains.healthy();
        for (int i = 0; i < 3000; i++) {
            zone.mx("example.org", i, "h" + i + ".example.org");
        }
        Domains.look(counting(zone));
        assertTrue(asked.get() <= MOST, "questions: " + asked);
    }

    @Test
    void aTreeOfIncludesThatDoublesAtEachLevel() {
        Zone tree = (name, type) -> type == DnsType.TXT ? DnsAnswer.found(List.of(new DnsData.Text("v=spf1 include:a." + name
                + " include:b." + name
                + " ?all", 1))) : DnsAnswer.without(DnsAnswer.Status.NO_DATA);
        var verdict = new SpfEvaluator(counting(tree)).check(InetAddress.ofLiteral("192.0.2.1"), "h.example", "a@example.org");
        assertEquals(SpfResult.PERMERROR, verdict.result());
        assertTrue(asked.get() <= 12, "questions: " + asked);
    }

    @Test
    void recordsOfOtherNamesAreNoAnswer() {
        // what the network's answer holds beside the name asked for never gets here: see DnsLookupTest
        var zone = FakeZone.empty().txt("other.example", "v=spf1 -all").mx("example.org", 10, "mx.example.org");
        assertTrue(Domains.codes(Domains.look(zone)).contains("domain.spf_missing"));
    }
}
