package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class Ipv6BrokenRuleTest {
    private static final Rule RULE = new Ipv6BrokenRule();

    private static Cases both() {
        return Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT);
    }

    private static Cases onlyIpv6(Failure how) {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).resolved(Cases.IPV6).at(Cases.IPV6).notConnected(how);
    }

    @Test
    void toTheHostAndElsewhereWhileIpv4Works() {
        var findings = both().controlsFailOverIpv6(587, Failure.TIMEOUT).controlsWork(587).judgedBy(RULE);
        assertEquals(List.of(Code.NETWORK_IPV6_BROKEN), findings.stream().map(f -> f.code()).toList());
        assertFalse(findings.getFirst().stops());
        assertEquals(Cases.IPV6, findings.getFirst().facts().get("address"));
    }

    @Test
    void theHostsOwnIpv4IsEnoughToCompareWith() {
        assertEquals(List.of(Code.NETWORK_IPV6_BROKEN), both().controlsFailOverIpv6(587, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void aHostWithIpv6Alone() {
        var findings = onlyIpv6(Failure.TIMEOUT).controlsFailOverIpv6(587, Failure.TIMEOUT).controlsWork(587).judgedBy(RULE);
        assertEquals(List.of(Code.NETWORK_IPV6_BROKEN), findings.stream().map(f -> f.code()).toList());
        assertTrue(findings.getFirst().stops());
    }

    @Test
    void aHostWithIpv6AloneOnALineWithoutAny() {
        assertTrue(onlyIpv6(Failure.NO_ROUTE).controlsFailOverIpv6(587,
                Failure.NO_ROUTE).controlsWork(587).judgedBy(RULE).getFirst().stops());
    }

    /// On a line without IPv6 the system has no use for such addresses, and gives none.
    @Test
    void theSystemLeavesOutWhatTheLineCannotUse() {
        Cases leftOut = Cases.of("mail.example.org", 587, Security.STARTTLS).unresolved(Failure.NO_ADDRESS)
                .answer(Cases.OTHER_RESOLVER, "AAAA", Cases.IPV6).unresolved(Cases.OTHER_RESOLVER, "A", Failure.NO_ADDRESS)
                .controlsWork(587);
        assertEquals(List.of(Code.NETWORK_IPV6_BROKEN), leftOut.diagnoses());
        assertEquals("only_ipv6", leftOut.judgedBy(RULE).getFirst().facts().get("seen"));
        assertEquals(List.of(Code.DNS_RESOLVER_BROKEN), leftOut.controlsWorkOverIpv6(443).diagnoses(), "the line has IPv6");
        assertEquals(List.of(Code.DNS_RESOLVER_BROKEN), Cases.of("mail.example.org", 587, Security.STARTTLS)
                .unresolved(Failure.NO_ADDRESS).answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).controlsWork(587).diagnoses());
    }

    @Test
    void noIpv6AtAllIsNormal() {
        assertEquals(List.of(), Cases.starttls().at(Cases.IPV6).notConnected(Failure.NO_ROUTE).controlsFailOverIpv6(587, Failure.NO_ROUTE)
                .controlsWork(587).codesBy(RULE));
        assertEquals(List.of(), Cases.starttls().at(Cases.IPV6).notConnected(Failure.NO_LOCAL_ADDRESS)
                .controlsFailOverIpv6(587, Failure.NO_LOCAL_ADDRESS).codesBy(RULE));
    }

    @Test
    void anIpv6ControlWorks() {
        assertEquals(List.of(),
                both().controlsFailOverIpv6(587, Failure.TIMEOUT).controlsWorkOverIpv6(443).controlsWork(587).codesBy(RULE));
    }

    @Test
    void noIpv6ControlWasTried() {
        assertEquals(List.of(), both().controlsWork(587).codesBy(RULE));
    }

    @Test
    void ipv4FailsOnThatPortToo() {
        assertEquals(List.of(), onlyIpv6(Failure.TIMEOUT).controlsFailOverIpv6(587, Failure.TIMEOUT).controlsFail(587,
                Failure.TIMEOUT).webWorks()
                .codesBy(RULE));
    }

    @Test
    void theHostHasNoIpv6() {
        assertEquals(List.of(), Cases.starttls().controlsFailOverIpv6(587, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void oneIpv6AddressOfTheHostWorks() {
        assertEquals(List.of(), both().at("2001:db8::2").connected().controlsFailOverIpv6(587, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void cancelledIsNotBroken() {
        assertEquals(List.of(), Cases.starttls().at(Cases.IPV6).notConnected(Failure.CANCELLED).controlsFailOverIpv6(587, Failure.CANCELLED)
                .codesBy(RULE));
    }
}
