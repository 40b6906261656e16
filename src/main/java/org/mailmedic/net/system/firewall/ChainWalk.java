package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailmedic.evidence.OffRoute.FirewallRule;

/// Goes through chains the way a packet does, one rule after the other, and notes what stops it: what an earlier rule lets through is
/// not stopped by a later one. Where a rule cannot be judged, it is noted that it may.
final class ChainWalk {
    private static final int DEEPEST = 16;
    /// Chains that lead into each other many times over would go on without end.
    private static final int MOST = 20_000;

    private final Map<String, List<ChainRule>> chains;
    private final boolean ipv4;
    private final boolean ipv6;
    private final FirewallRule.Sway stopping;
    private final Set<Integer> accepted = new HashSet<>();
    private final List<FirewallRule> found = new ArrayList<>();
    private boolean doubtful;
    private int steps;

    /// @param chains   their rules by name, in order
    /// @param ipv4     whether they meet IPv4, and `ipv6` likewise
    /// @param stopping what a rule does that stops a packet for certain
    ChainWalk(Map<String, List<ChainRule>> chains, boolean ipv4, boolean ipv6, FirewallRule.Sway stopping) {
        this.chains = chains;
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
        this.stopping = stopping;
    }

    /// @param dropped how to show it that the chain's policy is to drop; empty when it is not
    List<FirewallRule> walk(String chain, String dropped) {
        boolean decided = passes(chain, everything(), 0);
        if (!decided && !dropped.isEmpty()) {
            stop(new ChainRule(ChainRule.Effect.STOP, "", List.of(), List.of(), ipv4, ipv6, !doubtful, ChainRule.NO_MARK,
                    ChainRule.NO_MARK, dropped));
        }
        return found;
    }

    private ChainRule everything() {
        return new ChainRule(ChainRule.Effect.JUMP, "", List.of(), List.of(), ipv4, ipv6, true, ChainRule.NO_MARK, ChainRule.NO_MARK, "");
    }

    /// @param within what gets into the chain at all
    /// @return whether the fate of every packet that gets in is decided there
    private boolean passes(String chain, ChainRule within, int depth) {
        if (depth > DEEPEST || steps > MOST) {
            doubtful = true;
            return false;
        }
        for (ChainRule each : chains.getOrDefault(chain, List.of())) {
            steps++;
            boolean all = each.meetsAll(within.ipv4(), within.ipv6());
            ChainRule rule = each.behind(within).orElse(null);
            if (rule == null) {
                continue;
            }
            if (rule.marks() >= 0) {
                note(rule, rule.ports(), FirewallRule.Sway.MARKS, rule.marks());
            }
            switch (rule.effect()) {
                case STOP -> {
                    stop(rule);
                    if (all) {
                        return true;
                    }
                }
                case ACCEPT -> {
                    accept(rule);
                    if (all) {
                        return true;
                    }
                }
                case RETURN -> {
                    if (all) {
                        return false;
                    }
                    doubtful = true;
                }
                case JUMP, GOTO -> {
                    boolean decided = passes(rule.target(), rule, depth + 1);
                    if (all && decided) {
                        return true;
                    }
                    if (rule.effect() == ChainRule.Effect.GOTO) {
                        if (all) {
                            return false;
                        }
                        doubtful |= !decided;
                    }
                }
                case NONE -> { }
            }
        }
        return false;
    }

    private void accept(ChainRule rule) {
        boolean bothFamilies = (rule.ipv4() || !ipv4) && (rule.ipv6() || !ipv6);
        if (rule.meetsAll(ipv4, ipv6)) {
            return;
        }
        if (rule.certain() && rule.addresses().isEmpty() && bothFamilies && rule.marked() < 0) {
            accepted.addAll(rule.ports());
        } else {
            doubtful = true;
        }
    }

    private void stop(ChainRule rule) {
        List<Integer> ports = new ArrayList<>(rule.ports().isEmpty() && !accepted.isEmpty() ? PortSet.MAIL : rule.ports());
        ports.removeAll(accepted);
        if (ports.isEmpty() && !(rule.ports().isEmpty() && accepted.isEmpty())) {
            return;
        }
        note(rule, ports, !rule.certain() ? FirewallRule.Sway.MAY_STOP : rule.marked() >= 0 ? FirewallRule.Sway.STOPS_MARKED
                : stopping, rule.marked());
    }

    private void note(ChainRule rule, List<Integer> ports, FirewallRule.Sway sway, long mark) {
        for (String address : rule.addresses().isEmpty() ? List.of("") : rule.addresses()) {
            found.add(new FirewallRule(ports, address, rule.ipv4(), rule.ipv6(), rule.text(), sway, mark));
        }
    }
}
