package org.mailmedic.maildomain.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsType;

/// Only who denies everything is not believed.
final class DeniedNamesTest {
    @Test
    void whoDeniesEverythingIsFoundOut() {
        assertEquals(Optional.of("gmail.com"), DeniedNames.likeAll(FakeZone.empty(), "a.example.test"));
    }

    @Test
    void whoKnowsOrCannotSayOneOfThemIsBelieved() {
        for (String known : List.of("gmail.com", "outlook.com", "com", "org", "example.test", "test", "other.test")) {
            assertEquals(Optional.empty(), DeniedNames.likeAll(FakeZone.empty().txt(known, "x"), "a.example.test"), known);
        }
        assertEquals(Optional.empty(), DeniedNames.likeAll(FakeZone.empty().fails("org", Status.SERVER_FAILURE), "a.example.test"));
        assertEquals(Optional.empty(), DeniedNames.likeAll((_, _) -> DnsAnswer.without(Status.TIMEOUT), "example.test"));
    }

    @Test
    void aDenialIsNoAnswerThen() {
        Zone zone = DeniedNames.disbelieved(FakeZone.empty().txt("example.test", "x"));
        assertEquals(Status.REFUSED, zone.ask("gone.test", DnsType.TXT).status());
        assertEquals(Status.NO_DATA, zone.ask("example.test", DnsType.MX).status());
        assertEquals(Status.FOUND, zone.ask("example.test", DnsType.TXT).status());
    }
}
