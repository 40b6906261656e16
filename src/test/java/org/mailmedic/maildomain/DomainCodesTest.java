package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.message.MessageTexts;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.spf.SpfResult;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsType;

/// Every code of a domain, and beside each what only looks like it. A case names exactly what leads, and nothing else may.
final class DomainCodesTest {
    private static final Properties WORDS = words();

    private static DomainRecord spf(String text, String... senders) {
        return Domains.record(Domains.look(DomainCases.with("spf", text), DomainQuestion.about("example.org").sendingThrough(senders)),
                RecordType.SPF);
    }

    @Test
    void anAddressInsideANetworkIsNoSender() {
        for (String address : List.of("10.0.0.5", "172.16.3.4", "192.168.1.1", "127.0.0.1", "169.254.1.1", "100.64.0.1", "::1", "fe80::1",
                "fd00::1")) {
            DomainLook look = Domains.look(Domains.healthy(), DomainQuestion.about("example.org").sendingThrough(address)
                    .askingLists(List.of(DomainCases.LIST)));
            assertEquals(Set.of(), Domains.codes(look), address);
            assertEquals(1, look.spf().size());
            DomainRecord record = Domains.record(look, RecordType.SPF);
            assertEquals(List.of("inside"), record.remarks(), address);
            assertEquals(Optional.empty(), record.proposal());
            assertTrue(record.facts().get("inside").contains(address));
            assertTrue(look.records().stream().noneMatch(each -> each.type() == RecordType.PTR || each.type() == RecordType.BLOCKLIST));
        }
        assertEquals(Optional.empty(), Domains.record(Domains.look(FakeZone.empty().txt("example.org", "x"),
                DomainQuestion.about("example.org").sendingThrough("10.0.0.5")), RecordType.SPF).proposal());
        assertEquals("v=spf1 mx ip4:203.0.113.9 -all", spf("v=spf1 mx -all", "10.0.0.5", "203.0.113.9").proposal().orElseThrow().value());
    }

    @Test
    void whoAllowsEverybodyIsShownARecordForThoseWhoSend() {
        assertEquals(List.of("all_allowed", "all_unnamed"), spf("v=spf1 mx +all").remarks());
        assertEquals(Optional.empty(), spf("v=spf1 mx +all").proposal());
        DomainRecord named = spf("v=spf1 mx ALL exp=x.example.org", "192.0.2.25", "203.0.113.9");
        assertEquals(List.of("all_allowed", "all_closed"), named.remarks());
        assertEquals("v=spf1 mx ip4:203.0.113.9 ~all", named.proposal().orElseThrow().value());
        assertEquals("v=spf1 mx ~all", spf("v=spf1 mx +all", "192.0.2.25").proposal().orElseThrow().value());
        // one that the record refuses before its end cannot be let in at its end
        DomainRecord refused = spf("v=spf1 -ip4:203.0.113.0/24 +all", "203.0.113.9");
        assertFalse(refused.remarks().contains("all_closed"));
        assertEquals(List.of("all_allowed", "all_unnamed"), spf("v=spf1 +all", "10.0.0.5").remarks().stream()
                .filter(each -> !each.equals("inside")).toList());
    }

    private static List<DomainRecord> ofMessage(String from, String spf) {
        String text = "Received-SPF: pass client-ip=203.0.113.9; envelope-from=\"" + from + "\"\r\nFrom: a@example.org\r\n\r\nHello\r\n";
        DomainLook look = Domains.look(DomainCases.with("spf", spf).txt("inc.example.net", "v=spf1 ip4:203.0.113.9 -all"),
                DomainQuestion.about("example.org").askingLists(List.of(DomainCases.LIST))
                        .withMessage(MessageTexts.read(text)));
        assertEquals(1, look.spf().size());
        return look.records().stream().filter(each -> each.type() == RecordType.PTR || each.type() == RecordType.BLOCKLIST).toList();
    }

    @Test
    void ofAMessagesAddressTheNameIsLookedAtWhereTheRecordNamesIt() {
        List<DomainRecord> own = ofMessage("a@example.org", "v=spf1 ip4:203.0.113.0/24 -all");
        assertEquals(List.of(RecordType.PTR, RecordType.BLOCKLIST), own.stream().map(DomainRecord::type).toList());
        assertEquals("203.0.113.9", own.getLast().facts().get("ip"));
        assertEquals(List.of(), ofMessage("a@example.org", "v=spf1 include:inc.example.net -all"));
        assertEquals(List.of(), ofMessage("a@example.org", "v=spf1 +all"));
        assertEquals(List.of(), ofMessage("a@example.org", "v=spf1 mx -all"));
        assertEquals(List.of(), ofMessage("a@example.net", "v=spf1 ip4:203.0.113.0/24 -all"));
    }

