package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class ResolverBrokenRuleTest {
    private static final Rule RULE = new ResolverBrokenRule();

    @Test
    void deniesWhatOthersKnow() {
        assertEquals(List.of(Code.DNS_RESOLVER_BROKEN), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).answer(Cases.THIRD_RESOLVER, "A", Cases.ADDRESS).codesBy(RULE));
    }

    @Test
    void isSilentWhereOthersAnswer() {
        assertEquals(List.of(Code.DNS_RESOLVER_BROKEN), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.TIMEOUT)
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.TIMEOUT).answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).codesBy(RULE));
    }

    @Test
    void silenceIsNoLie() {
        var silent = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.TIMEOUT)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).judgedBy(RULE).getFirst();
        assertEquals("silent", silent.facts().get("seen"));
        var denies = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).judgedBy(RULE).getFirst();
        assertEquals("", denies.facts().get("seen"));
        var fails = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).judgedBy(RULE).getFirst();
        assertEquals("fails", fails.facts().get("seen"));
    }

    @Test
    void namesTheOneThatFails() {
        var facts = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.SERVER_FAILURE)
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.SERVER_FAILURE).answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS)
                .answer(Cases.THIRD_RESOLVER, "A", Cases.ADDRESS).judgedBy(RULE).getFirst().facts();
        assertEquals("198.51.100.53", facts.get("resolver"));
    }

    @Test
    void theOthersDoNotAgree() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).unresolvedBoth(Cases.THIRD_RESOLVER, Failure.NAME_NOT_FOUND)
                .codesBy(RULE));
    }

    @Test
    void itAnswers() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved().answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS)
                .codesBy(RULE));
    }

    @Test
    void nobodyElseWasAsked() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND).codesBy(RULE));
    }

    @Test
    void nobodyKnowsIt() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND).codesBy(RULE));
    }

    @Test
    void saysWhereTheOthersFindIt() {
        assertEquals(Cases.ADDRESS, Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).judgedBy(RULE).getFirst().facts().get("addresses"));
    }
}
