package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.NonMailAddresses;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.DnsCanary.Lure;
import org.mailmedic.settings.Security;

final class WrongAddressRuleTest {
    private static final Rule RULE = new WrongAddressRule(new NonMailAddresses());

    @ParameterizedTest
    @CsvSource({"0.0.0.0, unspecified", "127.0.0.1, loopback", "::1, loopback", "10.1.2.3, private", "172.31.0.1, private",
            "fd00::1, private",
            "100.64.0.1, private", "169.254.1.1, private", "104.16.1.1, cdn", "2606:4700::1, cdn"})
    void cannotBeAMailServer(String address, String reason) {
        var finding = answered(address).at(address).notConnected(Failure.TIMEOUT).judgedBy(RULE).getFirst();
        assertEquals(Code.DNS_WRONG_ADDRESS, finding.code());
        assertEquals(reason, finding.facts().get("reason"));
        assertEquals(address, finding.facts().get("address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "172.32.0.1", "100.128.0.1", "104.15.255.255", "2606:4701::1", "11.0.0.1"})
    void anAddressLikeAnyOther(String address) {
        assertEquals(List.of(), answered(address).at(address).notConnected(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void namesTheNetwork() {
        var facts = answered("104.16.1.1").at("104.16.1.1").notConnected(Failure.TIMEOUT).judgedBy(RULE).getFirst().facts();
        assertEquals("Cloudflare", facts.get("product"));
    }

    @Test
    void anOddAddressThatWorks() {
        assertEquals(List.of(), answered("10.1.2.3").at("10.1.2.3").connected().greets("220 x").codesBy(RULE));
    }

    @Test
    void anOddAddressWhoseOtherPortWorks() {
        assertEquals(List.of(), answered("10.1.2.3").at("10.1.2.3").notConnected(Failure.REFUSED).otherPortGreets(465).codesBy(RULE));
    }

    @Test
    void oneOfTheAddressesIsFine() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved("127.0.0.1", "192.0.2.1")
                .notConnected(Failure.REFUSED).codesBy(RULE));
    }

    @Test
    void privateIsExpectedInside() {
        assertEquals(List.of(), Cases.of("mail.office.lan", 587, Security.AUTO).resolved("10.1.2.3").at("10.1.2.3")
                .notConnected(Failure.REFUSED).codesBy(RULE));
    }

    @Test
    void aNameOfOneLabel() {
        assertEquals(List.of(), Cases.of("localhost", 587, Security.AUTO).resolved("127.0.0.1").at("127.0.0.1")
                .notConnected(Failure.REFUSED).codesBy(RULE));
    }

    @Test
    void notTriedYet() {
        assertEquals(List.of(), answered("127.0.0.1").codesBy(RULE));
    }

    private static Cases answered(String address) {
        return Cases.of("mail.example.org", 587, Security.AUTO).resolved(address);
    }

    @Test
    void lessSureWhereDnsIsTamperedWith() {
        assertTrue(Cases.of("mail.example.org", 587, Security.AUTO).resolved("0.0.0.0").at("0.0.0.0").notConnected(Failure.REFUSED)
                .dnsLure(Lure.IMPOSSIBLE_RESOLVER, Cases.answered("198.51.100.9")).judgedBy(RULE).getFirst().confidence() < 0.7);
    }
}
