package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class NoAddressRuleTest {
    private static final Rule RULE = new NoAddressRule();

    @Test
    void nameWithoutAddress() {
        assertEquals(List.of(Code.DNS_NO_ADDRESS), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NO_ADDRESS)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NO_ADDRESS).codesBy(RULE));
    }

    @Test
    void theSystemCallsItUnknown() {
        assertEquals(List.of(Code.DNS_NO_ADDRESS), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NO_ADDRESS).codesBy(RULE));
    }

    @Test
    void aliasesInALoop() {
        assertEquals(List.of(Code.DNS_NO_ADDRESS), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.CNAME_BROKEN).codesBy(RULE));
    }

    @Test
    void onlyTheSystemWasAsked() {
        assertEquals(List.of(Code.DNS_NO_ADDRESS), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NO_ADDRESS)
                .codesBy(RULE));
    }

    @Test
    void noneForOneFamilyIsNormal() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved().answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS)
                .unresolved(Cases.OTHER_RESOLVER, "AAAA", Failure.NO_ADDRESS).codesBy(RULE));
    }

    @Test
    void halfAnAnswerSaysNothing() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.TIMEOUT)
                .unresolved(Cases.OTHER_RESOLVER, "A", Failure.TIMEOUT).unresolved(Cases.OTHER_RESOLVER, "AAAA", Failure.NO_ADDRESS)
                .codesBy(RULE));
    }

    @Test
    void anotherOneHasAnAddress() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NO_ADDRESS)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).codesBy(RULE));
    }

    @Test
    void noSuchName() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND).codesBy(RULE));
    }
}
