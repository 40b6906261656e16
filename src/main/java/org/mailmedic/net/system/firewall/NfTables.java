package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.evidence.Evidence.FirewallRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Linux, nftables: `nft -j list ruleset` (libnftables-json(5)). Looks at the chains that outgoing packets pass, and at those they jump to.
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
        all.forEach(each -> sets.put(key(each.path("set"), each.path("set").path("name")), each.path("set").path("elem")));
        Map<String, List<ChainRule>> chains = new HashMap<>();
        for (JsonNode each : all) {
            JsonNode rule = each.path("rule");
            if (rule.isObject()) {
                var match = new NfMatch(rule.path("family").asString(""), origin,
                        name -> sets.getOrDefault(table(rule) + name, rule.path("")));
                rule.path("expr").forEach(match::take);
                if (match.concerned()) {
                    chains.computeIfAbsent(key(rule, rule.path("chain")), _ -> new ArrayList<>()).add(match.rule(table(rule), shown(rule)));
                }
            }
        }
        List<FirewallRule> found = new ArrayList<>();
        for (JsonNode each : all) {
            JsonNode chain = each.path("chain");
            if (chain.path("hook").asString("").equals("output") && chain.path("type").asString("filter").equals("filter")) {
                boolean drops = chain.path("policy").asString("accept").equals("drop");
                String family = chain.path("family").asString("");
                found.addAll(new ChainWalk(chains, !family.equals("ip6"), !family.equals("ip")).walk(key(chain, chain.path("name")),
                        drops ? "nft " + chain.path("table").asString("") + " " + chain.path("name").asString("") + ": policy drop" : ""));
            }
        }
        return found;
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
