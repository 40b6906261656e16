package org.mailmedic.net.system.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.evidence.OffRoute.FirewallRule;

final class IpTablesTest {
    private final IpTables reader = new IpTables(false, false, new RuleOrigin("anna", 1000, Set.of("lo", "eth0")));

    /// Left out are rules for loopback, UDP, replies, one user, and incoming packets.
    @Test
    void readsWhatStopsOutgoingMail() {
        assertEquals(List.of("25 v4", "465,587 v4", "2525,2526 v4", "587 @192.0.2.25 v4", "26 v4", "24 v4", "25,465,587,2525 v4", "27 v4"),
                Recorded.shortly(reader.read(Recorded.text("iptables.txt"))));
    }

    @Test
    void aPolicyOfDropStopsWhatNoRuleLetsThrough() {
        assertEquals(List.of("25,465,587,2525 v4"), Recorded.shortly(reader.read(Recorded.text("iptables-policy-drop.txt"))));
        assertEquals(List.of("25,465,2525 v4"), shortly("-P OUTPUT DROP", "-A OUTPUT -p tcp -m tcp --dport 587 -j ACCEPT"));
        assertEquals(List.of("25,465,2525 v4"), shortly("-P OUTPUT DROP", "-A OUTPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
                "-A OUTPUT -p tcp -m multiport --dports 80,587 -j ACCEPT"));
        assertEquals(List.of(), shortly("-P OUTPUT DROP", "-A OUTPUT -m conntrack --ctstate NEW -j ACCEPT"));
        assertEquals(List.of("all v4"), shortly("-P OUTPUT DROP", "-A OUTPUT -o lo -j ACCEPT", "-A OUTPUT -o tun+ -j ACCEPT"),
                "the tunnel of a VPN that is not connected");
        assertEquals(List.of(), shortly("-P OUTPUT DROP", "-A OUTPUT -o lo -j ACCEPT", "-A OUTPUT -o eth+ -j ACCEPT"));
        assertEquals(List.of(), shortly("-P INPUT ACCEPT", "-P FORWARD DROP", "-P OUTPUT ACCEPT"));
    }

    @Test
    void whatFollowsTheFirstPacket() {
        List<FirewallRule> later = reader.read("-A OUTPUT -p tcp -m tcp --dport 587 -m conntrack --ctstate ESTABLISHED -j DROP");
        assertEquals(List.of("587 v4"), Recorded.shortly(later, FirewallRule.Sway.STOPS_LATER));
        assertEquals(List.of(), Recorded.shortly(later));
        assertEquals(List.of(), Recorded.shortly(reader.read("-A OUTPUT -p tcp -m tcp --dport 587 -j DROP"),
                FirewallRule.Sway.STOPS_LATER), "told once");
        assertEquals(List.of(), Recorded.shortly(reader.read("-A OUTPUT -p tcp -m tcp --dport 587 --syn -m conntrack --ctstate ESTABLISHED "
                + "-j DROP"), FirewallRule.Sway.STOPS_LATER), "the first packet alone");
    }

    @Test
    void answersThatDoNotComeInAreAsBad() {
        assertEquals(List.of("all v4"), shortly("-P INPUT DROP", "-A INPUT -i lo -j ACCEPT",
                "-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT"));
        assertEquals(List.of(), shortly("-P INPUT DROP", "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT"), "as usual");
        assertEquals(List.of("587 v4"), shortly("-A INPUT -p tcp -m tcp --sport 587 -j DROP"));
        assertEquals(List.of(), shortly("-A INPUT -p tcp -m tcp --dport 587 -j DROP"), "what others ask of us");
        assertEquals(List.of("all @192.0.2.9 v4"), shortly("-A INPUT -s 192.0.2.9/32 -j DROP"));
        assertEquals(List.of(), shortly("-A INPUT -p tcp -m tcp --syn -j DROP"), "connections from outside");
    }

