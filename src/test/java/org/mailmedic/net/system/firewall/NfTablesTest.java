package org.mailmedic.net.system.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.evidence.OffRoute.FirewallRule;

final class NfTablesTest {
    private static final String HEAD = "{\"nftables\": [{\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"out\", \"type\": \"filter\", "
            + "\"hook\": \"output\", \"prio\": 0, \"policy\": \"%s\"}}";
    private static final String RULE = ", {\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\": \"%s\", \"expr\": [%s]}}";
    private static final String DPORT = "{\"match\": {\"op\": \"%s\", \"left\": {\"payload\": {\"protocol\": \"tcp\", \"field\": \"dport\"}}, \"right\": %s}}";
    private static final String DROP = "{\"drop\": null}";
    private static final String ACCEPT = "{\"accept\": null}";

    private final NfTables reader = new NfTables(new RuleOrigin("anna", 1000, Set.of("lo", "eth0")));

    /// Left out are rules for loopback, UDP, replies, one user, a source port; for what others ask of us; and in chains that nobody jumps
    /// to.
    @Test
    void readsWhatStopsOutgoingMail() {
        assertEquals(List.of("25", "465,587", "2525,2526", "587 @192.0.2.0/24 v4", "465 @2001:db8::1 v6", "all @203.0.113.9 v4",
                "25,465,587",
                "25,465,587,2525", "29", "26", "27 v6", "30,31,32,40", "all"), read("nft-many.json"), "the last keeps all answers out");
    }

    @Test
    void saysWhichRuleItWas() {
        assertEquals("nft filter output: port 25 drop", reader.read(Recorded.text("nft-many.json")).getFirst().text());
        assertEquals("nft strict out: policy drop", reader.read(Recorded.text("nft-policy-drop.json")).getFirst().text());
        assertEquals("nft filter output: all ports drop", reader.read(Recorded.text("nft-many.json")).get(5).text());
    }

    @Test
    void aPolicyOfDropStopsWhatNoRuleLetsThrough() {
        assertEquals(List.of("25,465,2525"), read("nft-policy-drop.json"));
    }

    @Test
    void aPolicyOfDropIsHarmlessBehindARuleThatTakesAll() {
        assertEquals(List.of("25 v6"), read("nft-policy-open.json"), "the IPv4 table takes all TCP, the IPv6 one rejects 25");
    }

    /// What iptables left in its own language cannot be judged from here; `iptables -S` is asked as well.
    @Test
    void doesNotGuessWhatOnlyIptablesKnows() {
        assertEquals(List.of("25 v4", "2525,2526 v4", "587 @192.0.2.25 v4", "26 v4", "25,465,587,2525 v4", "27 v4"),
                read("nft-of-iptables.json"));
    }

