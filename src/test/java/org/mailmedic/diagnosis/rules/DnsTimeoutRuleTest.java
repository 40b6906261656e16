package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.DnsCanary.Lure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.settings.Security;

final class DnsTimeoutRuleTest {
    private static final Rule RULE = new DnsTimeoutRule();

    @Test
    void nobodyAnswers() {
        assertEquals(List.of(Code.DNS_TIMEOUT), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.TIMEOUT)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void theSystemCallsSilenceAFailure() {
        assertEquals(List.of(Code.DNS_TIMEOUT), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE)
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.TIMEOUT).unresolvedBoth(Cases.OTHER_RESOLVER, Failure.RESOLVER_UNREACHABLE)
                .codesBy(RULE));
    }

    @Test
    void theSystemKnowsOtherNames() {
        var fails = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE).unresolvedBoth(Cases.OTHER_RESOLVER,
                Failure.TIMEOUT).lookup("one.example", Cases.answered("198.51.100.1"));
        assertEquals(List.of(), fails.codesBy(RULE));
        assertEquals(List.of(Code.DNS_SERVER_FAILURE), fails.codesBy(new DnsServerFailureRule()));
    }

    @Test
    void theSystemDeniesNamesThatCannotExist() {
        var fails = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE).unresolvedBoth(Cases.OTHER_RESOLVER,
                Failure.TIMEOUT).dnsLure(Lure.IMPOSSIBLE_NAME, Outcome.failed(Failure.NAME_NOT_FOUND, ""));
        assertEquals(List.of(), fails.codesBy(RULE));
        assertEquals(List.of(Code.DNS_SERVER_FAILURE), fails.codesBy(new DnsServerFailureRule()));
    }

    @Test
    void oneAnswers() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.TIMEOUT)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).codesBy(RULE));
    }

    @Test
    void oneSaysThereIsNoSuchName() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.TIMEOUT)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND).codesBy(RULE));
    }

    @Test
    void aFailureThatWasSaid() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE).codesBy(RULE));
    }

    @Test
    void theSystemKnowsIt() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved()
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void surerWhereTheNetworkWorks() {
        var story = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.TIMEOUT).unresolvedBoth(Cases.OTHER_RESOLVER,
                Failure.TIMEOUT);
        double alone = story.judgedBy(RULE).getFirst().confidence();
        var compared = story.webWorks().judgedBy(RULE).getFirst();
        assertTrue(compared.confidence() > 0.9 && alone < 0.7);
        assertEquals("works", compared.facts().get("network"));
        assertEquals(Cases.OTHER_RESOLVER, compared.facts().get("resolver"));
    }
}
