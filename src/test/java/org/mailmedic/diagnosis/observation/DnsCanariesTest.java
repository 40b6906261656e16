package org.mailmedic.diagnosis.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.DnsCanary.Lure;
import org.mailmedic.evidence.Outcome;

final class DnsCanariesTest {
    @Test
    void anAddressForANameThatCannotExist() {
        var lures = new DnsCanaries(Cases.starttls().dnsLure(Lure.IMPOSSIBLE_NAME, Cases.answered("198.51.100.9")).file());
        assertTrue(lures.inventsAddresses() && lures.any());
        assertFalse(lures.interceptsQuestions());
    }

    @Test
    void anHonestNo() {
        assertFalse(new DnsCanaries(Cases.starttls().dnsLure(Lure.IMPOSSIBLE_NAME, Outcome.failed(Failure.NAME_NOT_FOUND, "")).file())
                .any());
    }

    @ParameterizedTest
    @CsvSource({"NAME_NOT_FOUND, true", "SERVER_FAILURE, true", "RESOLVER_REFUSED, true", "TIMEOUT, false", "RESOLVER_UNREACHABLE, false"})
    void aResolverWhereNoneCanBe(Failure how, boolean answers) {
        assertEquals(answers, new DnsCanaries(Cases.starttls().dnsLure(Lure.IMPOSSIBLE_RESOLVER,
                Outcome.failed(how, "")).file()).interceptsQuestions());
    }

    @Test
    void noLureWasLaid() {
        assertFalse(new DnsCanaries(Cases.starttls().file()).any());
    }
}