    /// Translations, marks and what stops early are in other tables than filters. Another user's, what is forwarded, and what Docker
    /// publishes here are nothing against us.
    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void readsAllTablesOfBothKinds(String kind) {
        List<FirewallRule> all = reader.read(Recorded.text("iptables-save-" + kind + ".txt"));
        assertEquals(Set.of("27 v4", "587 v4", "25,465 v4", "26 v4", "28 v4"), Set.copyOf(Recorded.shortly(all)));
        assertEquals(List.of("29 v4"), Recorded.shortly(all, FirewallRule.Sway.MAY_STOP));
        assertEquals(List.of("2525 v4", "2587 v4"), Recorded.shortly(all, FirewallRule.Sway.MARKS));
        assertEquals(List.of("all v4", "2587 v4"), Recorded.shortly(all, FirewallRule.Sway.STOPS_MARKED));
        assertEquals(List.of(7L, 1L), all.stream().filter(rule -> rule.sway() == FirewallRule.Sway.STOPS_MARKED).map(FirewallRule::mark)
                .toList());
        assertTrue(all.stream().anyMatch(rule -> rule.text().startsWith("-t nat -A OUTPUT ")), "shown as it would be typed");
    }

    @Test
    void aPolicyAsItIsSaved() {
        assertEquals(List.of("all v4"), shortly("*filter", ":INPUT ACCEPT [0:0]", ":FORWARD DROP [0:0]", ":OUTPUT DROP [3:180]", "COMMIT"));
        assertEquals(List.of("all v4"), shortly("*mangle", ":POSTROUTING DROP [0:0]", "COMMIT"));
        assertEquals(List.of(), shortly("*nat", ":INPUT DROP [0:0]", ":PREROUTING DROP [0:0]", "COMMIT"), "passed by no packet of ours");
        assertEquals(List.of(), shortly("*filter", ":OUTPUT ACCEPT [0:0]", "COMMIT", "*raw", "-A INPUT -j DROP", "COMMIT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-A OUTPUT -o lo -j DROP", "-A OUTPUT -p udp --dport 25 -j DROP", "-A INPUT -p tcp --dport 25 -j DROP",
            "-A OUTPUT -p tcp --dport 25 -j ACCEPT", "-A OUTPUT -p tcp --dport 25 -j LOG --log-prefix \"mail -j DROP \"",
            "-A OUTPUT -p tcp --dport 25 -m comment --comment \"not -j DROP\" -j ACCEPT", "-A OUTPUT -m owner --uid-owner 33 -j REJECT",
            "-A OUTPUT -m owner ! --uid-owner 1000 -j REJECT", "-A OUTPUT -m owner --gid-owner 1000 -j REJECT",
            "-A OUTPUT -p tcp --sport 25 -j DROP", "-A OUTPUT -p tcp -m limit --limit 1/sec -j DROP", "-A OUTPUT ! -p tcp -j DROP",
            "-A OUTPUT -p tcp --tcp-flags SYN,ACK SYN,ACK -j DROP", "-A OUTPUT -m addrtype --dst-type LOCAL -j DROP",
            "-A OUTPUT -m mark ! --mark 0x7 -j DROP", "-A OTHER -p tcp --dport 25 -j DROP", "# iptables: Permission denied", "", "-A", "-A OUTPUT", "-P OUTPUT"})
    void claimsNothingElse(String line) {
        assertEquals(List.of(), shortly(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -A OUTPUT -j DROP | all v4
            -A OUTPUT -p tcp -m tcp --dport 25 -j REJECT --reject-with tcp-reset | 25 v4
            -A OUTPUT -p tcp -m tcp --dport :26 -m comment --comment "a \\"b\\" -p udp" -j DROP | 0..26
            -A OUTPUT ! -o lo -p tcp -m tcp --dport 25 --tcp-flags SYN,ACK SYN -j DROP | 25 v4
            -A OUTPUT -d 192.0.2.0/24 -p tcp -m tcp --dport 25 -j DROP | 25 @192.0.2.0/24 v4
            -A OUTPUT -p tcp -m tcp --dport 25 -m owner --uid-owner 1000 -j DROP | 25 v4
            -A OUTPUT -p tcp -m tcp --dport 25 -m owner --uid-owner 500-1500 -j DROP | 25 v4
            -A OUTPUT -p tcp -m tcp --dport 25 -m owner ! --uid-owner 33 -j DROP | 25 v4
            -A OUTPUT -p tcp -m multiport ! --dports 80,443,587 -j DROP | 25,465,2525 v4
            """)
    void readsHowRulesAreWritten(String line, String shown) {
        List<String> read = shortly(line.strip());
        assertEquals(1, read.size());
        assertTrue(shown.equals("0..26") ? read.getFirst().startsWith("0,1,2,3,") && read.getFirst().endsWith(",26 v4") : read.getFirst()
                .equals(shown),
                () -> "was " + read);
    }

    /// As ufw writes them: the rules stand three chains deep.
    @Test
    void followsTheChainsOfUfw() {
        String[] ufw = {"-P OUTPUT DROP", "-N ufw-before-output", "-N ufw-user-output", "-N ufw-track-output",
                "-A OUTPUT -j ufw-before-output",
                "-A OUTPUT -j ufw-track-output", "-A ufw-before-output -o lo -j ACCEPT",
                "-A ufw-before-output -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT", "-A ufw-before-output -j ufw-user-output",
                "-A ufw-user-output -p tcp -m tcp --dport 587 -j ACCEPT", "-A ufw-user-output -p tcp -m tcp --dport 25 -j DROP"};
        assertEquals(List.of("25 v4", "25,465,2525 v4"), shortly(ufw));
        ufw[0] = "-P OUTPUT ACCEPT";
        assertEquals(List.of("25 v4"), shortly(ufw));
    }

    @Test
    void whatAnEarlierRuleTakesNoLaterOneStops() {
        assertEquals(List.of(), shortly("-A OUTPUT -p tcp -m tcp --dport 25 -j ACCEPT", "-A OUTPUT -p tcp -m tcp --dport 25 -j DROP"));
        assertEquals(List.of("25,465,2525 v4"), shortly("-A OUTPUT -p tcp -m tcp --dport 587 -j ACCEPT", "-A OUTPUT -j DROP"));
        assertEquals(List.of(), shortly("-A OUTPUT -j RETURN", "-A OUTPUT -j DROP"));
    }

    @Test
    void anEndlessCommentIsOneWord() {
        String comment = "a \\\"".repeat(100_000);
        assertEquals(List.of("25 v4"), shortly("-A OUTPUT -p tcp -m tcp --dport 25 -m comment --comment \"" + comment + "\" -j DROP"));
    }

    @Test
    void showsTheRuleAsItStands() {
        String line = "-A OUTPUT -p tcp -m tcp --dport 25 -j DROP";
        assertEquals(line, reader.read(line).getFirst().text());
    }

    @Test
    void ipv6HasItsOwnProgram() {
        var ipv6 = new IpTables(true, false, new RuleOrigin("anna", 1000, Set.of("lo", "eth0")));
        assertEquals(List.of("ip6tables-save"), ipv6.command());
        assertEquals(List.of("iptables-save"), reader.command());
        assertEquals(List.of("ip6tables-legacy-save"), new IpTables(true, true, new RuleOrigin("anna", 1000, Set.of())).command());
        assertEquals(List.of("25 @2001:db8::1 v6"), Recorded.shortly(ipv6.read("-A OUTPUT -d 2001:db8::1/128 -p tcp --dport 25 -j DROP")));
        assertFalse(ipv6.read("-A OUTPUT -j DROP").getFirst().ipv4());
    }

    private List<String> shortly(String... lines) {
        return Recorded.shortly(reader.read(String.join("\n", lines) + "\n"));
    }
}
