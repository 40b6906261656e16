package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.transport.MailServers;
import org.mailmedic.maildomain.transport.PolicyServer;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsType;

/// A look ends, whatever keeps silent, and what it did not get to is nobody's fault.
final class OutOfTimeTest {
    private static final MailServers NOBODY = _ -> new MailServers.Greeted(MailServers.Reach.NOT_REACHED, Optional.empty());
    private static final PolicyServer NO_POLICY = _ -> PolicyServer.Fetched.unseen("nobody is there");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger silent = new AtomicInteger();

    /// Each silent name costs two seconds of the minute.
    private Zone slow(FakeZone zone, String suffix) {
        return (name, type) -> {
            if (!name.endsWith(suffix)) {
                return zone.ask(name, type);
            }
            silent.incrementAndGet();
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            return DnsAnswer.without(Status.TIMEOUT);
        };
    }

    @Test
    void sixtySilentIncludesEndWithTheTime() {
        var record = new StringBuilder("v=spf1");
        for (int i = 0; i < 55; i++) {
            record.append(" include:s").append(i).append(".slow.example");
        }
        var zone = FakeZone.empty().mx("example.org", 10, "mx.example.org").address("mx.example.org", "192.0.2.25")
                .txt("example.org", record + " -all").txt("default._domainkey.example.org", Keys.rsa(2048))
                .txt("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:d@example.org");
        Domains.look(slow(zone, ".slow.example"), DomainQuestion.about("example.org"), NOBODY, NO_POLICY, nanos::get);
        assertEquals(30, silent.get());
    }

    @Test
    void anIncludeThatTheTimeDidNotReachIsToldAsNotChecked() {
        var zone = Domains.healthy();
        Zone late = (name, type) -> name.equals("inc.example.net") ? DnsAnswer.without(Status.NOT_ASKED)
                : name.equals("example.org") && type == DnsType.TXT ? FakeZone.empty()
                .txt("example.org", "v=spf1 include:inc.example.net -all").ask(name, type) : zone.ask(name, type);
        assertEquals("not_asked", Domains.record(Domains.look(late), RecordType.SPF).note());
        Zone silence = (name, type) -> name.equals("inc.example.net") ? DnsAnswer.without(Status.TIMEOUT) : late.ask(name, type);
        assertEquals("includes_unanswered", Domains.record(Domains.look(silence), RecordType.SPF).note());
    }

    @Test
    void nothingIsBlamedForWhatWasNotAsked() {
        Zone late = (name, type) -> type == DnsType.NS ? DnsAnswer.without(Status.NO_DATA) : DnsAnswer.without(Status.NOT_ASKED);
        DomainLook look = Domains.look(late);
        assertEquals(DomainOutcome.INCONCLUSIVE, look.outcome());
        assertEquals(Set.of(), Domains.codes(look));
        assertEquals(Set.of(), Domains.warnings(look));
        look.records().forEach(each -> assertEquals(RecordState.UNKNOWN, each.state(), each::toString));
        assertTrue(look.records().stream().allMatch(each -> each.note().equals("not_asked")), () -> look.records().toString());
    }

    @Test
    void anUnansweredSpfRecordSaysNothingAboutSignatures() {
        Zone zone = (name, type) -> name.equals("example.org") && type == DnsType.TXT ? DnsAnswer.without(Status.SERVER_FAILURE)
                : FakeZone.empty().mx("example.org", 10, "mx.example.org").address("mx.example.org", "192.0.2.25")
                .txt("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:d@example.org").ask(name, type);
        DomainLook look = Domains.look(zone);
        assertEquals(Set.of(), Domains.codes(look));
        assertEquals(RecordState.UNKNOWN, Domains.record(look, RecordType.DKIM).state());
    }

    @Test
    void noHostIsGreetedAfterTheTime() {
        var zone = Domains.healthy().txt("_mta-sts.example.org", "v=STSv1; id=1");
        PolicyServer policy = _ -> PolicyServer.Fetched.of("version: STSv1\nmode: enforce\nmx: *.example.org\nmax_age: 86400\n");
        for (int i = 0; i < 40; i++) {
            zone.mx("example.org", 20, "h" + i + ".example.org").address("h" + i + ".example.org", "192.0.2.25");
        }
        var greeted = new AtomicInteger();
        MailServers servers = host -> {
            greeted.incrementAndGet();
            nanos.addAndGet(Duration.ofSeconds(25).toNanos());
            return NOBODY.greet(host);
        };
        DomainLook look = Domains.look(zone, DomainQuestion.about("example.org"), servers, policy, nanos::get);
        assertEquals(3, greeted.get());
        assertEquals("mx_not_seen", Domains.record(look, RecordType.MTA_STS).note());
    }
}
