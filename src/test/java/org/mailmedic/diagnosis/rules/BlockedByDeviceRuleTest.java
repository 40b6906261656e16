package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.FirewallRule;
import org.mailmedic.settings.Security;

final class BlockedByDeviceRuleTest {
    private static final Rule RULE = new BlockedByDeviceRule();

    @Test
    void theSystemRefuses() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_DEVICE), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved()
                .notConnected(Failure.PERMISSION_DENIED).codesBy(RULE));
    }

    @Test
    void thisSystemRefusesOverIpv6() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_DEVICE), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().at(Cases.IPV6)
                .notConnected(Failure.PERMISSION_DENIED).codesBy(RULE));
    }

    @Test
    void anotherAddressConnects() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.PERMISSION_DENIED)
                .at(Cases.SECOND).connected().codesBy(RULE));
    }

    @Test
    void refusedByTheServer() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED)
                .codesBy(RULE));
    }

    @Test
    void aRuleOfItsFirewall() {
        var finding = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .firewall(Cases.rule(587))
                .judgedBy(RULE).getFirst();
        assertEquals(Code.PORT_BLOCKED_BY_DEVICE, finding.code());
        assertEquals("rule", finding.facts().get("seen"));
        assertEquals("nft filter output: port 587 drop", finding.facts().get("rule"));
    }

    @Test
    void aLocalRejectLooksLikeARefusal() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_DEVICE), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved()
                .notConnected(Failure.REFUSED).firewall(Cases.rule(587)).codesBy(RULE));
    }

    @Test
    void aRuleForAnotherPort() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .firewall(Cases.rule(25)).codesBy(RULE));
    }

    @Test
    void aRuleThatDoesNotConcernUs() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .controlsWork(587).firewall(Cases.rule(587)).codesBy(RULE));
    }

    @Test
    void aRuleThatCouldNotBeRead() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .firewallUnreadable().codesBy(RULE));
    }

    @Test
    void aRuleOnALineWithoutAnyRoute() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.NO_ROUTE)
                .firewall(Cases.rule(587)).codesBy(RULE));
    }

    private static Cases mute() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().connected().noGreeting(Failure.TIMEOUT);
    }

    /// The first packet passes, and nothing that is said afterwards.
    @Test
    void aRuleAgainstWhatIsSaidOverAConnection() {
        var later = new FirewallRule(List.of(587), "", true, true, "rule", FirewallRule.Sway.STOPS_LATER, -1);
        assertEquals(List.of(Code.PORT_BLOCKED_BY_DEVICE), mute().firewall(later).codesBy(RULE));
        assertEquals(List.of(), mute().firewall(Cases.rule(587)).codesBy(RULE), "it would have kept the connection from being made");
        assertEquals(List.of(), mute().control("one.example", "198.51.100.1", 587).connected().greets("220 x").target().firewall(later)
                .codesBy(RULE), "others were heard on that port");
        assertEquals(List.of(), Cases.starttls().greets("220 x").firewall(later).codesBy(RULE));
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .firewall(later).codesBy(RULE), "no connection was made");
    }
}