    @Test
    void aliasesInACircleAreTold() {
        DomainLook look = Domains.look(FakeZone.empty().alias("example.org", "b.example.net").alias("b.example.net", "example.org"));
        assertTrue(Domains.codes(look).contains("dns.no_address"), () -> Domains.codes(look) + " " + Domains.warnings(look));
        assertFalse(Domains.warnings(look).contains("dns.server_failure"));
        assertEquals(DomainOutcome.PROBLEM, look.outcome());
    }

    @TestFactory
    Stream<DynamicTest> everyCaseNamesExactlyWhatIsWrong() {
        return DomainCases.all().map(each -> DynamicTest.dynamicTest(each.name(),
                () -> {
                    DomainLook look = Domains.look(each.zone(), each.question());
                    assertEquals(each.codes(), Domains.codes(look), () -> String.valueOf(look.records()));
                    look.records().forEach(DomainCodesTest::hasWords);
                    assertEquals(each.codes().isEmpty() ? DomainOutcome.HEALTHY : DomainOutcome.PROBLEM, look.outcome());
                }));
    }

    /// Whatever a card says has a sentence in the text book.
    private static void hasWords(DomainRecord record) {
        Stream.concat(Stream.of(record.note()), record.remarks().stream()).map(note -> "note." + record.type().id() + "." + note)
                .forEach(key -> assertTrue(WORDS.containsKey(key), key));
    }

