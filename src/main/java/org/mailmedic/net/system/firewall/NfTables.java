package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mailmedic.evidence.Evidence.FirewallRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Linux, nftables: `nft -j list ruleset` (libnftables-json(5)). Looks at the chains that outgoing packets and the answers to them pass,
/// and at those they jump to: filters, translations, and what acts at the card.
final class NfTables implements FirewallReader {
    private final RuleOrigin origin;

    /// @param origin where the connections start
    NfTables(RuleOrigin origin) {
        this.origin = origin;
    }

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
        Map<String, JsonNode> sets = new HashMap<>();
        for (String kind : List.of("set", "map")) {
            all.forEach(each -> sets.put(key(each.path(kind), each.path(kind).path("name")), each.path(kind).path("elem")));
        }
        List<FirewallRule> found = new ArrayList<>();
        Map<PacketWay, Map<String, List<ChainRule>>> rules = new EnumMap<>(PacketWay.class);
        for (JsonNode each : all) {
            JsonNode chain = each.path("chain");
            Optional<PacketWay> way = way(chain);
            if (way.isPresent()) {
                var chains = rules.computeIfAbsent(way.get(), there -> chains(all, there, sets));
                boolean drops = chain.path("policy").asString("accept").equals("drop");
                String family = chain.path("family").asString("");
                found.addAll(new ChainWalk(chains, !family.equals("ip6"), !family.equals("ip")).walk(key(chain, chain.path("name")),
                        drops ? "nft " + chain.path("table").asString("") + " " + chain.path("name").asString("") + ": policy drop" : ""));
            }
        }
        return found;
    }

    /// Whether our packets, or the answers to them, pass a chain (nft(8), "CHAINS"). Answers pass no chain of type nat: only the first
    /// packet of a connection does.
    private static Optional<PacketWay> way(JsonNode chain) {
        boolean translates = chain.path("type").asString("filter").equals("nat");
        if (chain.path("family").asString("").matches("arp|bridge")) {
            return Optional.empty();
        }
        return switch (chain.path("hook").asString("")) {
            case "output" -> Optional.of(PacketWay.OUT);
            case "postrouting", "egress" -> translates ? Optional.empty() : Optional.of(PacketWay.OUT);
            case "input", "prerouting", "ingress" -> translates ? Optional.empty() : Optional.of(PacketWay.IN);
            default -> Optional.empty();
        };
    }

    private Map<String, List<ChainRule>> chains(JsonNode all, PacketWay way, Map<String, JsonNode> sets) {
        Map<String, List<ChainRule>> chains = new HashMap<>();
        for (JsonNode each : all) {
            JsonNode rule = each.path("rule");
            if (rule.isObject()) {
                Function<String, JsonNode> named = name -> sets.getOrDefault(table(rule) + name, rule.path(""));
                for (List<JsonNode> expressions : spelledOut(rule.path("expr"), named)) {
                    var match = new NfMatch(rule.path("family").asString(""), way, origin, named);
                    expressions.forEach(match::take);
                    if (match.concerned()) {
                        chains.computeIfAbsent(key(rule, rule.path("chain")), _ -> new ArrayList<>())
                                .add(match.rule(table(rule), shown(rule)));
                    }
                }
            }
        }
        return chains;
    }

    /// A rule with a verdict map is as many rules as the map has entries.
    private static List<List<JsonNode>> spelledOut(JsonNode expressions, Function<String, JsonNode> named) {
        List<JsonNode> before = new ArrayList<>();
        for (JsonNode expression : expressions) {
            JsonNode map = expression.path("vmap");
            JsonNode data = map.path("data");
            JsonNode entries = data.isString() && data.asString().startsWith("@") ? named.apply(data.asString().substring(1))
                    : data.path("set");
            if (map.isObject() && entries.isArray() && !entries.isEmpty()) {
                List<List<JsonNode>> rules = new ArrayList<>();
                for (JsonNode entry : entries) {
                    var one = new ArrayList<>(before);
                    var match = JsonNodeFactory.instance.objectNode();
                    JsonNode value = entry.path(0);
                    match.putObject("match").put("op", "==").set("left", map.path("key"))
                            .set("right", value.has("elem") ? value.path("elem").path("val") : value);
                    one.add(match);
                    one.add(entry.path(1));
                    rules.add(one);
                }
                return rules;
            }
            before.add(expression);
        }
        return List.of(before);
    }

    private static String shown(JsonNode rule) {
        return "nft " + rule.path("table").asString("") + " " + rule.path("chain").asString("") + ": ";
    }

    private static String key(JsonNode node, JsonNode name) {
        return table(node) + name.asString("");
    }

    private static String table(JsonNode node) {
        return node.path("family").asString("") + "/" + node.path("table").asString("") + "/";
    }
}
