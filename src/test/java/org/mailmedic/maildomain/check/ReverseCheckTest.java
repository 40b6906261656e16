package org.mailmedic.maildomain.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.provider.ProviderBook;

/// A proposal must not take an address away from what uses it, nor ask for records in somebody else's zone.
final class ReverseCheckTest {
    private static final String IP = "192.0.2.25";
    private static final String REVERSE = "25.2.0.192.in-addr.arpa";

    private static DomainRecord look(FakeZone zone, Optional<String> host, String helo) {
        var subject = new Subject("example.org", zone, ProviderBook.load());
        var sender = new Sender(InetAddress.ofLiteral(IP), host, "a@example.org", helo);
        return ReverseCheck.look(subject, List.of(sender)).records().getFirst();
    }

    private static DomainRecord look(FakeZone zone) {
        return look(zone, Optional.empty(), "example.org");
    }

    @Test
    void aNameThatIsInUseKeepsItsAddress() {
        DomainRecord website = look(FakeZone.empty().ptr(IP, "example.org").address("example.org", "198.51.100.10"));
        assertEquals("not_matching", website.note());
        assertEquals(Optional.empty(), website.proposal());
        FakeZone six = FakeZone.empty().ptr(IP, "six.example.org").address("six.example.org", "2001:db8::1");
        assertEquals(Optional.empty(), look(six).proposal());
        FakeZone alias = FakeZone.empty().ptr(IP, "a.example.org").alias("a.example.org", "gone.example.net");
        assertEquals(Optional.empty(), look(alias).proposal());
    }

    @Test
    void aFreeNameOfOnesOwnIsGivenTheAddress() {
        assertEquals(Optional.of(new Proposal("mail.example.org", "A", IP)), look(FakeZone.empty().ptr(IP, "mail.example.org")).proposal());
        FakeZone second = FakeZone.empty().ptr(IP, "static.25.hosting.example").ptr(IP, "mail.example.org");
        assertEquals(Optional.of(new Proposal("mail.example.org", "A", IP)), look(second).proposal());
    }

    @Test
    void whatStandsInAnotherZoneIsLeftToItsOwner() {
        assertEquals(Optional.empty(), look(FakeZone.empty().ptr(IP, "static.25.hosting.example")
                .address("static.25.hosting.example", "203.0.113.1")).proposal());
        assertEquals(Optional.empty(), look(FakeZone.empty().ptr(IP, "static.25.hosting.example")).proposal());
        assertEquals(Optional.empty(), look(FakeZone.empty().ptr(IP, "mail.notexample.org")).proposal());
    }

    @Test
    void onlyANameThatLeadsThereIsProposedForTheAddress() {
        FakeZone zone = FakeZone.empty().address("example.org", "198.51.100.10").address("mx.example.org", IP);
        assertEquals(Optional.empty(), look(zone).proposal());
        assertEquals(Optional.empty(), look(zone, Optional.empty(), "[192.0.2.25]").proposal());
        assertEquals(Optional.of(new Proposal(REVERSE, "PTR", "mx.example.org.")),
                look(zone, Optional.of("mx.example.org"), "mx.example.org").proposal());
        assertEquals(Optional.of(new Proposal(REVERSE, "PTR", "mx.example.org.")),
                look(zone, Optional.empty(), "mx.example.org").proposal());
        assertEquals(Optional.empty(), look(FakeZone.empty().fails("mx.example.org", Status.TIMEOUT), Optional.empty(), "mx.example.org")
                .proposal());
    }
}