    private static Properties words() {
        var all = new Properties();
        try (var in = DomainLook.class.getResourceAsStream("/org/mailmedic/text/domain.properties")) {
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return all;
    }

    @Test
    void onlyWhatLeadsBackIsACircle() {
        assertEquals("lookups", Domains.record(Domains.look(DomainCases.deep(13)), RecordType.SPF).note());
        assertEquals("lookups", Domains.record(Domains.look(DomainCases.wide(70)), RecordType.SPF).note());
        assertEquals("loop", Domains.record(Domains.look(DomainCases.with("spf", "v=spf1 include:i.example.net -all")
                .txt("i.example.net", "v=spf1 include:example.org -all")), RecordType.SPF).note());
    }

    @Test
    void coveredIsOnlyWhoPassesUnderThisDomain() {
        DomainQuestion sends = DomainQuestion.about("example.org").sendingThrough("192.0.2.25");
        assertEquals("covering", Domains.record(Domains.look(Domains.healthy(), sends), RecordType.SPF).note());
        var foreign = new DomainQuestion("example.org", List.of(), List.of("192.0.2.25"), Optional.of("b@bounces.example.net"),
                Optional.empty(), List.of(), Optional.empty(), List.of());
        assertEquals("fine", Domains.record(Domains.look(Domains.healthy(), foreign), RecordType.SPF).note());
        DomainLook macro = Domains.look(DomainCases.with("spf", "v=spf1 include:%{l}.spf.example.net -all"), sends);
        assertEquals(Set.of("domain.spf_syntax"), Domains.codes(macro));
        DomainRecord card = Domains.record(macro, RecordType.SPF);
        assertEquals("permerror", card.note());
        assertEquals("include:%{l}.spf.example.net", card.facts().get("term"));
        hasWords(card);
    }

    @Test
    void whoTakesNoMailMayStillSend() {
        DomainLook look = Domains.look(FakeZone.empty().mx("example.org", 0, "").address("example.org", "192.0.2.80"));
        assertTrue(Domains.codes(look).contains("domain.spf_missing"));
        assertEquals(Optional.empty(), Domains.record(look, RecordType.SPF).proposal());
    }

    @Test
    void noAnswerIsNoMissingRecord() {
        DomainLook look = Domains.look(Domains.healthy().fails("_dmarc.example.net", Status.TIMEOUT), DomainQuestion.about("example.org"));
        assertEquals(DomainOutcome.HEALTHY, look.outcome());
        DomainLook silent = Domains.look((_, _) -> DnsAnswer.without(Status.TIMEOUT));
        assertEquals(DomainOutcome.INCONCLUSIVE, silent.outcome());
        assertEquals(Set.of(), Domains.codes(silent));
        assertEquals(Set.of("dns.timeout"), Domains.warnings(silent));
        assertTrue(silent.questions() <= 10, "it goes on asking: " + silent.questions());
        DomainLook broken = Domains.look((_, _) -> DnsAnswer.without(Status.SERVER_FAILURE));
        assertEquals(DomainOutcome.INCONCLUSIVE, broken.outcome());
        assertEquals(Set.of("dns.server_failure"), Domains.warnings(broken));
    }

    @Test
    void aDeadSecondServerAndAShortKeyAreWarnings() {
        assertEquals(Set.of("domain.mx_missing"), Domains.warnings(Domains.look(Domains.healthy()
                .mx("example.org", 20, "gone.example.org"))));
        assertEquals(Set.of("domain.dkim_weak"), Domains.warnings(Domains.look(DomainCases.with("dkim", Keys.rsa(1024)))));
    }

    @Test
    void aProposalIsProvenBeforeItIsShown() {
        DomainLook look = Domains.look(Domains.healthy(), DomainQuestion.about("example.org").sendingThrough("203.0.113.9"));
        Optional<Proposal> proposal = Domains.record(look, RecordType.SPF).proposal();
        assertEquals(Optional.of(Proposal.txt("example.org", "v=spf1 ip4:192.0.2.0/24 ip4:203.0.113.9 -all")), proposal);
        assertEquals(SpfResult.FAIL, look.spf().getFirst().verdict().result());
        // an address costs nothing, but an eleventh look-up must never be proposed
        DomainLook full = Domains.look(DomainCases.chain(10).txt("spf.messagingengine.com", "v=spf1 ip4:103.168.172.0/24 ?all"),
                DomainQuestion.about("example.org").sendingThrough("smtp.fastmail.com"));
        assertEquals(Set.of("domain.spf_not_covering"), Domains.codes(full));
        assertEquals(Optional.empty(), Domains.record(full, RecordType.SPF).proposal());
    }

    @Test
    void slipsAreRepaired() {
        assertEquals("v=spf1 ip4:192.0.2.1 -all", proposal(DomainCases.with("spf", "v=spf1 ipv4:192.0.2.1 -all"), RecordType.SPF));
        assertEquals("v=spf1 mx ip4:192.0.2.1 -all",
                proposal(DomainCases.with("spf", "v=spf1 mx -all", "v=spf1 ip4:192.0.2.1 -all"), RecordType.SPF));
        assertEquals("v=spf1 mx ~all", proposal(DomainCases.with("spf"), RecordType.SPF));
        assertEquals("v=DMARC1; p=reject; rua=mailto:d@example.org",
                proposal(DomainCases.with("dmarc", "v=DMARC1; p=rejcet; rua=d@example.org"),
                RecordType.DMARC));
        assertEquals("v=DMARC1; p=none; rua=mailto:dmarc-reports@example.org", proposal(DomainCases.with("dmarc"), RecordType.DMARC));
        assertEquals("v=DMARC1; p=reject; rua=mailto:d@example.org",
                proposal(DomainCases.with("dmarc").txt("_dmarc.example.org.example.org",
                "v=DMARC1; p=reject; rua=mailto:d@example.org"), RecordType.DMARC));
        assertEquals("v=DMARC1; p=quarantine; rua=mailto:d@example.org",
                proposal(DomainCases.with("dmarc", "v=DMARC1; p=none; rua=mailto:d@example.org"),
                RecordType.DMARC));
        assertEquals("v=TLSRPTv1; rua=mailto:t@example.org", proposal(Domains.healthy().txt("_smtp._tls.example.org",
                "v=TLSRPTv1; rua=t@example.org"),
                RecordType.TLS_RPT));
    }

    private static String proposal(FakeZone zone, RecordType type) {
        return Domains.record(Domains.look(zone), type).proposal().orElseThrow().value();
    }

    @Test
    void whatNeedsNoChangeHasNoProposal() {
        DomainLook look = Domains.look(Domains.healthy());
        assertFalse(look.records().isEmpty());
        assertTrue(look.records().stream().filter(each -> each.state() == RecordState.FINE).allMatch(each -> each.proposal().isEmpty()));
    }

    @Test
    void aNetworkThatDeniesEveryNameSaysNothingAboutTheDomain() {
        DomainLook look = Domains.look(FakeZone.empty(), DomainQuestion.about("example.org").sendingThrough("192.0.2.25"));
        assertEquals(DomainOutcome.INCONCLUSIVE, look.outcome());
        assertEquals("denied", look.headline());
        assertEquals(Set.of(), Domains.codes(look));
        assertEquals(Set.of("dns.not_found"), Domains.warnings(look));
        look.records().forEach(each -> assertEquals(RecordState.UNKNOWN, each.state(), each::id));
        assertEquals(SpfResult.TEMPERROR, look.spf().getFirst().verdict().result());
    }

    @Test
    void whomThePersonNamedIsBelieved() {
        Zone named = new Zone() {
            @Override
            public DnsAnswer ask(String name, DnsType type) {
                return FakeZone.empty().ask(name, type);
            }

            @Override
            public boolean chosen() {
                return true;
            }
        };
        assertEquals(Set.of("dns.not_found"), Domains.codes(Domains.look(named)));
    }
}
