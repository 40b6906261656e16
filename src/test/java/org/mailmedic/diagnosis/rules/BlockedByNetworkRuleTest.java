package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Symptom;

final class BlockedByNetworkRuleTest {
    private static final Rule RULE = new BlockedByNetworkRule();

    private static Cases silent() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT);
    }

    /// Greeted, and then silent on this port alone, whoever is asked.
    @Test
    void cutSoonAfterTheGreeting() {
        var story = Cases.starttls().upgraded().noTls(Failure.TIMEOUT).otherPort(465).connected().tlsDone();
        assertEquals(List.of(), story.codesBy(RULE), "nothing to compare with");
        story.control("one.example", "198.51.100.1", 587).connected().greets("220 one").startTls("220 go").noTls(Failure.TIMEOUT)
                .control("two.example", "198.51.100.2", 587).connected().greets("220 two").noHello(Failure.TIMEOUT);
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), story.firewall().codesBy(RULE));
        story.control("three.example", "198.51.100.3", 587).connected().greets("220 three").tlsDone();
        assertEquals(List.of(), story.codesBy(RULE), "one of them is heard out");
    }

    @Test
    void silentHereAndAtEveryControl() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), silent().controlsFail(587,
                Failure.TIMEOUT).webWorks().firewall().codesBy(RULE));
    }

    @ParameterizedTest
    @EnumSource(value = Failure.class, names = {"REFUSED", "HOST_UNREACHABLE", "NET_UNREACHABLE", "NO_ROUTE"})
    void rejectedHereAndAtEveryControl(Failure how) {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), Cases.of("mail.example.org", 587,
                Security.STARTTLS).resolved().notConnected(how)
                .controlsFail(587, how).webWorks().firewall().codesBy(RULE));
    }

    @Test
    void resetBeforeAWordHereAndAtEveryControl() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), Cases.starttls().noGreeting(Failure.RESET)
                .control("one.example", "198.51.100.1", 587).connected().noGreeting(Failure.RESET)
                .control("two.example", "198.51.100.2", 587).connected().noGreeting(Failure.RESET).webWorks().firewall().codesBy(RULE));
    }

    @Test
    void resetAtTheClientHelloHereAndAtEveryControl() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), Cases.tls().noTls(Failure.RESET)
                .control("one.example", "198.51.100.1", 465).connected().noTls(Failure.RESET)
                .control("two.example", "198.51.100.2", 465).connected().noTls(Failure.RESET).webWorks().firewall().codesBy(RULE));
    }

    @Test
    void resetHereWhileControlsGreet() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.RESET).control("one.example", "198.51.100.1", 587).connected()
                .greets("220 one.example").control("two.example", "198.51.100.2", 587).connected().noGreeting(Failure.RESET).webWorks()
                .codesBy(RULE));
    }

    @Test
    void aControlThatIsConnectedToButResetIsNoProofOfAFreePortWhereTheServerIsSilent() {
        assertEquals(List.of(), silent().control("one.example", "198.51.100.1", 587).connected().noGreeting(Failure.RESET).webWorks()
                .codesBy(RULE));
    }

    @Test
    void oneControlGetsThrough() {
        assertEquals(List.of(), silent().controlsFail(587, Failure.TIMEOUT).control("four.example", "198.51.100.4",
                587).connected().webWorks()
                .codesBy(RULE));
    }

    @Test
    void nothingElseGetsThrough() {
        assertEquals(List.of(), silent().controlsFail(587, Failure.TIMEOUT).controlsFail(443, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void nothingWasCompared() {
        assertEquals(List.of(), silent().otherPortGreets(465).codesBy(RULE));
    }

    @Test
    void controlsOnOtherPortsProveNothing() {
        assertEquals(List.of(), silent().controlsFail(25, Failure.TIMEOUT).webWorks().codesBy(RULE));
    }

    @Test
    void theControlsAreDownButTheServerAnswers() {
        assertEquals(List.of(), Cases.starttls().controlsFail(587, Failure.TIMEOUT).webWorks().codesBy(RULE));
    }

    @Test
    void aPageThatComesAsItShouldIsSomethingElseThatGetsThrough() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), silent().controlsFail(587, Failure.TIMEOUT).page("http://check.example/", 204,
                "", "")
                .firewall().codesBy(RULE));
    }

    @Test
    void aPortalsPageIsNot() {
        assertEquals(List.of(), silent().controlsFail(587, Failure.TIMEOUT).page("http://check.example/", 302, "http://portal/",
                "").codesBy(RULE));
    }

    @Test
    void whereTheFirewallCouldNotBeReadItMayBeThisDevice() {
        var findings = silent().controlsFail(587, Failure.TIMEOUT).webWorks().firewallUnreadable().judgedBy(RULE);
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK, Code.PORT_BLOCKED_BY_DEVICE), findings.stream().map(f -> f.code()).toList());
        assertTrue(findings.getFirst().confidence() < 0.9);
        assertEquals("silence", findings.getLast().facts().get("seen"));
    }

    @Test
    void aRuleThatWasReadAndNotJudgedIsShown() {
        var findings = silent().controlsFail(587, Failure.TIMEOUT).webWorks().firewall(Cases.rule(587).unsure()).judgedBy(RULE);
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK, Code.PORT_BLOCKED_BY_DEVICE), findings.stream().map(f -> f.code()).toList());
        assertEquals("doubt", findings.getLast().facts().get("seen"));
        assertEquals(Cases.rule(587).text(), findings.getLast().facts().get("rule"));
    }

    @Test
    void aRuleOfThisDeviceIsNotTheNetworks() {
        assertEquals(List.of(), silent().controlsFail(587, Failure.TIMEOUT).webWorks().firewall(Cases.rule(587)).codesBy(RULE));
    }

    @Test
    void whatThisSystemRefusesNeverReachedTheNetwork() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.PERMISSION_DENIED)
                .controlsFail(587, Failure.PERMISSION_DENIED).webWorks().codesBy(RULE));
    }

    @Test
    void acceptedAndMuteWhoeverIsAsked() {
        var mute = Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().noTls(Failure.TIMEOUT)
                .control("one.example", "198.51.100.1", 587).connected().noGreeting(Failure.TIMEOUT)
                .control("two.example", "198.51.100.2", 587).connected().noGreeting(Failure.TIMEOUT).target();
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), mute.webWorks().firewall().codesBy(RULE));
    }

    @Test
    void acceptedAndClosedWhoeverIsAsked() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), Cases.starttls().noGreeting(Failure.CLOSED)
                .control("one.example", "198.51.100.1", 587).connected().noGreeting(Failure.CLOSED).target().webWorks().firewall()
                .codesBy(RULE));
    }

    @Test
    void muteHereAndGreetedElsewhere() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().noTls(Failure.TIMEOUT)
                .control("one.example", "198.51.100.1", 587).connected().noGreeting(Failure.TIMEOUT)
                .control("two.example", "198.51.100.2", 587).connected().greets("220 two").target().webWorks().firewall().codesBy(RULE));
    }

    @Test
    void aSlowControlIsNoSignWhereTheServerClosed() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.CLOSED)
                .control("one.example", "198.51.100.1", 587).connected().noGreeting(Failure.TIMEOUT).target().webWorks().firewall()
                .codesBy(RULE));
    }

    @Test
    void muteInPlaintextBecauseTlsIsSpokenThere() {
        assertEquals(List.of(), Cases.of("mail.example.org", 465, Security.STARTTLS).resolved().connected().noGreeting(Failure.TIMEOUT)
                .otherMode().tlsDone()
                .control("one.example", "198.51.100.1", 465).on(org.mailmedic.plan.Route.Role.CONTROL, 465,
                        org.mailmedic.plan.Mode.PLAIN).connected()
                .noGreeting(Failure.TIMEOUT).target().webWorks().firewall().codesBy(RULE));
    }

    @Test
    void aHandshakeThatStallsMayWantLargePackets() {
        var stalls = Cases.tls().noTls(Failure.TIMEOUT).control("one.example", "198.51.100.1",
                465).connected().noTls(Failure.TIMEOUT).target();
        assertEquals(List.of(), stalls.webWorks().firewall().codesBy(RULE));
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK),
                stalls.otherPort(587).connected().greets("220 x").tlsDone().target().codesBy(RULE));
    }

    @Test
    void overIpv6AProhibitionComesFromAfar() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().at(Cases.IPV6)
                .notConnected(Failure.HOST_UNREACHABLE).controlsFailOverIpv6(587, Failure.HOST_UNREACHABLE).controlsWorkOverIpv6(443)
                .firewall().codesBy(RULE));
    }

    @Test
    void theOtherFamilyProvesNothing() {
        assertEquals(List.of(), silent().controlsFailOverIpv6(587, Failure.TIMEOUT).webWorks().codesBy(RULE));
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), silent().controlsFail(587, Failure.TIMEOUT).controlsWorkOverIpv6(587).webWorks()
                .firewall().codesBy(RULE));
    }

    @Test
    void somethingElseOverTheOtherFamilyIsNotSomethingElse() {
        assertEquals(List.of(), silent().controlsFail(587, Failure.TIMEOUT).controlsWorkOverIpv6(443).codesBy(RULE));
    }

    @Test
    void aFamilyThatTheLineLacksIsNoControl() {
        assertEquals(List.of(),
                Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().at(Cases.IPV6).notConnected(Failure.NO_ROUTE)
                .controlsFailOverIpv6(587, Failure.NO_ROUTE).webWorks().codesBy(RULE));
    }

    @Test
    void shutOverOneFamilyAloneIsAWarning() {
        var findings = Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT).controlsFailOverIpv6(587, Failure.TIMEOUT)
                .controlsWorkOverIpv6(443).controlsWork(587).judgedBy(RULE);
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), findings.stream().map(f -> f.code()).toList());
        assertFalse(findings.getFirst().stops());
        assertEquals(Cases.IPV6, findings.getFirst().facts().get("address"));
        assertEquals("IPv6", findings.getFirst().facts().get("family"));
    }

    @Test
    void aSilentSiblingOfTheSameFamilyIsTheServers() {
        assertEquals(List.of(), Cases.starttls().at(Cases.SECOND).notConnected(Failure.TIMEOUT).controlsFail(587,
                Failure.TIMEOUT).webWorks()
                .codesBy(RULE));
    }

    @Test
    void onTheSendingServerItIsTheHosts() {
        var finding = silent().with(s -> s.withSymptom(Symptom.SERVER)).controlsFail(587,
                Failure.TIMEOUT).webWorks().firewall().judgedBy(RULE)
                .getFirst();
        assertEquals(Code.PORT_BLOCKED_BY_HOSTING, finding.code());
        assertEquals(Party.HOSTING, finding.party());
    }

    @Test
    void aDesktopNeverClaimsThatItIsTheHosts() {
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), silent().with(s -> s.withSymptom(Symptom.WEBSITE)).controlsFail(587,
                Failure.TIMEOUT)
                .webWorks().firewall().codesBy(RULE));
    }

    @Test
    void namesThePortThatGetsThrough() {
        var facts = silent().otherPortGreets(465).otherPortGreets(2525).target().controlsFail(587,
                Failure.TIMEOUT).judgedBy(RULE).getFirst()
                .facts();
        assertEquals("465", facts.get("otherPort"));
        assertEquals("tls", facts.get("otherSecurity"));
        assertEquals("465, 2525", facts.get("openPorts"));
        assertEquals("465, 2525", facts.get("severalPorts"));
        assertFalse(facts.has("onlyPort"));
    }

    @Test
    void namesTheOnlyPortThatGetsThrough() {
        var facts = silent().otherPortGreets(465).target().controlsFail(587, Failure.TIMEOUT).judgedBy(RULE).getFirst().facts();
        assertEquals("465", facts.get("onlyPort"));
        assertFalse(facts.has("severalPorts"));
    }

    @Test
    void port25IsForServers() {
        var facts = silent().otherPortGreets(25).target().controlsFail(587, Failure.TIMEOUT).judgedBy(RULE).getFirst().facts();
        assertFalse(facts.has("otherPort"));
        assertFalse(facts.has("openPorts"));
        assertFalse(facts.has("onlyPort"));
    }

    @Test
    void aSingleControlMayBeDownItself() {
        assertTrue(silent().control("one.example", "198.51.100.1", 587).notConnected(Failure.TIMEOUT).webWorks().firewall().judgedBy(RULE)
                .getFirst().confidence() < 0.9);
    }

    @Test
    void lessSureWhereItIsSilentHereAndRefusedThere() {
        assertTrue(silent().controlsFail(587, Failure.REFUSED).webWorks().firewall().judgedBy(RULE).getFirst().confidence() < 0.8);
    }

    @Test
    void lessSureAboutAPrivateAddress() {
        assertTrue(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved("10.1.2.3").at("10.1.2.3").notConnected(Failure.TIMEOUT)
                .controlsFail(587, Failure.TIMEOUT).webWorks().firewall().judgedBy(RULE).getFirst().confidence() < 0.8);
    }
}
