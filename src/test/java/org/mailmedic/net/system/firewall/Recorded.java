package org.mailmedic.net.system.firewall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mailmedic.evidence.OffRoute.FirewallRule;

/// What the real programs printed (nftables 1.0.6, iptables 1.8.9 with nft beneath), and short ways to talk about rules.
public final class Recorded {
    private Recorded() {}

    static String text(String name) {
        try (var stream = Recorded.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// `25,465 @192.0.2.1 v4`, one for each rule.
    public static List<String> shortly(List<FirewallRule> rules) {
        return shortly(rules, FirewallRule.Sway.STOPS);
    }

    static List<String> shortly(List<FirewallRule> rules, FirewallRule.Sway sway) {
        return rules.stream().filter(rule -> rule.sway() == sway).map(Recorded::shortly).toList();
    }

    private static String shortly(FirewallRule rule) {
        String ports = rule.ports().isEmpty() ? "all" : String.join(",", rule.ports().stream().map(String::valueOf).toList());
        String families = rule.ipv4() && rule.ipv6() ? "" : rule.ipv4() ? " v4" : " v6";
        return ports + (rule.address().isEmpty() ? "" : " @" + rule.address()) + families;
    }
}
