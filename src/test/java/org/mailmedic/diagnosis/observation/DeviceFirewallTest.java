package org.mailmedic.diagnosis.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.FirewallRule;
import org.mailmedic.settings.Security;

final class DeviceFirewallTest {
    private static Cases silent() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT);
    }

    private static boolean stops(Cases story) {
        return !new DeviceFirewall(story.file()).stops().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "192.0.2.1", "192.0.2.0/24", "0.0.0.0/0", "192.0.2.0-192.0.2.9"})
    void aRuleAboutThePortAndTheAddress(String about) {
        assertTrue(stops(silent().firewall(Cases.rule(587, about))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.2", "198.51.100.0/24", "192.0.2.0/99", "2001:db8::/32", "nonsense/x", "192.0.2.2-192.0.2.9", "::-ffff::"})
    void anotherAddress(String about) {
        assertFalse(stops(silent().firewall(Cases.rule(587, about))));
    }

    @Test
    void anotherPort() {
        assertFalse(stops(silent().firewall(Cases.rule(25))));
    }

    @Test
    void anotherFamily() {
        assertFalse(stops(silent().firewall(new FirewallRule(List.of(587), "", false, true, "ip6"))));
    }

    @Test
    void aRuleThatLetsOthersThroughIsForSomebodyElse() {
        assertFalse(stops(silent().controlsWork(587).firewall(Cases.rule(587))));
        assertTrue(stops(silent().controlsWork(587).firewall(Cases.rule(587, Cases.ADDRESS))));
    }

    private static FirewallRule about(int port, FirewallRule.Sway sway, long mark) {
        return new FirewallRule(port == 0 ? List.of() : List.of(port), "", true, true, "rule", sway, mark);
    }

    @Test
    void aMarkStopsWhereARuleLooksForIt() {
        FirewallRule marks = about(587, FirewallRule.Sway.MARKS, 7);
        assertTrue(stops(silent().firewall(marks, about(0, FirewallRule.Sway.STOPS_MARKED, 7))));
        assertFalse(stops(silent().firewall(marks, about(0, FirewallRule.Sway.STOPS_MARKED, 8))), "another mark");
        assertFalse(stops(silent().firewall(marks)), "nobody looks for it");
        assertFalse(stops(silent().firewall(about(0, FirewallRule.Sway.STOPS_MARKED, 7))), "nobody sets it");
        assertFalse(stops(silent().firewall(about(25, FirewallRule.Sway.MARKS, 7), about(0, FirewallRule.Sway.STOPS_MARKED, 7))));
    }

    @Test
    void whatCannotBeJudgedLeavesADoubt() {
        FirewallRule doubtful = about(587, FirewallRule.Sway.MAY_STOP, -1);
        assertFalse(stops(silent().firewall(doubtful)));
        assertFalse(new DeviceFirewall(silent().firewall(doubtful).file()).clear());
        assertTrue(new DeviceFirewall(silent().firewall(about(25, FirewallRule.Sway.MAY_STOP, -1)).file()).clear(), "of another port");
        assertTrue(new DeviceFirewall(silent().firewall().file()).clear());
        assertFalse(new DeviceFirewall(silent().firewallUnreadable().file()).clear());
        assertTrue(new DeviceFirewall(silent().controlsWork(587).firewall(doubtful).file()).clear(), "it lets others through");
    }

    /// What is marked takes another way, and nobody knows where that ends.
    @Test
    void aMarkForAnotherWayLeavesADoubt() {
        FirewallRule marks = about(587, FirewallRule.Sway.MARKS, 7);
        FirewallRule aside = about(0, FirewallRule.Sway.MAY_STOP, 7);
        assertFalse(new DeviceFirewall(silent().firewall(marks, aside).file()).clear());
        assertFalse(stops(silent().firewall(marks, aside)));
        assertTrue(new DeviceFirewall(silent().firewall(aside).file()).clear(), "nobody marks mail");
        assertTrue(new DeviceFirewall(silent().firewall(about(25, FirewallRule.Sway.MARKS, 7), aside).file()).clear(), "other mail alone");
    }

    @Test
    void nothingWasStopped() {
        assertFalse(stops(Cases.starttls().firewall(Cases.rule(587))));
    }

    @Test
    void tellsWhichRule() {
        assertEquals("nft filter output: port 587 drop", new DeviceFirewall(silent().firewall(Cases.rule(25),
                Cases.rule(587)).file()).ruleText());
    }

    @Test
    void readableOnlyWhereSomethingWasRead() {
        assertTrue(new DeviceFirewall(silent().firewallUnreadable().firewall().file()).readable());
        assertFalse(new DeviceFirewall(silent().firewallUnreadable().file()).readable());
        assertFalse(new DeviceFirewall(silent().file()).readable());
    }
}
