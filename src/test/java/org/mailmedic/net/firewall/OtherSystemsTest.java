package org.mailmedic.net.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.system.firewall.FirewallReader;
import org.mailmedic.net.system.firewall.PacketFilter;
import org.mailmedic.net.system.firewall.Recorded;
import org.mailmedic.net.system.firewall.WindowsFirewall;

/// Windows and macOS: as their documentation writes it; neither has been tried on such a machine.
final class OtherSystemsTest {
    @Test
    void windowsRulesAreLines() {
        String text = "Block SMTP|TCP|25,465,587\r\nNo network at all|Any|Any\r\nBlock DNS|UDP|53\r\nOld mail program|TCP|Any\r\n\r\nBad|line\r\n";
        var rules = new WindowsFirewall().read(text);
        assertEquals(List.of("25,465,587", "all", "all"), Recorded.shortly(rules));
        assertEquals(List.of("Block SMTP", "No network at all", "Old mail program"), rules.stream().map(r -> r.text()).toList());
        assertEquals(List.of(), new WindowsFirewall().read(""));
    }

    @Test
    void pfRulesAreLines() {
        String text = """
                scrub-anchor "com.apple/*" all fragment reassemble
                block drop out proto tcp from any to any port = 25
                block return out inet6 proto tcp from any to any port = 587
                block drop out inet proto tcp from any to any port = 465
                block drop out proto udp from any to any port = 53
                block drop in proto tcp from any to any port = 25
                pass out all flags S/SA keep state
                """;
        assertEquals(List.of("25", "587 v6", "465 v4"), Recorded.shortly(new PacketFilter().read(text)));
    }

    @Test
    void eachSystemHasItsReaders() {
        assertInstanceOf(WindowsFirewall.class, FirewallReader.forSystem("Windows 11").getFirst());
        assertInstanceOf(PacketFilter.class, FirewallReader.forSystem("Mac OS X").getFirst());
        assertEquals(List.of("nft", "iptables-save", "ip6tables-save", "iptables-legacy-save", "ip6tables-legacy-save", "ip", "ip"), FirewallReader.forSystem("Linux").stream().map(r ->
                r.command().getFirst())
                .toList());
    }
}
