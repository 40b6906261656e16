package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Symptom;

final class RedirectedByComparisonRuleTest {
    private static final Rule RULE = new RedirectedByComparisonRule();
    private static final List<Code> REDIRECTED = List.of(Code.SMTP_REDIRECTED);

    private static Cases proxied(String own, String theirs) {
        return Cases.starttls().greets(own).control("one.example", "198.51.100.1", 587).connected().greets(theirs)
                .control("two.example", "198.51.100.2", 587).connected().greets(theirs).target();
    }

    @Test
    void anAddressThatCannotAnswerGreets() {
        var finding = Cases.starttls().greets("220 proxy.hotel.example ESMTP").canary(587).connected()
                .greets("220 proxy.hotel.example ESMTP")
                .judgedBy(RULE).getFirst();
        assertEquals(Code.SMTP_REDIRECTED, finding.code());
        assertEquals("proxy.hotel.example", finding.facts().get("banner"));
        assertTrue(finding.stops());
    }

    @Test
    void unrelatedServersGreetAlike() {
        assertEquals(REDIRECTED, proxied("220 proxy.hotel.example ESMTP at 10:00", "220 PROXY.hotel.example ESMTP at 10:01").codesBy(RULE));
    }

    /// Providers take port 25 to themselves, and let the others pass.
    @Test
    void aCanaryOfAnotherPortSaysNothing() {
        assertEquals(List.of(), Cases.starttls().greets("220 mail.example.org ESMTP").canary(25).connected()
                .greets("220 relay.isp.example ESMTP").codesBy(RULE));
        assertEquals(REDIRECTED, Cases.starttls().greets("220 relay.isp.example ESMTP").canary(25).connected()
                .greets("220 relay.isp.example ESMTP").canary(587).connected().codesBy(RULE));
    }

    @Test
    void oneNamesakeIsNotEnough() {
        assertEquals(List.of(), Cases.starttls().greets("220 mx.example.net ESMTP").control("one.example", "198.51.100.1", 587).connected()
                .greets("220 mx.example.net ESMTP").codesBy(RULE));
    }

    @Test
    void theServerItselfIsNoControl() {
        assertEquals(List.of(), Cases.starttls().greets("220 mail.example.org").control("mail.example.org", "198.51.100.1", 587).connected()
                .greets("220 mail.example.org").control("alias.example.org", Cases.ADDRESS, 587).connected().greets("220 mail.example.org")
                .codesBy(RULE));
    }

    @Test
    void everyoneGreetsInTheirOwnName() {
        assertEquals(List.of(), proxied("220 mail.example.org ESMTP", "220 mx.example.net ESMTP").codesBy(RULE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 ESMTP ready", "220 **********", "220 localhost ESMTP", "220"})
    void namelessGreetingsProveNothing(String greeting) {
        assertEquals(List.of(), proxied(greeting, greeting).codesBy(RULE));
    }

    @Test
    void aProvenCertificateIsTheServersOwn() {
        assertEquals(List.of(), Cases.upToEncryptedHello().canary(587).connected().greets("220 shield").codesBy(RULE));
    }

    @Test
    void anUnprovenOneIsNot() {
        assertEquals(REDIRECTED, Cases.starttls().upgraded().tls(certificate("proxy.hotel.example", CertificateProblem.WRONG_NAME))
                .canary(587).connected().greets("220 proxy.hotel.example").codesBy(RULE));
    }

    @Test
    void aShieldThatHandsConnectionsOnStopsNothing() {
        var finding = Cases.starttls().noGreeting(Failure.CLOSED).control("one.example", "198.51.100.1",
                587).connected().greets("220 one.example")
                .canary(587).connected().noGreeting(Failure.CLOSED).judgedBy(RULE).getFirst();
        assertFalse(finding.stops());
        assertEquals("connects", finding.facts().get("seen"));
    }

    @Test
    void whereNobodyGreetsThroughItItIsInTheWay() {
        var finding = Cases.starttls().noGreeting(Failure.CLOSED).canary(587).connected().noGreeting(Failure.CLOSED).judgedBy(RULE)
                .getFirst();
        assertTrue(finding.stops());
        assertTrue(finding.confidence() < 0.9);
    }

    @Test
    void theAddressStaysSilent() {
        assertEquals(List.of(), Cases.starttls().greets("220 mail.example.org").canary(587).notConnected(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void onTheSendingServerItIsTheHostsDoing() {
        assertEquals(Party.HOSTING,
                Cases.starttls().with(s -> s.withSymptom(Symptom.SERVER)).canary(587).connected().greets("220 srv7.hoster.example")
                .judgedBy(RULE).getFirst().party());
        assertEquals(Party.NETWORK, Cases.starttls().with(s -> s.withSymptom(Symptom.WEBSITE)).canary(587).connected()
                .greets("220 srv7.hoster.example").judgedBy(RULE).getFirst().party());
    }
}
