package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailmedic.evidence.OffRoute.FirewallRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Linux, nftables: `nft -j list ruleset` (libnftables-json(5)). Looks at the chains that outgoing packets and the answers to them pass,
/// and at those they jump to: filters, translations, and what acts at the card.
final class NfTables implements FirewallReader {
    /// A rule with longer lists is not judged.
    private static final int MOST_ENTRIES = 2000;

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
        Map<String, Boolean> asleep = new HashMap<>();
        for (JsonNode each : all) {
            JsonNode table = each.path("table");
            asleep.put(table(table.path("family"), table.path("name")), asleep(table));
        }
        List<FirewallRule> found = new ArrayList<>();
        Map<PacketWay, Map<String, List<ChainRule>>> rules = new EnumMap<>(PacketWay.class);
        for (JsonNode each : all) {
            JsonNode chain = each.path("chain");
            List<FirewallRule> here = new ArrayList<>();
            for (PacketWay way : ways(chain)) {
                List<FirewallRule> onThisWay = walk(rules.computeIfAbsent(way, there -> chains(all, there, sets)), chain, way);
                // What stops the first packet stops the others too, and is told once.
                here.addAll(onThisWay.stream().filter(rule -> here.stream().noneMatch(known -> known.text().equals(rule.text()))).toList());
            }
            boolean perhaps = asleep.getOrDefault(table(chain), false);
            here.forEach(rule -> found.add(perhaps ? rule.unsure() : rule));
        }
        return found;
    }

    private static List<FirewallRule> walk(Map<String, List<ChainRule>> chains, JsonNode chain, PacketWay way) {
        boolean drops = chain.path("policy").asString("accept").equals("drop");
        String family = chain.path("family").asString("");
        var walk = new ChainWalk(chains, !family.equals("ip6"), !family.equals("ip"),
                way == PacketWay.LATER ? FirewallRule.Sway.STOPS_LATER : FirewallRule.Sway.STOPS);
        return walk.walk(key(chain, chain.path("name")),
                drops ? "nft " + chain.path("table").asString("") + " " + chain.path("name").asString("") + ": policy drop" : "");
    }

    /// Whether a table may be switched off ("flags dormant", nft(8)). Of its flags nft 1.0.6 prints no more than that there are some.
    private static boolean asleep(JsonNode table) {
        return table.has("flags") && !table.path("flags").toString().matches(".*\\b(owner|persist)\\b.*");
    }

    /// Which packets of our connections pass a chain (nft(8), "CHAINS"). Only the first one passes a chain of type nat.
    private static List<PacketWay> ways(JsonNode chain) {
        boolean translates = chain.path("type").asString("filter").equals("nat");
        if (chain.path("family").asString("").matches("arp|bridge")) {
            return List.of();
        }
        return switch (chain.path("hook").asString("")) {
            case "output" -> translates ? List.of(PacketWay.OUT) : List.of(PacketWay.OUT, PacketWay.LATER);
            case "postrouting", "egress" -> translates ? List.of() : List.of(PacketWay.OUT, PacketWay.LATER);
            case "input", "prerouting", "ingress" -> translates ? List.of() : List.of(PacketWay.IN);
            default -> List.of();
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

    /// A rule with a verdict map, or with a list of things that belong together, is as many rules as there are entries.
    private static List<List<JsonNode>> spelledOut(JsonNode expressions, Function<String, JsonNode> named) {
        List<List<JsonNode>> rules = List.of(List.of());
        for (JsonNode expression : expressions) {
            List<List<JsonNode>> alternatives = alternatives(expression, named);
            if (alternatives.size() * rules.size() > MOST_ENTRIES) {
                alternatives = List.of(List.of(expression));
            }
            List<List<JsonNode>> longer = new ArrayList<>();
            for (List<JsonNode> before : rules) {
                alternatives.forEach(more -> longer.add(Stream.concat(before.stream(), more.stream()).toList()));
            }
            rules = longer;
        }
        return rules;
    }

    private static List<List<JsonNode>> alternatives(JsonNode expression, Function<String, JsonNode> named) {
        JsonNode map = expression.path("vmap");
        JsonNode match = expression.path("match");
        if (map.isObject()) {
            List<List<JsonNode>> entries = new ArrayList<>();
            for (JsonNode entry : listed(map.path("data"), named)) {
                var one = new ArrayList<>(matches(map.path("key"), value(entry.path(0))));
                one.add(entry.path(1));
                entries.add(one);
            }
            return entries.isEmpty() ? List.of(List.of(expression)) : entries;
        }
        if (match.path("left").has("concat") && match.path("op").asString("==").matches("==|in")) {
            List<List<JsonNode>> entries = new ArrayList<>();
            for (JsonNode entry : listed(match.path("right"), named)) {
                entries.add(matches(match.path("left"), value(entry)));
            }
            return entries.isEmpty() ? List.of(List.of(expression)) : entries;
        }
        return List.of(List.of(expression));
    }

    private static JsonNode listed(JsonNode list, Function<String, JsonNode> named) {
        return list.isString() && list.asString().startsWith("@") ? named.apply(list.asString().substring(1))
                : list.has("concat") ? JsonNodeFactory.instance.arrayNode().add(list) : list.path("set");
    }

    private static JsonNode value(JsonNode entry) {
        return entry.has("elem") ? entry.path("elem").path("val") : entry;
    }

    /// One condition for each of the things that belong together.
    private static List<JsonNode> matches(JsonNode left, JsonNode right) {
        if (!left.has("concat")) {
            return List.of(match(left, right));
        }
        List<JsonNode> all = new ArrayList<>();
        for (int i = 0; i < left.path("concat").size(); i++) {
            all.add(match(left.path("concat").path(i), right.path("concat").path(i)));
        }
        return all;
    }

    private static JsonNode match(JsonNode left, JsonNode right) {
        var match = JsonNodeFactory.instance.objectNode();
        match.putObject("match").put("op", "==").set("left", left).set("right", right);
        return match;
    }

    private static String shown(JsonNode rule) {
        return "nft " + rule.path("table").asString("") + " " + rule.path("chain").asString("") + ": ";
    }

    private static String key(JsonNode node, JsonNode name) {
        return table(node) + name.asString("");
    }

    private static String table(JsonNode node) {
        return table(node.path("family"), node.path("table"));
    }

    private static String table(JsonNode family, JsonNode name) {
        return family.asString("") + "/" + name.asString("") + "/";
    }
}
