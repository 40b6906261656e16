package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class DnsServerFailureRuleTest {
    private static final Rule RULE = new DnsServerFailureRule();

    @Test
    void everybodyFails() {
        assertEquals(List.of(Code.DNS_SERVER_FAILURE), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE)
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.SERVER_FAILURE).unresolvedBoth(Cases.OTHER_RESOLVER, Failure.SERVER_FAILURE)
                .codesBy(RULE));
    }

    @Test
    void refusedByAll() {
        assertEquals(List.of(Code.DNS_SERVER_FAILURE), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.RESOLVER_REFUSED)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.RESOLVER_REFUSED).codesBy(RULE));
    }

    @Test
    void onlyTheSystemWasAsked() {
        assertEquals(List.of(Code.DNS_SERVER_FAILURE), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE)
                .codesBy(RULE));
    }

    @Test
    void lessSureWhereSomeAreSilent() {
        var finding = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE)
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.SERVER_FAILURE).unresolvedBoth(Cases.OTHER_RESOLVER, Failure.TIMEOUT)
                .judgedBy(RULE).getFirst();
        assertTrue(finding.confidence() < 0.9);
    }

    @Test
    void onlyTheSystemFails() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).codesBy(RULE));
    }

    @Test
    void theOthersDenyTheName() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND).codesBy(RULE));
    }

    @Test
    void theSystemsWordForSilence() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE)
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.TIMEOUT).codesBy(RULE));
    }
}
