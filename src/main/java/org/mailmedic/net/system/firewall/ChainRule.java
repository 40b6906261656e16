package org.mailmedic.net.system.firewall;

import java.util.List;
import java.util.Optional;

/// One rule of a chain that outgoing TCP connections, or the answers to them, can meet, as far as it is understood.
///
/// @param effect    what it does to what it matches
/// @param target    the chain that it leads to; empty when to none
/// @param ports     the server's ports that it is about; empty for all
/// @param addresses the server's addresses that it is about; empty for all
/// @param ipv4      whether it can meet IPv4, and `ipv6` likewise
/// @param certain   false when it has conditions that cannot be judged from here: a rate, a list that is not shown …
/// @param marked    the mark that packets must carry to be met; negative for none
/// @param marks     the mark that it gives them; negative for none
/// @param text      the rule, as it may be shown
record ChainRule(Effect effect, String target, List<Integer> ports, List<String> addresses, boolean ipv4, boolean ipv6, boolean certain,
                 long marked, long marks, String text) {
    enum Effect { STOP, ACCEPT, RETURN, JUMP, GOTO, NONE }

    static final long NO_MARK = -1;

    ChainRule {
        ports = List.copyOf(ports);
        addresses = List.copyOf(addresses);
    }

    /// Whether it meets every connection of the families given.
    boolean meetsAll(boolean v4, boolean v6) {
        return certain && ports.isEmpty() && addresses.isEmpty() && marked < 0 && (ipv4 || !v4) && (ipv6 || !v6);
    }

    /// This rule, behind the conditions of the jump that leads to it; empty when nothing gets through both.
    Optional<ChainRule> behind(ChainRule jump) {
        List<Integer> common = jump.ports.isEmpty() ? ports : ports.isEmpty() ? jump.ports : ports.stream().filter(jump.ports::contains)
                .toList();
        boolean v4 = ipv4 && jump.ipv4;
        boolean v6 = ipv6 && jump.ipv6;
        if (common.isEmpty() && !(ports.isEmpty() && jump.ports.isEmpty()) || !v4 && !v6) {
            return Optional.empty();
        }
        boolean bothAddresses = !addresses.isEmpty() && !jump.addresses.isEmpty();
        boolean bothMarks = marked >= 0 && jump.marked >= 0 && marked != jump.marked;
        return Optional.of(new ChainRule(effect, target, common, addresses.isEmpty() ? jump.addresses : addresses, v4, v6,
                certain && jump.certain && !bothAddresses && !bothMarks, marked < 0 ? jump.marked : marked, marks, text));
    }
}
