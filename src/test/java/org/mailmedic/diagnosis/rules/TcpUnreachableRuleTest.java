package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    void prohibitedOverIpv6() {
        assertEquals(List.of(Code.TCP_UNREACHABLE), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().at(Cases.IPV6)
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
}
