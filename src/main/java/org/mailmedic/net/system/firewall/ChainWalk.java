package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailmedic.evidence.Evidence.FirewallRule;

/// Goes through chains the way a packet does, one rule after the other, and notes what stops it: what an earlier rule lets through is
/// not stopped by a later one. Where a rule cannot be judged, nothing is claimed on its account.
final class ChainWalk {
    private static final int DEEPEST = 16;

    private final Map<String, List<ChainRule>> chains;
    private final boolean ipv4;
    private final boolean ipv6;
    private final Set<Integer> accepted = new HashSet<>();
    private final List<FirewallRule> found = new ArrayList<>();
    private boolean doubtful;

    /// @param chains their rules by name, in order
    /// @param ipv4   whether they meet IPv4, and `ipv6` likewise
    ChainWalk(Map<String, List<ChainRule>> chains, boolean ipv4, boolean ipv6) {
        this.chains = chains;
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    /// @param dropped how to show it that the chain's policy is to drop; empty when it is not
    List<FirewallRule> walk(String chain, String dropped) {
        boolean decided = passes(chain, 0);
        if (!decided && !doubtful && !dropped.isEmpty()) {
            stop(new ChainRule(ChainRule.Effect.STOP, "", List.of(), List.of(), ipv4, ipv6, true, dropped));
        }
        return found;
    }

    /// @return whether every packet's fate is decided there
    private boolean passes(String chain, int depth) {
        if (depth > DEEPEST) {
            doubtful = true;
            return false;
        }
        for (ChainRule rule : chains.getOrDefault(chain, List.of())) {
            boolean all = rule.meetsAll(ipv4, ipv6);
            switch (rule.effect()) {
                case STOP -> {
                    stop(rule);
                    if (all) {
                        return true;
                    }
                }
                case ACCEPT -> {
                    if (all) {
                        return true;
                    }
                    accept(rule);
                }
                case RETURN -> {
                    if (all) {
                        return false;
                    }
                    doubtful = true;
                }
                case JUMP, GOTO -> {
                    if (!all) {
                        doubtful = true;
                    } else if (passes(rule.target(), depth + 1)) {
                        return true;
                    } else if (rule.effect() == ChainRule.Effect.GOTO) {
                        return false;
                    }
                }
                case NONE -> { }
            }
        }
        return false;
    }

    private void accept(ChainRule rule) {
        boolean bothFamilies = (rule.ipv4() || !ipv4) && (rule.ipv6() || !ipv6);
        if (rule.certain() && rule.addresses().isEmpty() && bothFamilies) {
            accepted.addAll(rule.ports());
        } else {
            doubtful = true;
        }
    }

    private void stop(ChainRule rule) {
        if (!rule.certain()) {
            return;
        }
        List<Integer> ports = new ArrayList<>(rule.ports().isEmpty() && !accepted.isEmpty() ? PortSet.MAIL : rule.ports());
        ports.removeAll(accepted);
        if (ports.isEmpty() && !(rule.ports().isEmpty() && accepted.isEmpty())) {
            return;
        }
        for (String address : rule.addresses().isEmpty() ? List.of("") : rule.addresses()) {
            found.add(new FirewallRule(ports, address, rule.ipv4(), rule.ipv6(), rule.text()));
        }
    }
}
