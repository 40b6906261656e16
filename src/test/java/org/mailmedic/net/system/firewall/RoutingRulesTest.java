package org.mailmedic.net.system.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailmedic.evidence.OffRoute.FirewallRule;
import org.mailmedic.evidence.OffRoute.FirewallRule.Sway;

final class RoutingRulesTest {
    /// As iproute2 6.1 prints it, with the rules that every system has.
    private static final String USUAL = "{\"priority\":0,\"src\":\"all\",\"table\":\"local\"},"
            + "{\"priority\":32766,\"src\":\"all\",\"table\":\"main\"}";
    private final RoutingRules reader = new RoutingRules(false, new RuleOrigin("anna", 1000, Set.of("lo", "eth0")));

    private List<FirewallRule> read(String rule) {
        return reader.read("[" + USUAL + ",{\"priority\":32765,\"src\":\"all\"," + rule + "}]");
    }

    @Test
    void whatHasNoRouteIsStopped() {
        assertEquals(List.of("587 v4"), Recorded.shortly(read("\"ipproto\":\"tcp\",\"dport\":587,\"action\":\"prohibit\"")));
        assertEquals(List.of("465,466 @198.51.100.0/24 v4"), Recorded.shortly(read("\"dst\":\"198.51.100.0\",\"dstlen\":24,"
                + "\"dport_start\":465,\"dport_end\":466,\"action\":\"blackhole\"")));
        assertEquals(List.of("all v4"), Recorded.shortly(read("\"uid_start\":1000,\"uid_end\":1000,\"action\":\"unreachable\"")));
    }

    @Test
    void anotherRouteIsNothingAgainstIt() {
        assertEquals(List.of(), reader.read("[" + USUAL + "]"));
        assertEquals(List.of(), read("\"not\":null,\"fwmark\":\"0xca6c\",\"table\":\"51820\""));
        assertEquals(List.of(), read("\"ipproto\":\"udp\",\"dport\":587,\"action\":\"prohibit\""));
        assertEquals(List.of(), read("\"uid_start\":33,\"uid_end\":33,\"action\":\"prohibit\""));
    }

    @Test
    void marksAreForOtherRulesToSet() {
        FirewallRule rule = read("\"fwmark\":\"0x7\",\"fwmask\":\"0xff\",\"action\":\"unreachable\"").getFirst();
        assertEquals(Sway.STOPS_MARKED, rule.sway());
        assertEquals(7, rule.mark());
    }

    @Test
    void whatCannotBeJudgedMayStop() {
        assertEquals(Sway.MAY_STOP, read("\"oif\":\"eth0\",\"action\":\"prohibit\"").getFirst().sway());
    }

    @Test
    void anotherWayForMailAloneMayEndNowhere() {
        assertEquals(List.of("587 v4"), Recorded.shortly(read("\"ipproto\":\"tcp\",\"dport\":587,\"table\":\"100\""), Sway.MAY_STOP));
        FirewallRule marked = read("\"fwmark\":\"0x7\",\"table\":\"100\"").getFirst();
        assertEquals(Sway.MAY_STOP, marked.sway());
        assertEquals(7, marked.mark());
        assertEquals(List.of(), read("\"fwmark\":\"0x7\",\"table\":\"main\""));
        assertEquals(List.of(), read("\"table\":\"100\""), "the way of all packets");
    }

    @Test
    void refusesWhatIsNotItsJson() {
        assertThrows(IllegalArgumentException.class, () -> reader.read("Operation not permitted"));
        assertEquals(List.of(), reader.read("[]"));
    }
}
