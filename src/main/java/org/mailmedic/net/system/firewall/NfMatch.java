package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// What one rule of nftables is about: its expressions, one after the other (libnftables-json(5), "STATEMENTS" and "EXPRESSIONS").
final class NfMatch {
    private static final Set<String> HARMLESS = Set.of("counter", "log", "comment", "notrack");

    private final RuleOrigin origin;
    private final Function<String, JsonNode> sets;
    private final List<String> addresses = new ArrayList<>();
    private List<Integer> ports = List.of();
    private ChainRule.Effect effect = ChainRule.Effect.NONE;
    private String target = "";
    private String verdict = "";
    private boolean ipv4;
    private boolean ipv6;
    private boolean concerned = true;
    private boolean certain = true;

    /// @param origin where the connections start
    /// @param sets   the elements of a named set; a missing node when it is not known
    NfMatch(String family, RuleOrigin origin, Function<String, JsonNode> sets) {
        this.origin = origin;
        this.sets = sets;
        ipv4 = !family.equals("ip6");
        ipv6 = !family.equals("ip");
    }

    /// False for what no new outgoing TCP connection meets.
    boolean concerned() {
        return concerned;
    }

    ChainRule rule(String table, String where) {
        String about = ports.isEmpty() ? "all ports " : "port " + ports.toString().replaceAll("[\\[\\]]", "") + " ";
        return new ChainRule(effect, target.isEmpty() ? "" : table + target, ports, addresses, ipv4, ipv6, certain, where + about
                + verdict);
    }

    void take(JsonNode expression) {
        String kind = expression.propertyNames().stream().findFirst().orElse("");
        JsonNode value = expression.path(kind);
        switch (kind) {
            case "drop", "reject" -> verdict(ChainRule.Effect.STOP, kind);
            case "accept" -> verdict(ChainRule.Effect.ACCEPT, kind);
            case "return" -> verdict(ChainRule.Effect.RETURN, kind);
            case "jump", "goto" -> {
                verdict(kind.equals("jump") ? ChainRule.Effect.JUMP : ChainRule.Effect.GOTO, kind);
                target = value.path("target").asString("");
            }
            case "match" -> match(value);
            case "xt" -> extension(value);
            default -> certain &= HARMLESS.contains(kind);
        }
    }

    private void verdict(ChainRule.Effect what, String word) {
        effect = what;
        verdict = word;
    }

    /// What iptables left there in its own language; nft shows no more of it than its name.
    private void extension(JsonNode value) {
        String name = value.path("name").asString("");
        if (name.equals("REJECT")) {
            verdict(ChainRule.Effect.STOP, "reject");
        } else if (name.equals("conntrack") || name.equals("state")) {
            // nearly always "established" or "invalid"; iptables -S tells more
            concerned = false;
        } else {
            certain = false;
        }
    }

    private void match(JsonNode match) {
        JsonNode payload = match.path("left").path("payload");
        String protocol = payload.path("protocol").asString("");
        String field = payload.path("field").asString("");
        String meta = match.path("left").path("meta").path("key").asString("");
        JsonNode right = match.path("right");
        boolean equal = match.path("op").asString("==").matches("==|in");
        if (field.equals("dport") && (protocol.equals("tcp") || protocol.equals("th"))) {
            ports(right, equal);
        } else if (protocol.equals("udp") || protocol.startsWith("icmp")) {
            concerned = false;
        } else if (field.equals("daddr")) {
            ipv4 &= protocol.equals("ip");
            ipv6 &= protocol.equals("ip6");
            if (equal) {
                elements(right).forEach(this::address);
            }
        } else if (meta.equals("l4proto") || field.equals("protocol") || field.equals("nexthdr")) {
            boolean tcp = elements(right).stream().anyMatch(p -> p.asString("").equals("tcp") || p.asInt(-1) == 6);
            concerned &= tcp == equal;
        } else if (meta.equals("nfproto")) {
            ipv4 &= right.asString("").equals("ipv4") == equal;
            ipv6 &= right.asString("").equals("ipv6") == equal;
        } else if (meta.equals("oifname") || meta.equals("oif")) {
            boolean there = elements(right).stream().map(each -> each.asString(""))
                    .anyMatch(name -> !name.equals("lo") && origin.has(name));
            concerned &= there || !equal;
        } else if (meta.equals("skuid") && origin.userKnown() && match.path("op").asString("==").matches("==|in|!=")) {
            concerned &= elements(right).stream().anyMatch(this::ours) == equal;
        } else if (match.path("left").path("ct").path("key").asString("").equals("state")) {
            concerned &= elements(right).stream().anyMatch(s -> s.asString("").equals("new")) == equal;
        } else {
            certain &= match.path("left").toString().contains("\"flags\"");
        }
    }

    private boolean ours(JsonNode user) {
        JsonNode range = user.path("range");
        boolean several = range.isArray() && range.size() == 2;
        return origin.runBy(several ? range.get(0).asString("") + "-" + range.get(1).asString("") : user.asString(""));
    }

    private void ports(JsonNode right, boolean equal) {
        var read = new PortSet();
        for (JsonNode each : elements(right)) {
            JsonNode range = each.path("range");
            if (range.isArray() && range.size() == 2) {
                read.add(range.get(0).asInt(), range.get(1).asInt());
            } else {
                certain &= each.isInt();
                read.add(each.asInt(0), each.asInt(0));
            }
        }
        ports = equal ? read.all() : read.othersForMail();
        certain &= !ports.isEmpty();
    }

    private void address(JsonNode one) {
        JsonNode prefix = one.path("prefix");
        if (one.isString()) {
            addresses.add(one.asString());
        } else if (prefix.isObject()) {
            addresses.add(prefix.path("addr").asString("") + "/" + prefix.path("len").asInt(0));
        } else {
            certain = false;
        }
    }

    /// One value, a list, a set in the rule, or a named set's elements.
    private List<JsonNode> elements(JsonNode right) {
        JsonNode several = right.isString() && right.asString().startsWith("@") ? sets.apply(right.asString().substring(1))
                : right.path("set");
        if (right.isString() && right.asString().startsWith("@")) {
            certain &= several.isArray() && !several.isEmpty();
        } else if (several.isMissingNode()) {
            several = right;
        }
        List<JsonNode> all = new ArrayList<>();
        if (several.isArray()) {
            several.forEach(each -> all.add(each.has("elem") ? each.path("elem").path("val") : each));
        } else if (!several.isMissingNode()) {
            all.add(several);
        }
        return all;
    }
}
