package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.evidence.OffRoute.FirewallRule;

/// macOS: `pfctl -sr` prints the packet filter's rules (pf.conf(5)); it needs an administrator, and its refusal is evidence like any other.
/// Not tried on macOS yet.
public final class PacketFilter implements FirewallReader {
    private static final Pattern RULE = Pattern.compile("^block (?:drop |return )?out\\b.*$");
    private static final Pattern PORT = Pattern.compile("port = (\\d+)");

    @Override
    public List<String> command() {
        return List.of("pfctl", "-sr");
    }

    @Override
    public List<FirewallRule> read(String text) {
        List<FirewallRule> found = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (RULE.matcher(line).matches() && (!line.contains("proto") || line.contains("proto tcp"))) {
                List<Integer> ports = new ArrayList<>();
                Matcher port = PORT.matcher(line);
                while (port.find()) {
                    ports.add(Integer.parseInt(port.group(1)));
                }
                found.add(new FirewallRule(ports, "", !line.contains("inet6"), !line.matches(".*\\binet\\b.*"), line));
            }
        }
        return found;
    }
}
