package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.provider.ProviderBook;

/// What a check-up says of its sender's domain: only what has receivers turn mail away, and nothing where it cannot be known.
final class SenderDomainCheckTest {
    private static final String SHOP = "laden-klinik.de";
    private static final String OWN_SERVER = "mail.laden-klinik.de";
    private static final Zone NOBODY = (_, _) -> DnsAnswer.without(Status.NOT_ASKED);

    private static Optional<List<Finding>> look(Zone zone, Zone second, String domain, String server) {
        return new SenderDomainCheck(zone, second, ProviderBook.load(), () -> false, Runnable::run).look(domain, server);
    }

    private static Optional<List<Finding>> look(Zone zone, String server) {
        return look(zone, NOBODY, SHOP, server);
    }

    private static List<String> codes(Optional<List<Finding>> found) {
        return found.orElseThrow().stream().map(finding -> finding.code().id()).toList();
    }

    /// A domain that takes mail, among names that everybody knows.
    private static FakeZone zone(String name) {
        return FakeZone.empty().mx(name, 10, OWN_SERVER).address(OWN_SERVER, "203.0.113.25").txt("gmail.com", "v=spf1 -all")
                .txt("_spf.google.com", "v=spf1 ip4:198.51.100.0/24 ~all").txt("sendgrid.net", "v=spf1 ip4:198.51.100.0/24 ~all");
    }

    private static FakeZone shop() {
        return zone(SHOP);
    }

    @Test
    void saysThatNobodyIsNamedWhoMaySend() {
        var found = look(shop(), OWN_SERVER);
        assertEquals(List.of("domain.spf_missing"), codes(found));
        assertEquals("v=spf1 mx ~all", found.orElseThrow().getFirst().facts().get("value"));
    }

    @Test
    void isContentWithARecordThatIsReadable() {
        assertEquals(List.of(), codes(look(shop().txt(SHOP, "v=spf1 mx -all"), OWN_SERVER)));
    }

    @Test
    void saysWhatMakesTheRecordWorthless() {
        assertEquals(List.of("domain.spf_multiple"), codes(look(shop().txt(SHOP, "v=spf1 mx -all", "v=spf1 a -all"), OWN_SERVER)));
        assertEquals(List.of("domain.spf_syntax"), codes(look(shop().txt(SHOP, "v=spf1 ipv4:192.0.2.1 -all"), OWN_SERVER)));
        assertEquals(List.of("domain.spf_too_many_lookups"), codes(look(shop().txt(SHOP, "v=spf1 " + "a:laden-klinik.de ".repeat(11)
                + "-all"), OWN_SERVER)));
    }

    @Test
    void saysThatTheProviderIsNotCoveredAndWhatTheDomainAsksForThen() {
        var zone = shop().txt(SHOP, "v=spf1 mx -all").txt("_dmarc." + SHOP, "v=DMARC1; p=reject");
        var found = look(zone, "smtp.gmail.com");
        assertEquals(List.of("domain.spf_not_covering"), codes(found));
        var facts = found.orElseThrow().getFirst().facts();
        assertEquals("reject", facts.get("enforced"));
        assertEquals("v=spf1 mx include:_spf.google.com -all", facts.get("value"));
        assertEquals(List.of(), codes(look(shop().txt(SHOP, "v=spf1 include:_spf.google.com -all"), "smtp.gmail.com")));
    }

    @Test
    void claimsNothingAboutWhereAnOwnServerSendsOnFrom() {
        assertEquals(List.of(), codes(look(shop().txt(SHOP, "v=spf1 ip4:192.0.2.1 -all"), OWN_SERVER)));
    }

    @Test
    void asksForDmarcOnlyOfWhoSendsThroughAServiceForBulkMail() {
        assertEquals(List.of("domain.dmarc_missing"), codes(look(shop().txt(SHOP, "v=spf1 -all"), "smtp.sendgrid.net")));
        assertEquals(List.of(), codes(look(shop().txt(SHOP, "v=spf1 -all").txt("_dmarc." + SHOP, "v=DMARC1; p=none"),
                "smtp.sendgrid.net")));
        assertEquals(List.of(), codes(look(shop().txt(SHOP, "v=spf1 include:_spf.google.com -all"), "smtp.gmail.com")));
    }

    @Test
    void namesWhereTheRecordsAreManaged() {
        var zone = shop().add(SHOP, DnsType.NS, new DnsData.Named("ns1.ui-dns.de"));
        assertEquals("IONOS", look(zone, OWN_SERVER).orElseThrow().getFirst().facts().get("dnsHost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example", "example.org", "mail.example.com", "firma.local", "firma.lan", "server", "firma.internal",
        "x.home.arpa", "firma.test", "a..b.de"})
    void leavesNamesAloneThatNotEverybodyCanLookUp(String name) {
        var zone = zone(name);
        assertEquals(Optional.empty(), look(zone, NOBODY, name, OWN_SERVER));
        assertEquals(List.of(), zone.asked());
    }

    @Test
    void leavesAMailboxProvidersOwnDomainAlone() {
        var zone = zone("gmx.de");
        assertEquals(Optional.empty(), look(zone, NOBODY, "gmx.de", OWN_SERVER));
        assertEquals(List.of(), zone.asked());
    }

    @Test
    void knowsNothingOfADomainThatIsNoneForMail() {
        assertEquals(Optional.empty(), look(FakeZone.empty(), OWN_SERVER));
        assertEquals(Optional.empty(), look(FakeZone.empty().txt(SHOP, "hello"), OWN_SERVER));
        assertEquals(Optional.empty(), look(FakeZone.empty().mx(SHOP, 0, ""), OWN_SERVER));
        assertEquals(Optional.empty(), look(shop().address(SHOP, "10.1.2.3"), OWN_SERVER), "as it is seen inside a company");
    }

    @Test
    void knowsNothingWhereAnAnswerIsLacking() {
        assertEquals(Optional.empty(), look(shop().fails(SHOP, Status.SERVER_FAILURE), OWN_SERVER));
        Zone noTexts = (name, type) -> type == DnsType.TXT ? DnsAnswer.without(Status.TIMEOUT) : shop().ask(name, type);
        assertEquals(Optional.empty(), look(noTexts, OWN_SERVER));
        var sendsElsewhere = shop().txt(SHOP, "v=spf1 include:_spf.silent.de -all").fails("_spf.silent.de", Status.TIMEOUT);
        assertEquals(Optional.empty(), look(sendsElsewhere, OWN_SERVER));
    }

    @Test
    void believesNobodyWhoKnowsOfNoTextsAtAll() {
        Zone addressesAlone = (name, type) -> type == DnsType.TXT ? DnsAnswer.without(Status.NO_DATA) : shop().ask(name, type);
        assertEquals(Optional.empty(), look(addressesAlone, OWN_SERVER));
    }

    @Test
    void tellsNothingThatAnotherNameServerContradicts() {
        assertEquals(Optional.empty(), look(shop(), shop().txt(SHOP, "v=spf1 mx -all"), SHOP, OWN_SERVER));
        assertEquals(List.of("domain.spf_missing"), codes(look(shop(), shop(), SHOP, OWN_SERVER)));
    }

    @Test
    void asksOnlyAFewQuestions() {
        var zone = shop().txt(SHOP, "v=spf1 mx -all").txt("_dmarc." + SHOP, "v=DMARC1; p=reject");
        look(zone, "smtp.gmail.com");
        assertTrue(zone.asked().size() <= 20, () -> zone.asked().toString());
    }
}
