package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordType;

/// Zones as owners have them, and what an owner would copy from the answer into DNS.
final class OwnersZonesTest {
    private static FakeZone zone(String spf, String dmarc) {
        var zone = FakeZone.empty().mx("example.org", 10, "mx.example.org").address("mx.example.org", "192.0.2.25")
                .ptr("192.0.2.25", "mx.example.org").txt("default._domainkey.example.org", Keys.rsa(2048)).txt("example.org", spf);
        return dmarc.isEmpty() ? zone : zone.txt("_dmarc.example.org", dmarc);
    }

    private static FakeZone parked(String dmarc) {
        var zone = FakeZone.empty().mx("example.org", 0, "").txt("example.org", "v=spf1 -all");
        return dmarc.isEmpty() ? zone : zone.txt("_dmarc.example.org", dmarc);
    }

    private static Optional<String> proposed(FakeZone zone, RecordType type) {
        return Domains.record(Domains.look(zone), type).proposal().map(Proposal::value);
    }

    @Test
    void whatIsWorthALookIsNotCalledInOrder() {
        String strict = "v=DMARC1; p=reject; rua=mailto:d@example.org";
        assertEquals("healthy", Domains.look(zone("v=spf1 mx -all", strict)).headline());
        assertEquals("noted", Domains.look(zone("v=spf1 +all", strict)).headline());
        assertEquals("noted", Domains.look(zone("v=spf1 mx -all", strict).mx("example.org", 20, "gone.example.org")).headline());
        assertEquals("problem", Domains.look(zone("v=spf1 mx -all", "")).headline());
    }

    @Test
    void aDomainThatTakesNoMailIsOfferedNoMailboxForReports() {
        DomainRecord card = Domains.record(Domains.look(parked("")), RecordType.DMARC);
        assertEquals("parked", card.note());
        assertEquals("v=DMARC1; p=reject", card.proposal().orElseThrow().value());
        var sending = FakeZone.empty().mx("example.org", 0, "").txt("example.org", "v=spf1 ip4:192.0.2.7 -all");
        assertEquals(Optional.empty(), proposed(sending, RecordType.DMARC));
        assertEquals(Optional.empty(), proposed(parked("v=DMARC1; p=none"), RecordType.DMARC));
        assertEquals("healthy", Domains.look(parked("v=DMARC1; p=reject")).headline());
        assertEquals(Optional.of("v=DMARC1; p=reject"), proposed(parked("\"v=DMARC1; p=reject\""), RecordType.DMARC));
        // who takes mail is asked for a mailbox as before
        assertEquals(Optional.of("v=DMARC1; p=none; rua=mailto:dmarc-reports@example.org"),
                proposed(zone("v=spf1 -all", ""), RecordType.DMARC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "v=DMARC1 p=reject rua=mailto:x@example.org | v=DMARC1; p=reject; rua=mailto:x@example.org",
        "v=DMARC1, p=quarantine  sp=none | v=DMARC1; p=quarantine; sp=none; rua=mailto:dmarc-reports@example.org"})
    void blanksInPlaceOfSemicolonsCostNoTag(String text, String proposed) {
        assertEquals(Optional.of(proposed), proposed(zone("v=spf1 mx -all", text), RecordType.DMARC));
    }

    @Test
    void whatIsWrongThreeTimesIsSaidOnce() {
        var card = Domains.record(Domains.look(zone("v=spf1 mx -all", "v=DMARC1; p=reject; rua=mailto:d@example.org; pct=50; rf=afrf; ri=60")),
                RecordType.DMARC);
        assertEquals(List.of("note.dmarc.fine", "note.dmarc.removed_tag"), card.told());
    }

    @Test
    void aTextThatDnsDividesIsAnnounced() {
        String longer = "v=spf1 " + "ip4:198.51.100.77 ".repeat(16) + "-all";
        for (String spf : List.of("v=spf1 mx -all", longer)) {
            var look = Domains.look(zone(spf, ""), new DomainQuestion("example.org", List.of(), List.of("203.0.113.9"), Optional.empty(),
                    Optional.empty(), List.of(), Optional.empty(), List.of()));
            DomainRecord card = Domains.record(look, RecordType.SPF);
            boolean divided = card.proposal().orElseThrow().value().length() > 255;
            assertEquals(spf.equals(longer), divided);
            assertEquals(divided, card.told().contains("proposal.long"));
        }
    }

    @Test
    void anEndThatSaysNothingIsToldAsOne() {
        var card = Domains.record(Domains.look(zone("v=spf1 mx ?all", "")), RecordType.SPF);
        assertEquals(List.of("note.spf.fine", "note.spf.neutral_end"), card.told());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "v=spf1 mx, a, ip4:192.0.2.1 ~all | v=spf1 mx a ip4:192.0.2.1 ~all",
        "v=spf1 mx include: inc.test ~all | v=spf1 mx include:inc.test ~all",
        "v=spf1 ip4: 192.0.2.1; -all | v=spf1 ip4:192.0.2.1 -all"})
    void theUsualSlipsOfAListArePutRight(String spf, String proposed) {
        var zone = zone(spf, "").txt("inc.test", "v=spf1 ip4:192.0.2.9 -all").address("example.org", "192.0.2.80");
        assertEquals(Optional.of(proposed), proposed(zone, RecordType.SPF));
    }

    /// RFC 7505 §3.
    @Test
    void aDomainThatSaysBothIsToldSo() {
        var look = Domains.look(zone("v=spf1 mx -all", "").mx("example.org", 0, ""));
        assertEquals("null_beside", Domains.record(look, RecordType.MX).note());
        assertEquals(Set.of("domain.mx_missing"), Domains.warnings(look));
    }

    @Test
    void anMxThatIsAnAddressIsCalledOne() {
        var zone = FakeZone.empty().mx("example.org", 10, "192.0.2.25").txt("example.org", "v=spf1 -all");
        var look = Domains.look(zone);
        assertEquals("address_all", Domains.record(look, RecordType.MX).note());
        assertTrue(Domains.codes(look).containsAll(Set.of("domain.mx_missing")), () -> Domains.codes(look).toString());
        assertTrue(look.records().stream().noneMatch(card -> card.type() == RecordType.DANE), look.records()::toString);
    }
}