    @Test
    void anEmptyRulesetStopsNothing() {
        assertEquals(List.of(), Recorded.shortly(reader.read("{\"nftables\": [{\"metainfo\": {\"version\": \"1.0.6\"}}]}")));
        assertEquals(List.of(), Recorded.shortly(reader.read("{}")));
        assertEquals(List.of(), Recorded.shortly(reader.read("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Operation not permitted (you must be root)", "{\"nftables\": [", "<html>"})
    void refusesWhatIsNotItsJson(String text) {
        assertThrows(IllegalArgumentException.class, () -> reader.read(text));
    }

    @Test
    void whatAnEarlierRuleTakesNoLaterOneStops() {
        assertEquals(List.of("25,465,2525"), shortly("accept", rule("out", dport("==", "587"), ACCEPT), rule("out", DROP)));
        assertEquals(List.of("465"), shortly("accept", rule("out", dport("==", "25"), ACCEPT),
                rule("out", dport("==", "{\"set\": [25, 465]}"), DROP)));
        assertEquals(List.of(), shortly("accept", rule("out", ACCEPT), rule("out", DROP)));
        assertEquals(List.of("all"), shortly("accept", rule("out", DROP), rule("out", dport("==", "25"), DROP)),
                "and the first that stops is enough");
    }

    @Test
    void followsJumps() {
        String jump = "{\"jump\": {\"target\": \"deep\"}}";
        assertEquals(List.of("25"), shortly("accept", rule("out", jump), rule("deep", dport("==", "25"), DROP)));
        assertEquals(List.of("443"), shortly("accept", rule("out", dport("==", "443"), jump), rule("deep", DROP)),
                "a jump of some stops some");
        assertEquals(List.of(), shortly("drop", rule("out", jump), rule("deep", ACCEPT)), "what is taken there is taken");
        assertEquals(List.of("25"), shortly("accept", rule("out", jump), rule("deep", "{\"return\": null}"), rule("deep", DROP),
                rule("out", dport("==", "25"), DROP)));
        assertEquals(List.of("all"), shortly("accept", rule("out", "{\"goto\": {\"target\": \"deep\"}}"), rule("out", ACCEPT),
                rule("deep", DROP)));
    }

    @Test
    void aLoopOfJumpsEnds() {
        assertEquals(List.of(), shortly("drop", rule("out", "{\"jump\": {\"target\": \"deep\"}}"),
                rule("deep", "{\"jump\": {\"target\": \"deep\"}}")));
    }

    /// What lets something through under conditions that are not known leaves the policy without a verdict.
    @Test
    void claimsNothingInDoubt() {
        String mark = "{\"match\": {\"op\": \"==\", \"left\": {\"meta\": {\"key\": \"mark\"}}, \"right\": 1}}";
        assertEquals(List.of(), shortly("drop", rule("out", mark, ACCEPT)));
        assertEquals(List.of(), shortly("accept", rule("out", mark, DROP)));
        assertEquals(List.of(), shortly("accept", rule("out", "{\"limit\": {\"rate\": 1, \"per\": \"second\"}}", DROP)));
        assertEquals(List.of(), shortly("accept", rule("out", dport("==", "\"@unknown\""), DROP)));
        assertEquals(List.of(), shortly("accept", rule("out", dport("==", "\"smtp\""), DROP)), "names of ports are not looked up");
    }

    @Test
    void readsSetsOfAddresses() {
        String addresses = "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"ip\", \"field\": \"daddr\"}}, "
                + "\"right\": {\"set\": [\"192.0.2.1\", {\"prefix\": {\"addr\": \"198.51.100.0\", \"len\": 24}}]}}}";
        assertEquals(List.of("25 @192.0.2.1 v4", "25 @198.51.100.0/24 v4"),
                shortly("accept", rule("out", addresses, dport("==", "25"), DROP)));
    }

    @Test
    void aRuleMayBeAboutOneUser() {
        for (String anna : List.of("1000", "\"anna\"", "{\"set\": [33, 1000]}", "{\"range\": [1000, 1999]}")) {
            assertEquals(List.of("25"), shortly("accept", rule("out", user("==", anna), dport("==", "25"), DROP)), anna);
            assertEquals(List.of(), shortly("accept", rule("out", user("!=", anna), dport("==", "25"), DROP)), anna);
            assertEquals(List.of(), shortly("drop", rule("out", user("==", anna), ACCEPT)), anna);
        }
        for (String another : List.of("0", "\"root\"", "{\"set\": [33, 34]}", "{\"range\": [0, 999]}")) {
            assertEquals(List.of(), shortly("accept", rule("out", user("==", another), dport("==", "25"), DROP)), another);
            assertEquals(List.of("25"), shortly("accept", rule("out", user("!=", another), dport("==", "25"), DROP)), another);
            assertEquals(List.of("all"), shortly("drop", rule("out", user("==", another), ACCEPT)), another);
        }
        assertEquals(List.of(), shortly("accept", rule("out", user("<", "2000"), dport("==", "25"), DROP)), "not understood");
    }

    @Test
    void aRuleAboutUsersIsNotJudgedByWhoKnowsNone() {
        var unknown = new NfTables(new RuleOrigin("", -1, Set.of()));
        assertEquals(List.of(), Recorded.shortly(unknown.read(ruleset("accept", rule("out", user("==", "0"), dport("==", "25"), DROP)))));
        assertEquals(List.of(), Recorded.shortly(unknown.read(ruleset("drop", rule("out", user("==", "0"), ACCEPT)))));
    }

    @Test
    void everythingButOnePort() {
        assertEquals(List.of("25,465,2525"), shortly("accept", rule("out", dport("!=", "587"), DROP)));
        assertEquals(List.of("25,2525"), shortly("accept", rule("out", dport("!=", "{\"set\": [443, {\"range\": [465, 587]}]}"), DROP)));
    }

    @Test
    void hugeRangesAreBounded() {
        assertTrue(reader.read(ruleset("accept", rule("out", dport("==", "{\"range\": [0, 65535]}"), DROP))).getFirst().ports()
                .size() <= 2048);
    }

    @Test
    void asksWithoutChangingAnything() {
        assertEquals(List.of("nft", "-j", "list", "ruleset"), reader.command());
    }

    private static String chain(String family, String name, String type, String hook, String policy) {
        return ("{\"chain\": {\"family\": \"%s\", \"table\": \"f\", \"name\": \"%s\", \"type\": \"%s\", \"hook\": \"%s\", \"prio\": 0, "
                + "\"policy\": \"%s\"}}").formatted(family, name, type, hook, policy);
    }

    private List<FirewallRule> rules(String chain, String... rules) {
        return reader.read("{\"nftables\": [" + chain + String.join("", rules) + "]}");
    }

    private static String payload(String field, String right) {
        return "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"tcp\", \"field\": \"%s\"}}, \"right\": %s}}"
                .formatted(field, right);
    }

    @Test
    void answersThatDoNotComeInAreAsBad() {
        String in = chain("inet", "in", "filter", "input", "accept");
        assertEquals(List.of("587"), Recorded.shortly(rules(in, rule("in", payload("sport", "587"), DROP))));
        assertEquals(List.of(), Recorded.shortly(rules(in, rule("in", dport("==", "587"), DROP))), "what others ask of us");
        assertEquals(List.of("587"), Recorded.shortly(rules(chain("inet", "in", "filter", "prerouting", "accept"),
                rule("in", payload("sport", "587"), DROP))));
        assertEquals(List.of(), rules(chain("inet", "in", "nat", "prerouting", "accept"), rule("in", payload("sport", "587"), DROP)),
                "answers pass no chain of type nat");
        String strict = chain("inet", "in", "filter", "input", "drop");
        String established = "{\"match\": {\"op\": \"in\", \"left\": {\"ct\": {\"key\": \"state\"}}, "
                + "\"right\": [\"established\", \"related\"]}}";
        assertEquals(List.of(), rules(strict, rule("in", established, ACCEPT)), "as usual");
        assertEquals(List.of("all"), Recorded.shortly(rules(strict, rule("in", dport("==", "22"), ACCEPT))));
    }

    @Test
    void aMapOfVerdictsIsAsManyRules() {
        String ports = "{\"vmap\": {\"key\": {\"payload\": {\"protocol\": \"tcp\", \"field\": \"dport\"}}, "
                + "\"data\": {\"set\": [[465, {\"drop\": null}], "
                + "[{\"range\": [587, 588]}, {\"jump\": {\"target\": \"deep\"}}], [22, {\"accept\": null}]]}}}";
        assertEquals(List.of("465", "587,588"), shortly("accept", rule("out", ports), rule("deep", DROP)));
        String states = "{\"vmap\": {\"key\": {\"ct\": {\"key\": \"state\"}}, \"data\": {\"set\": [[\"invalid\", {\"drop\": null}], "
                + "[\"established\", {\"accept\": null}]]}}}";
        assertEquals(List.of(), rules(chain("inet", "in", "filter", "input", "drop"), rule("in", states)));
        String named = "{\"vmap\": {\"key\": {\"payload\": {\"protocol\": \"tcp\", \"field\": \"dport\"}}, \"data\": \"@vm\"}}";
        String map = ", {\"map\": {\"family\": \"inet\", \"name\": \"vm\", \"table\": \"f\", \"map\": \"verdict\", "
                + "\"elem\": [[25, {\"drop\": null}]]}}";
        assertEquals(List.of("25"), shortly("accept", map, rule("out", named)));
        assertEquals(List.of("all"), doubts(reader.read(ruleset("accept", rule("out", named)))), "a map that is not shown");
    }

    @Test
    void aRedirectionOnThisDeviceLeadsAway() {
        String nat = chain("inet", "out", "nat", "output", "accept");
        assertEquals(List.of("587"), Recorded.shortly(rules(nat, rule("out", dport("==", "587"), "{\"redirect\": {\"port\": 9}}"))));
        assertEquals(List.of("465"), Recorded.shortly(rules(nat, rule("out", dport("==", "465"),
                "{\"dnat\": {\"addr\": \"127.0.0.1\"}}"))));
        assertEquals(List.of(), rules(chain("inet", "out", "nat", "postrouting", "accept"), rule("out", "{\"masquerade\": null}")));
    }

    @Test
    void rulesAtTheCardCount() {
        assertEquals(List.of("587"), Recorded.shortly(reader.read(("{\"nftables\": [" + chain("netdev", "e", "filter", "egress", "accept")
                + rule("e", dport("==", "587"), DROP) + "]}").replace("\"inet\"", "\"netdev\""))));
        assertEquals(List.of("587"), Recorded.shortly(reader.read(("{\"nftables\": [" + chain("netdev", "i", "filter", "ingress", "accept")
                + rule("i", payload("sport", "587"), DROP) + "]}").replace("\"inet\"", "\"netdev\""))));
    }

    @Test
    void marksAreKnownByWhoSetsThemAndWhoLooks() {
        String mark = "{\"mangle\": {\"key\": {\"meta\": {\"key\": \"mark\"}}, \"value\": 7}}";
        String marked = "{\"match\": {\"op\": \"==\", \"left\": {\"&\": [{\"meta\": {\"key\": \"mark\"}}, 255]}, \"right\": 7}}";
        var found = reader.read(ruleset("accept", rule("out", dport("==", "587"), mark), rule("out", marked, DROP)));
        assertEquals(List.of("587"), Recorded.shortly(found, FirewallRule.Sway.MARKS));
        assertEquals(List.of("all"), Recorded.shortly(found, FirewallRule.Sway.STOPS_MARKED));
        found.forEach(rule -> assertEquals(7, rule.mark()));
    }

    /// What only stops a packet out of turn, or none of ours.
    @Test
    void flagsOfOtherPacketsAreNoMatter() {
        String notNew = "{\"match\": {\"op\": \"!=\", \"left\": {\"&\": [{\"payload\": {\"protocol\": \"tcp\", \"field\": \"flags\"}}, "
                + "[\"fin\", \"syn\", \"rst\", \"ack\"]]}, \"right\": \"syn\"}}";
        assertEquals(List.of(), shortly("accept", rule("out", notNew, DROP)));
        String syn = "{\"match\": {\"op\": \"in\", \"left\": {\"payload\": {\"protocol\": \"tcp\", "
                + "\"field\": \"flags\"}}, \"right\": \"syn\"}}";
        assertEquals(List.of("587"), shortly("accept", rule("out", dport("==", "587"), syn, DROP)));
    }

    @Test
    void whatCannotBeJudgedMayStop() {
        assertEquals(List.of("587"), doubts(reader.read(ruleset("accept",
                rule("out", dport("==", "587"), "{\"limit\": {\"rate\": 1, \"per\": \"second\"}}", DROP)))));
        assertEquals(List.of("587"), doubts(reader.read(ruleset("accept", rule("out", dport("==", "587"), "{\"queue\": {\"num\": 1}}")))));
        assertEquals(List.of(), doubts(reader.read(ruleset("accept", rule("out", dport("==", "587"), ACCEPT)))));
    }

    private static List<String> doubts(List<FirewallRule> rules) {
        return Recorded.shortly(rules, FirewallRule.Sway.MAY_STOP);
    }

    private List<String> read(String name) {
        return Recorded.shortly(reader.read(Recorded.text(name)));
    }

    private List<String> shortly(String policy, String... rules) {
        return Recorded.shortly(reader.read(ruleset(policy, rules)));
    }

    private static String ruleset(String policy, String... rules) {
        return String.format(HEAD, policy) + String.join("", rules) + "]}";
    }

    private static String rule(String chain, String... expressions) {
        return String.format(RULE, chain, String.join(", ", expressions));
    }

    @Test
    void aTunnelThatIsNotThereLetsNothingThrough() {
        for (String tunnel : List.of("\"tun0\"", "\"wg*\"", "{\"set\": [\"lo\", \"tun0\"]}")) {
            assertEquals(List.of("all"), shortly("drop", rule("out", leaving(tunnel), ACCEPT)), tunnel);
            assertEquals(List.of(), shortly("accept", rule("out", leaving(tunnel), DROP)), tunnel);
        }
        for (String there : List.of("\"eth0\"", "\"eth*\"", "{\"set\": [\"lo\", \"eth0\"]}")) {
            assertEquals(List.of(), shortly("drop", rule("out", leaving(there), ACCEPT)), there);
            assertEquals(List.of("all"), shortly("accept", rule("out", leaving(there), DROP)), there);
        }
        assertEquals(List.of(), shortly("drop", rule("out", leaving("\"lo\""), ACCEPT), rule("out", leaving("\"eth0\""), ACCEPT)));
        assertEquals(List.of(), new NfTables(new RuleOrigin("anna", 1000, Set.of())).read(ruleset("drop",
                rule("out", leaving("\"tun0\""), ACCEPT))), "interfaces are not known");
    }

    private static String leaving(String by) {
        return "{\"match\": {\"op\": \"==\", \"left\": {\"meta\": {\"key\": \"oifname\"}}, \"right\": %s}}".formatted(by);
    }

    private static String user(String op, String right) {
        return "{\"match\": {\"op\": \"%s\", \"left\": {\"meta\": {\"key\": \"skuid\"}}, \"right\": %s}}".formatted(op, right);
    }

    private static String dport(String op, String right) {
        return String.format(DPORT, op, right);
    }

    private static final String PLACE = "{\"match\": {\"op\": \"==\", \"left\": {\"concat\": [{\"payload\": {\"protocol\": \"ip\", \"field\": "
            + "\"daddr\"}}, {\"payload\": {\"protocol\": \"tcp\", \"field\": \"dport\"}}]}, \"right\": %s}}";
    private static final String STATE = "{\"match\": {\"op\": \"%s\", \"left\": {\"ct\": {\"key\": \"state\"}}, \"right\": \"%s\"}}";

    private List<FirewallRule> inOut(String... expressions) {
        var text = new StringBuilder(HEAD.formatted("accept"));
        for (String each : expressions) {
            text.append(RULE.formatted("out", each));
        }
        return reader.read(text + "]}");
    }

    @Test
    void addressAndPortTogether() {
        String places = PLACE.formatted("{\"set\": [{\"concat\": [\"192.0.2.1\", 587]}, {\"concat\": [{\"prefix\": {\"addr\": "
                + "\"192.0.2.0\", \"len\": 24}}, 25]}]}");
        assertEquals(List.of("587 @192.0.2.1 v4", "25 @192.0.2.0/24 v4"), Recorded.shortly(inOut(places + ", " + DROP)));
        assertEquals(List.of("587 @192.0.2.1 v4"), Recorded.shortly(inOut(PLACE.formatted("{\"concat\": [\"192.0.2.1\", 587]}") + ", "
                + DROP)), "one place needs no list");
        assertEquals(List.of(), Recorded.shortly(inOut(PLACE.formatted("\"@unknown\"") + ", " + DROP)), "an unknown list");
        assertEquals(List.of("587 @192.0.2.1 v4"), Recorded.shortly(inOut("{\"vmap\": {\"key\": {\"concat\": [{\"payload\": "
                + "{\"protocol\": \"ip\", \"field\": \"daddr\"}}, {\"payload\": {\"protocol\": \"tcp\", \"field\": \"dport\"}}]}, "
                + "\"data\": {\"set\": [[{\"concat\": [\"192.0.2.1\", 587]}, {\"drop\": null}]]}}}")), "a verdict map");
    }

    @Test
    void whatFollowsTheFirstPacket() {
        String mail = DPORT.formatted("==", "587");
        List<FirewallRule> later = inOut(mail + ", " + STATE.formatted("==", "established") + ", " + DROP);
        assertEquals(List.of("587"), Recorded.shortly(later, FirewallRule.Sway.STOPS_LATER));
        assertEquals(List.of(), Recorded.shortly(later));
        List<FirewallRule> all = inOut(mail + ", " + DROP);
        assertEquals(List.of("587"), Recorded.shortly(all));
        assertEquals(List.of(), Recorded.shortly(all, FirewallRule.Sway.STOPS_LATER), "told once");
        assertEquals(1, inOut(STATE.formatted("==", "established") + ", " + ACCEPT, mail + ", " + DROP).size());
        assertEquals(List.of(), inOut(STATE.formatted("==", "invalid") + ", " + DROP));
    }

    /// nft 1.0.6 prints something else in place of the flags.
    @Test
    void aTableThatMayBeSwitchedOff() {
        String rule = RULE.formatted("out", DPORT.formatted("==", "587") + ", " + DROP) + "]}";
        String table = "{\"nftables\": [{\"table\": {\"family\": \"inet\", \"name\": \"f\", \"handle\": 1%s}}, ";
        String chain = HEAD.formatted("accept").substring("{\"nftables\": [".length());
        assertEquals(List.of("587"), Recorded.shortly(reader.read(table.formatted("") + chain + rule)));
        for (String flags : List.of("\"dormant\"", "[\"dormant\"]", "\"inet\"")) {
            List<FirewallRule> read = reader.read(table.formatted(", \"flags\": " + flags) + chain + rule);
            assertEquals(List.of("587"), Recorded.shortly(read, FirewallRule.Sway.MAY_STOP), flags);
            assertEquals(List.of(), Recorded.shortly(read), flags);
        }
        assertEquals(List.of("587"), Recorded.shortly(reader.read(table.formatted(", \"flags\": \"owner\"") + chain + rule)));
    }

    @Test
    void aTranslationOfOneFamily() {
        assertEquals(List.of("587 v4"), Recorded.shortly(inOut(DPORT.formatted("==", "587")
                + ", {\"dnat\": {\"family\": \"ip\", \"addr\": \"127.0.0.1\", \"port\": 10587}}")));
    }
}
