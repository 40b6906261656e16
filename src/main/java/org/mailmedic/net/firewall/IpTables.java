package org.mailmedic.net.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.evidence.Evidence.FirewallRule;

/// Linux, iptables and ip6tables: `-S` prints the rules as they would be typed (iptables(8)). ufw writes its rules here too.
final class IpTables implements FirewallReader {
    private static final Pattern VERDICT = Pattern.compile("-j (DROP|REJECT)\\b");
    private static final Pattern PORT = Pattern.compile("--dports? ([0-9,:]+)");
    private static final Pattern ADDRESS = Pattern.compile("(?<!! )-d (\\S+)");
    private static final int MOST_PORTS = 2048;
    private final boolean ipv6;

    IpTables(boolean ipv6) {
        this.ipv6 = ipv6;
    }

    @Override
    public List<String> command() {
        return List.of(ipv6 ? "ip6tables" : "iptables", "-S");
    }

    @Override
    public List<FirewallRule> read(String text) {
        List<FirewallRule> found = new ArrayList<>();
        for (String line : text.lines().toList()) {
            boolean output = line.startsWith("-A OUTPUT ") || line.startsWith("-A ufw-user-output ") || line.startsWith("-A ufw-user-limit ");
            boolean tcp = !line.contains(" -p ") || line.contains(" -p tcp") || line.contains(" -p all");
            boolean narrowed = line.contains(" -o lo ") || (line.contains("state") && !line.contains("NEW"));
            Matcher verdict = VERDICT.matcher(line);
            if (output && tcp && !narrowed && verdict.find()) {
                Matcher address = ADDRESS.matcher(line);
                found.add(new FirewallRule(ports(line), address.find() ? address.group(1).replaceFirst("/(32|128)$", "") : "", !ipv6, ipv6, line));
            }
        }
        return found;
    }

    private static List<Integer> ports(String line) {
        Matcher matcher = PORT.matcher(line);
        List<Integer> ports = new ArrayList<>();
        if (matcher.find()) {
            for (String part : matcher.group(1).split(",")) {
                String[] ends = part.split(":", 2);
                int from = ends[0].isEmpty() ? 0 : Integer.parseInt(ends[0]);
                int to = ends.length == 1 ? from : ends[1].isEmpty() ? 65535 : Integer.parseInt(ends[1]);
                for (int port = from; port <= to && ports.size() < MOST_PORTS; port++) {
                    ports.add(port);
                }
            }
        }
        return ports;
    }
}
