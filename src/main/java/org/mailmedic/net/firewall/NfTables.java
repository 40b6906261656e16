package org.mailmedic.net.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailmedic.evidence.Evidence.FirewallRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Linux, nftables: `nft -j list ruleset` (libnftables-json(5)). Looks at the chains that outgoing packets pass, and at those they jump to.
final class NfTables implements FirewallReader {
    private static final int MOST_PORTS = 2048;

    @Override
    public List<String> command() {
        return List.of("nft", "-j", "list", "ruleset");
    }

    @Override
    public List<FirewallRule> read(String text) {
        JsonNode all;
        try {
            all = new JsonMapper().readTree(text).path("nftables");
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("not the JSON of nft", notJson);
        }
        Map<String, List<JsonNode>> rules = new HashMap<>();
        List<JsonNode> outgoing = new ArrayList<>();
        for (JsonNode each : all) {
            JsonNode rule = each.path("rule");
            if (rule.isObject()) {
                rules.computeIfAbsent(chainKey(rule, rule.path("chain").asString("")), _ -> new ArrayList<>()).add(rule);
            }
            JsonNode chain = each.path("chain");
            if (chain.path("hook").asString("").equals("output") && chain.path("type").asString("filter").equals("filter")) {
                outgoing.add(chain);
            }
        }
        List<FirewallRule> found = new ArrayList<>();
        for (JsonNode chain : outgoing) {
            collect(chain, chain.path("name").asString(""), rules, new HashSet<>(), found);
            if (chain.path("policy").asString("accept").equals("drop")) {
                policy(chain, rules.getOrDefault(chainKey(chain, chain.path("name").asString("")), List.of()), found);
            }
        }
        return found;
    }

    private static String chainKey(JsonNode node, String chain) {
        return node.path("family").asString("") + "/" + node.path("table").asString("") + "/" + chain;
    }

    private static void collect(JsonNode owner, String chain, Map<String, List<JsonNode>> rules, Set<String> seen, List<FirewallRule> found) {
        String key = chainKey(owner, chain);
        if (!seen.add(key)) {
            return;
        }
        for (JsonNode rule : rules.getOrDefault(key, List.of())) {
            read(rule, found);
            for (JsonNode expression : rule.path("expr")) {
                for (String jump : List.of("jump", "goto")) {
                    if (expression.has(jump)) {
                        collect(owner, expression.path(jump).path("target").asString(""), rules, seen, found);
                    }
                }
            }
        }
    }

    private static void read(JsonNode rule, List<FirewallRule> found) {
        var match = new Match(rule.path("family").asString(""));
        for (JsonNode expression : rule.path("expr")) {
            match.take(expression);
        }
        if (match.stops && match.tcp && !match.replies) {
            String text = "nft " + rule.path("table").asString("") + " " + rule.path("chain").asString("") + ": "
                    + (match.ports.isEmpty() ? "all ports" : "port " + match.ports.toString().replaceAll("[\\[\\]]", "")) + " " + match.verdict;
            found.add(new FirewallRule(match.ports, match.address, match.ipv4, match.ipv6, text));
        }
    }

    /// A chain whose policy is drop stops whatever none of its rules accepts. Only said when no rule accepts TCP wholesale.
    private static void policy(JsonNode chain, List<JsonNode> rules, List<FirewallRule> found) {
        Set<Integer> accepted = new HashSet<>();
        for (JsonNode rule : rules) {
            var match = new Match(rule.path("family").asString(""));
            rule.path("expr").forEach(match::take);
            if (match.verdict.equals("accept") && match.tcp && !match.replies && !match.loopback && match.address.isEmpty()) {
                if (match.ports.isEmpty()) {
                    return;
                }
                accepted.addAll(match.ports);
            }
        }
        List<Integer> stopped = new ArrayList<>(List.of(25, 465, 587, 2525));
        stopped.removeAll(accepted);
        if (!stopped.isEmpty()) {
            String family = chain.path("family").asString("");
            found.add(new FirewallRule(stopped, "", !family.equals("ip6"), !family.equals("ip"),
                    "nft " + chain.path("table").asString("") + " " + chain.path("name").asString("") + ": policy drop"));
        }
    }

    /// What one rule is about.
    private static final class Match {
        private final List<Integer> ports = new ArrayList<>();
        private String address = "";
        private String verdict = "";
        private boolean ipv4;
        private boolean ipv6;
        private boolean tcp = true;
        private boolean stops;
        private boolean replies;
        private boolean loopback;

        Match(String family) {
            ipv4 = !family.equals("ip6");
            ipv6 = !family.equals("ip");
        }

        void take(JsonNode expression) {
            if (expression.has("drop") || expression.has("reject")) {
                stops = true;
                verdict = expression.has("drop") ? "drop" : "reject";
            } else if (expression.has("accept")) {
                verdict = "accept";
            } else if (expression.has("match")) {
                match(expression.path("match"));
            }
        }

        private void match(JsonNode match) {
            String protocol = match.path("left").path("payload").path("protocol").asString("");
            String field = match.path("left").path("payload").path("field").asString("");
            String meta = match.path("left").path("meta").path("key").asString("");
            JsonNode right = match.path("right");
            boolean equal = match.path("op").asString("==").matches("==|in");
            if (field.equals("dport") && (protocol.equals("tcp") || protocol.equals("th"))) {
                ports(right, equal);
            } else if (protocol.equals("udp") || protocol.startsWith("icmp")) {
                tcp = false;
            } else if (field.equals("daddr") && equal) {
                address = right.isString() ? right.asString() : right.path("prefix").path("addr").asString("") + "/" + right.path("prefix").path("len").asInt(0);
                ipv4 &= protocol.equals("ip");
                ipv6 &= protocol.equals("ip6");
            } else if (meta.equals("l4proto") || field.equals("protocol") || field.equals("nexthdr")) {
                tcp = !equal || right.toString().contains("tcp") || right.toString().equals("6");
            } else if (meta.equals("nfproto")) {
                ipv4 &= right.asString("").equals("ipv4");
                ipv6 &= right.asString("").equals("ipv6");
            } else if (meta.equals("oifname") || meta.equals("oif")) {
                loopback = right.asString("").equals("lo");
                tcp &= !(loopback && equal);
            } else if (match.path("left").path("ct").path("key").asString("").equals("state")) {
                replies = !right.toString().contains("new");
            }
        }

        private void ports(JsonNode right, boolean equal) {
            if (!equal) {
                return;
            }
            if (right.isInt()) {
                ports.add(right.asInt());
            }
            for (JsonNode each : right.path("set")) {
                ports(each, true);
            }
            JsonNode range = right.path("range");
            if (range.isArray() && range.size() == 2) {
                for (int port = range.get(0).asInt(); port <= range.get(1).asInt() && ports.size() < MOST_PORTS; port++) {
                    ports.add(port);
                }
            }
        }
    }
}
