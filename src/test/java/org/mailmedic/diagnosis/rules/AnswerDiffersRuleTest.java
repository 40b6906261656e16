package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.NonMailAddresses;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.DnsCanary.Lure;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

final class AnswerDiffersRuleTest {
    private static final Rule RULE = new AnswerDiffersRule(ProviderBook.load(), new NonMailAddresses());

    @Test
    void leadsSomewhereElse() {
        assertEquals(List.of(Code.DNS_ANSWER_DIFFERS), Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9")
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).at("198.51.100.9").notConnected(Failure.REFUSED).codesBy(RULE));
    }

    @Test
    void surerForASinkhole() {
        double sinkhole = Cases.of("mail.example.org", 587, Security.AUTO).resolved("0.0.0.0").answer(Cases.OTHER_RESOLVER, "A",
                Cases.ADDRESS).at("0.0.0.0").notConnected(Failure.REFUSED).judgedBy(RULE).getFirst().confidence();
        double elsewhere = Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9").answer(Cases.OTHER_RESOLVER, "A",
                Cases.ADDRESS).at("198.51.100.9").notConnected(Failure.REFUSED).judgedBy(RULE).getFirst().confidence();
        assertTrue(sinkhole > elsewhere);
    }

    /// The system's own name servers say something else than the system: that is this computer's doing, a hosts file's or a search
    /// domain's.
    @Test
    void thisComputerItselfDoesIt() {
        Cases hosts = Cases.of("mail.example.org", 587, Security.AUTO).resolved("127.0.0.1")
                .answer(Cases.OWN_RESOLVER, "A", Cases.ADDRESS).answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).at("127.0.0.1")
                .notConnected(Failure.REFUSED);
        assertEquals(List.of(Code.DNS_ANSWER_DIFFERS), hosts.diagnoses());
        assertEquals(List.of(Party.DEVICE), hosts.judgedBy(RULE).stream().map(Finding::party).toList());
        Cases nobodyKnowsIt = Cases.of("mail.example.org", 587, Security.AUTO).resolved("127.0.0.1")
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.NAME_NOT_FOUND).unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND)
                .at("127.0.0.1").notConnected(Failure.REFUSED);
        assertEquals(List.of(Party.DEVICE), nobodyKnowsIt.judgedBy(RULE).stream().map(Finding::party).toList());
    }

    @Test
    void theNetworkDoesItWhereItsNameServersSayTheSame() {
        Cases filter = Cases.of("mail.example.org", 587, Security.AUTO).resolved("0.0.0.0").answer(Cases.OWN_RESOLVER, "A", "0.0.0.0")
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).at("0.0.0.0").notConnected(Failure.REFUSED);
        assertEquals(List.of(Party.NETWORK), filter.judgedBy(RULE).stream().map(Finding::party).toList());
        Cases silent = Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9")
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.TIMEOUT).answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS)
                .at("198.51.100.9").notConnected(Failure.REFUSED);
        assertEquals(List.of(Party.NETWORK), silent.judgedBy(RULE).stream().map(Finding::party).toList(), "nobody says that it is not");
        Cases wrongRecord = Cases.of("mail.example.org", 587, Security.AUTO).resolved("127.0.0.1").answer(Cases.OWN_RESOLVER, "A",
                "127.0.0.1")
                .answer(Cases.OTHER_RESOLVER, "A", "127.0.0.1").at("127.0.0.1").notConnected(Failure.REFUSED);
        assertEquals(List.of(Code.DNS_WRONG_ADDRESS), wrongRecord.diagnoses());
    }

    @Test
    void differsAndWorks() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9").answer(Cases.OTHER_RESOLVER, "A",
                Cases.ADDRESS).at("198.51.100.9").connected().greets("220 x").codesBy(RULE));
    }

    @Test
    void oneAddressInCommon() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9", Cases.ADDRESS)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).notConnected(Failure.REFUSED).codesBy(RULE));
    }

    @Test
    void theOthersDoNotAnswer() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9")
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.TIMEOUT).at("198.51.100.9").notConnected(Failure.REFUSED).codesBy(RULE));
    }

    @Test
    void theOthersDoNotKnowIt() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9")
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND).at("198.51.100.9").notConnected(Failure.REFUSED)
                .codesBy(RULE));
    }

    @Test
    void aLargeProvidersNeighbour() {
        assertEquals(List.of(), Cases.of("smtp.gmail.com", 587, Security.AUTO).resolved("192.0.2.8").answer(Cases.OTHER_RESOLVER, "A",
                Cases.ADDRESS).at("192.0.2.8").notConnected(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void notTriedYet() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9").answer(Cases.OTHER_RESOLVER, "A",
                Cases.ADDRESS).codesBy(RULE));
    }

    @Test
    void aResolverThatInventsAddresses() {
        var finding = Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9")
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND).at("198.51.100.9").notConnected(Failure.REFUSED)
                .dnsLure(Lure.IMPOSSIBLE_NAME, Cases.answered("198.51.100.9")).judgedBy(RULE).getFirst();
        assertEquals("invented", finding.facts().get("seen"));
        assertFalse(finding.facts().has("addresses"));
    }

    @Test
    void surerWhereDnsIsTamperedWith() {
        var story = Cases.of("mail.example.org", 587, Security.AUTO).resolved("198.51.100.9").answer(Cases.OTHER_RESOLVER, "A",
                Cases.ADDRESS)
                .at("198.51.100.9").notConnected(Failure.REFUSED);
        double before = story.judgedBy(RULE).getFirst().confidence();
        assertTrue(story.dnsLure(Lure.IMPOSSIBLE_RESOLVER, Cases.answered("198.51.100.9")).judgedBy(RULE).getFirst().confidence() > before);
    }
}
