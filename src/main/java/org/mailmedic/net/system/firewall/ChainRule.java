package org.mailmedic.net.system.firewall;

import java.util.List;

/// One rule of a chain that new outgoing TCP connections can meet, as far as it is understood.
///
/// @param effect    what it does to what it matches
/// @param target    the chain that it leads to; empty when to none
/// @param ports     the ports it is about; empty for all
/// @param addresses the addresses it is about; empty for all
/// @param ipv4      whether it can meet IPv4, and `ipv6` likewise
/// @param certain   false when it has conditions that cannot be judged from here: a user, a rate, a mark …
/// @param text      the rule, as it may be shown
record ChainRule(Effect effect, String target, List<Integer> ports, List<String> addresses, boolean ipv4, boolean ipv6, boolean certain,
                 String text) {
    enum Effect { STOP, ACCEPT, RETURN, JUMP, GOTO, NONE }

    ChainRule {
        ports = List.copyOf(ports);
        addresses = List.copyOf(addresses);
    }

    /// Whether it meets every connection of the families given.
    boolean meetsAll(boolean v4, boolean v6) {
        return certain && ports.isEmpty() && addresses.isEmpty() && (ipv4 || !v4) && (ipv6 || !v6);
    }
}
