package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailmedic.evidence.OffRoute.FirewallRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Linux, policy routing: `ip -j rule` (ip-rule(8)) prints which packets are kept from any route: prohibited, unreachable, or lost in a
/// black hole. A rule that sends mail, or what was marked, to another table is another route, as VPNs have it; nobody knows whether that
/// leads anywhere. Of all packets it is nothing against mail.
final class RoutingRules implements FirewallReader {
    private static final Set<String> NO_WAY = Set.of("prohibit", "unreachable", "blackhole");
    private static final Set<String> USUAL_TABLES = Set.of("", "main", "default", "local");
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final boolean ipv6;
    private final RuleOrigin origin;

    /// @param origin where the connections start
    RoutingRules(boolean ipv6, RuleOrigin origin) {
        this.ipv6 = ipv6;
        this.origin = origin;
    }

    @Override
    public List<String> command() {
        return ipv6 ? List.of("ip", "-6", "-j", "rule") : List.of("ip", "-j", "rule");
    }

    @Override
    public List<FirewallRule> read(String text) {
        JsonNode all;
        try {
            all = new JsonMapper().readTree(text);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("not the JSON of ip", notJson);
        }
        List<FirewallRule> found = new ArrayList<>();
        for (JsonNode rule : all) {
            if ((NO_WAY.contains(rule.path("action").asString("")) || elsewhere(rule)) && concerned(rule)) {
                found.add(read(rule));
            }
        }
        return found;
    }

    /// Whether it sends some ports, or what was marked, another way.
    private static boolean elsewhere(JsonNode rule) {
        boolean some = rule.has("dport") || rule.has("dport_start") || rule.has("fwmark") && !rule.has("not");
        return some && rule.path("action").asString("").isEmpty() && !USUAL_TABLES.contains(rule.path("table").asString(""));
    }

    private boolean concerned(JsonNode rule) {
        boolean tcp = rule.path("ipproto").asString("tcp").matches("tcp|6");
        boolean ours = !rule.has("uid_start") || !origin.userKnown() || rule.has("not")
                || origin.runBy(rule.path("uid_start").asLong() + "-" + rule.path("uid_end").asLong());
        boolean out = !rule.has("iif") || rule.path("iif").asString("").equals("lo");
        return tcp && ours && out;
    }

    private FirewallRule read(JsonNode rule) {
        var ports = new PortSet();
        if (rule.has("dport")) {
            ports.add(rule.path("dport").asInt(0), rule.path("dport").asInt(0));
        } else if (rule.has("dport_start")) {
            ports.add(rule.path("dport_start").asInt(0), rule.path("dport_end").asInt(0));
        }
        int bits = rule.path("dstlen").asInt(ipv6 ? IPV6_BITS : IPV4_BITS);
        String address = rule.has("dst") ? rule.path("dst").asString("") + "/" + bits : "";
        boolean judged = !rule.has("not") && rule.path("src").asString("all").equals("all") && !rule.has("oif") && !rule.has("sport")
                && !rule.has("sport_start") && !rule.has("tos") && (!rule.has("uid_start") || origin.userKnown());
        long mark = rule.has("fwmark") ? mark(rule.path("fwmark").asString("")) : ChainRule.NO_MARK;
        FirewallRule.Sway sway = !judged || elsewhere(rule) || rule.has("fwmark") && mark < 0 ? FirewallRule.Sway.MAY_STOP
                : mark >= 0 ? FirewallRule.Sway.STOPS_MARKED : FirewallRule.Sway.STOPS;
        return new FirewallRule(ports.all(), address, !ipv6, ipv6, shown(rule), sway, mark);
    }

    private static long mark(String hex) {
        try {
            return Long.decode(hex);
        } catch (NumberFormatException unknown) {
            return ChainRule.NO_MARK;
        }
    }

    private String shown(JsonNode rule) {
        var text = new StringBuilder(ipv6 ? "ip -6 rule" : "ip rule");
        rule.properties().stream().filter(each -> !each.getKey().equals("priority"))
                .forEach(each -> text.append(' ').append(each.getKey()).append(' ').append(each.getValue().asString("")));
        return text.toString();
    }
}
