package org.mailmedic.net.system.firewall;

import java.util.List;
import java.util.Locale;
import org.mailmedic.evidence.OffRoute.FirewallRule;

/// Reads what one program of a system prints about rules for outgoing connections. Pure: it is handed the text.
public interface FirewallReader {
    /// The command that prints it; it changes nothing.
    List<String> command();

    /// The rules against outgoing TCP connections.
    ///
    /// @throws IllegalArgumentException when the text is not what that program prints
    List<FirewallRule> read(String text);

    /// All that fit this system, in the order in which they are asked.
    static List<FirewallReader> forSystem(String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return List.of(new WindowsFirewall());
        }
        if (os.contains("mac")) {
            return List.of(new PacketFilter());
        }
        RuleOrigin origin = RuleOrigin.current();
        return List.of(new NfTables(origin), new IpTables(false, false, origin), new IpTables(true, false, origin),
                new IpTables(false, true, origin), new IpTables(true, true, origin),
                new RoutingRules(false, origin), new RoutingRules(true, origin));
    }
}
