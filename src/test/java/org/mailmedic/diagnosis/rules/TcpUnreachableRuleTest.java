package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class TcpUnreachableRuleTest {
    private static final Rule RULE = new TcpUnreachableRule();

    @Test
    void host() {
        assertEquals(List.of(Code.TCP_UNREACHABLE), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved()
                .notConnected(Failure.HOST_UNREACHABLE).codesBy(RULE));
    }

    @Test
    void aHostIsTheServersSide() {
        assertEquals(Party.MAIL_PROVIDER, Cases.of("mail.example.org", 587, Security.STARTTLS).resolved()
                .notConnected(Failure.HOST_UNREACHABLE).judgedBy(RULE).getFirst().party());
    }

    @Test
    void noWayAtAllIsThisSide() {
        assertEquals(Party.NETWORK, Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.NO_ROUTE)
                .judgedBy(RULE).getFirst().party());
    }

    @Test
    void anIpv6OnlyHost() {
        assertTrue(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().at(Cases.IPV6).notConnected(Failure.NO_ROUTE)
                .judgedBy(RULE).getFirst().stops());
    }

    @Test
    void prohibitedByThisSystemIsAnotherMatter() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().at(Cases.IPV6)
                .notConnected(Failure.PERMISSION_DENIED).codesBy(RULE));
    }

    @Test
    void aLineWithoutIpv6() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().at(Cases.IPV6)
                .notConnected(Failure.NO_ROUTE).at(Cases.ADDRESS).connected().codesBy(RULE));
    }

    @Test
    void aLineWithoutIpv6AndAServerThatRefuses() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().at(Cases.IPV6)
                .notConnected(Failure.NET_UNREACHABLE).at(Cases.ADDRESS).notConnected(Failure.REFUSED).codesBy(RULE));
    }

    @Test
    void refused() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED)
                .codesBy(RULE));
    }

    @Test
    void theServersSideWhereControlsGetThrough() {
        assertEquals(Party.MAIL_PROVIDER, Cases.of("mail.example.org", 587,
                Security.STARTTLS).resolved().notConnected(Failure.NET_UNREACHABLE)
                .controlsWork(587).judgedBy(RULE).getFirst().party());
        assertEquals(Party.MAIL_PROVIDER, Cases.of("mail.example.org", 587,
                Security.STARTTLS).resolved().notConnected(Failure.NET_UNREACHABLE)
                .webWorks().judgedBy(RULE).getFirst().party());
    }

    @Test
    void thisSideWhereTheyDoNot() {
        assertEquals(Party.NETWORK, Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.HOST_UNREACHABLE)
                .controlsFail(587, Failure.HOST_UNREACHABLE).judgedBy(RULE).getFirst().party());
    }

    @Test
    void controlsOverTheOtherFamilyProveNothing() {
        assertEquals(Party.NETWORK, Cases.of("mail.example.org", 587,
                Security.STARTTLS).resolved().at(Cases.IPV6).notConnected(Failure.NO_ROUTE)
                .controlsWork(587).judgedBy(RULE).getFirst().party());
    }

    @Test
    void theHostsOwnIpv6AddressIsAtFaultWhereIpv6Works() {
        var finding = Cases.starttls().at(Cases.IPV6).notConnected(Failure.NET_UNREACHABLE).controlsWorkOverIpv6(587).judgedBy(RULE)
                .getFirst();
        assertEquals(Party.MAIL_PROVIDER, finding.party());
        assertFalse(finding.stops());
    }

    @Test
    void aLineWithIpv6Alone() {
        assertEquals(List.of(),
                Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.NO_ROUTE).at(Cases.IPV6)
                .connected().codesBy(RULE));
    }
}
