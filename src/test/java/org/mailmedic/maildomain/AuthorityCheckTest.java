package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.maildomain.dns.AuthoritativeServers;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Who says something else than the domain's own name servers is named; who cannot be asked says nothing.
final class AuthorityCheckTest {
    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress TWO = InetAddress.ofLiteral("192.0.2.2");

    private static FakeZone served(FakeZone zone) {
        for (String name : List.of("ns1.example.org", "ns2.example.org", "ns3.example.org")) {
            zone.add("example.org", DnsType.NS, new DnsData.Named(name));
        }
        return zone.address("ns1.example.org", "192.0.2.1").address("ns2.example.org", "192.0.2.2")
                .address("ns3.example.org", "192.0.2.3");
    }

    /// Keeps each answer for as long as that, as `192.0.2.53`.
    private static Zone kept(Zone zone, long seconds) {
        return (name, type) -> zone.ask(name, type).keptFor(seconds).saidBy("192.0.2.53");
    }

    private static AuthoritativeServers both(Zone one, Zone two) {
        Map<InetAddress, Zone> all = Map.of(ONE, one, TWO, two);
        return (server, name, type) -> all.get(server).ask(name, type);
    }

    private static Finding differing(DomainLook look) {
        assertEquals(Set.of("dns.answer_differs"), Domains.warnings(look), () -> look.authority().toString());
        assertEquals(DomainOutcome.HEALTHY, look.outcome());
        return look.diagnosis().warnings().getFirst();
    }

    @Test
    void whereAllAgreeNothingIsSaid() {
        DomainLook look = Domains.look(kept(served(Domains.healthy()), 60), both(Domains.healthy().txt("example.org", "other-token=1"),
                Domains.healthy()));
        assertEquals(Set.of(), Domains.warnings(look));
        assertEquals(List.of("ns1.example.org", "ns2.example.org"), look.authority().asked());
        assertEquals(List.of(), look.authority().silent());
    }

    @Test
    void anOldAnswerIsToldWithTheTimeItHasLeft() {
        Zone changed = (name, type) -> name.equals("_dmarc.example.org") && type == DnsType.TXT
                ? FakeZone.empty().txt(name, "v=DMARC1; p=quarantine").ask(name, type) : Domains.healthy().ask(name, type);
        DomainLook look = Domains.look(kept(served(Domains.healthy()), 1700), both(changed, changed));
        Finding found = differing(look);
        assertEquals(Party.NETWORK, found.party());
        assertEquals(List.of("dmarc:_dmarc.example.org"), found.because());
        assertEquals(Map.of("resolver", "192.0.2.53", "server", "ns1.example.org", "told", "v=DMARC1; p=quarantine", "minutes", "29"),
                Map.of("resolver", found.facts().get("resolver"), "server", found.facts().get("server"), "told",
                        found.facts().get("told"), "minutes", found.facts().get("minutes")));
        var difference = look.authority().differences().getFirst();
        assertEquals(List.of("v=DMARC1; p=reject; rua=mailto:d@example.org"), difference.otherSays());
        assertEquals(1700, difference.kept());
    }

    @Test
    void aRecordThatOnlyTheResolverHasIsTold() {
        Zone without = (name, type) -> name.equals("_mta-sts.example.org") ? DnsAnswer.without(Status.NO_NAME)
                : Domains.healthy().ask(name, type);
        DomainLook look = Domains.look(kept(served(Domains.healthy().txt("_mta-sts.example.org", "v=STSv1; id=1")), 86_400),
                both(without, without));
        var warning = look.diagnosis().warnings().stream().filter(each -> each.code().id().equals("dns.answer_differs")).findFirst()
                .orElseThrow();
        assertEquals("_mta-sts.example.org", warning.facts().get("gone"));
        assertEquals("25", warning.facts().get("hours"));
        assertEquals("", warning.facts().get("minutes"));
    }

    @Test
    void serversThatDoNotAgreeAreTheDomainsToMend() {
        Zone other = (name, type) -> type == DnsType.MX ? DnsAnswer.without(Status.NO_DATA) : Domains.healthy().ask(name, type);
        DomainLook look = Domains.look(kept(served(Domains.healthy()), 60), both(other, Domains.healthy()));
        Finding found = differing(look);
        assertEquals(Party.DOMAIN, found.party());
        assertEquals("ns2.example.org", found.facts().get("server"));
        assertEquals("10 mx.example.org", found.facts().get("told"));
        assertEquals("ns1.example.org", found.facts().get("without"));
    }

    @Test
    void whoDoesNotAnswerIsAskedOnceAndSaysNothing() {
        var asked = new AtomicInteger();
        DomainLook look = Domains.look(kept(served(Domains.healthy()), 60), (_, _, _) -> {
            asked.incrementAndGet();
            return DnsAnswer.without(Status.TIMEOUT);
        });
        assertEquals(2, asked.get());
        assertEquals(Set.of(), Domains.warnings(look));
        assertEquals(List.of("ns1.example.org", "ns2.example.org"), look.authority().silent());
        assertTrue(look.authority().differences().isEmpty());
    }

    @Test
    void whatAResolverCannotSayIsNoDifference() {
        Zone lame = (name, type) -> name.equals("_mta-sts.example.org") ? DnsAnswer.without(Status.SERVER_FAILURE)
                : served(Domains.healthy()).ask(name, type);
        Zone full = Domains.healthy().txt("_mta-sts.example.org", "v=STSv1; id=1");
        assertEquals(List.of(), Domains.look(kept(lame, 60), both(full, full)).authority().differences());
    }
}
