package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What one rule of nftables is about: its expressions, one after the other (libnftables-json(5), "STATEMENTS" and "EXPRESSIONS").
final class NfMatch {
    private static final Set<String> HARMLESS = Set.of("counter", "log", "comment", "notrack", "masquerade", "snat");
    /// The port of our own that the system chooses for a connection lies here (`ip_local_port_range`).
    private static final int FIRST_OWN = 32_768;
    private static final int LAST_OWN = 60_999;
    private static final String SYN = "syn";
    private static final String ACK = "ack";

    private final PacketWay way;
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
    private boolean tracked;
    private long marked = ChainRule.NO_MARK;
    private long marks = ChainRule.NO_MARK;

    /// @param origin where the connections start
    /// @param sets   the elements of a named set; a missing node when it is not known
    NfMatch(String family, PacketWay way, RuleOrigin origin, Function<String, JsonNode> sets) {
        this.way = way;
        this.origin = origin;
        this.sets = sets;
        ipv4 = !family.equals("ip6");
        ipv6 = !family.equals("ip");
    }

    /// False for what none of our packets on this way meets. Of the connection tracking of iptables nft shows no more than its name: what
    /// it lets in is nearly always what belongs to a connection, and what it stops is what belongs to none.
    boolean concerned() {
        return concerned && !(tracked && effect != ChainRule.Effect.ACCEPT);
    }

    ChainRule rule(String table, String where) {
        String about = ports.isEmpty() ? "all ports " : "port " + ports.toString().replaceAll("[\\[\\]]", "") + " ";
        return new ChainRule(effect, target.isEmpty() ? "" : table + target, ports, addresses, ipv4, ipv6, certain, marked,
                marks, where + about + (way == PacketWay.IN ? "answers " : "") + (verdict.isEmpty() ? "mark " + marks : verdict));
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
            case "redirect", "dnat", "fwd" -> {
                verdict(ChainRule.Effect.STOP, kind);
                ipv4 &= !value.path("family").asString("").equals("ip6");
                ipv6 &= !value.path("family").asString("").equals("ip");
            }
            case "queue", "tproxy", "vmap" -> {
                verdict(ChainRule.Effect.STOP, kind);
                certain = false;
            }
            case "mangle" -> marks = isMark(value.path("key")) && value.path("value").isIntegralNumber() ? value.path("value").asLong()
                    : marks;
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
            concerned &= way == PacketWay.IN;
            tracked = true;
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
        boolean ofTcp = protocol.equals("tcp") || protocol.equals("th");
        if (field.equals(way.serverPort) && ofTcp) {
            ports(right, equal);
        } else if (field.equals(way.ownPort) && ofTcp) {
            ownPort(right, equal);
        } else if (protocol.equals("udp") || protocol.startsWith("icmp")) {
            concerned = false;
        } else if (field.equals(way.serverAddress)) {
            ipv4 &= protocol.equals("ip");
            ipv6 &= protocol.equals("ip6");
            if (equal) {
                elements(right).forEach(this::address);
            }
        } else if (meta.equals("l4proto") || field.equals("protocol") || field.equals("nexthdr")) {
            boolean tcp = elements(right).stream().anyMatch(p -> p.asString("").equals("tcp") || p.asInt(-1) == 6);
            concerned &= tcp == equal;
        } else if (meta.equals("nfproto") || meta.equals("protocol")) {
            ipv4 &= elements(right).stream().anyMatch(p -> p.asString("").matches("ip|ipv4")) == equal;
            ipv6 &= elements(right).stream().anyMatch(p -> p.asString("").matches("ip6|ipv6")) == equal;
        } else if (meta.equals(way.device + "name") || meta.equals(way.device)) {
            boolean there = elements(right).stream().map(each -> each.asString(""))
                    .anyMatch(name -> !name.equals("lo") && origin.has(name));
            concerned &= there || !equal;
        } else if (meta.equals(way.noDevice + "name") || meta.equals(way.noDevice)) {
            concerned &= !equal;
        } else if (meta.equals("skuid") && way != PacketWay.IN && origin.userKnown() && match.path("op").asString("==")
                .matches("==|in|!=")) {
            concerned &= elements(right).stream().anyMatch(this::ours) == equal;
        } else if (match.path("left").path("ct").path("key").asString("").equals("state")) {
            concerned &= elements(right).stream().anyMatch(s -> s.asString("").equals(way.state)) == equal;
        } else if (field.equals("flags") || match.path("left").path("&").path(0).path("payload")
                .path("field").asString("").equals("flags")) {
            concerned &= flags(match, right) == !match.path("op").asString("==").equals("!=");
        } else if (isMark(match.path("left")) || isMark(match.path("left").path("&").path(0))) {
            marked = right.asLong(ChainRule.NO_MARK);
            certain &= equal && right.isIntegralNumber();
        } else {
            certain = false;
        }
    }

    /// Marks of a packet and of its connection are taken for one and the same: rules copy them from one to the other.
    private static boolean isMark(JsonNode of) {
        return of.path("meta").path("key").asString("").equals("mark") || of.path("ct").path("key").asString("").equals("mark");
    }

    /// Whether the first packet that we send, SYN, the answer to it, SYN and ACK, or what we say to that, ACK, has such flags (RFC 9293
    /// §3.5).
    private boolean flags(JsonNode match, JsonNode right) {
        Set<String> ours = switch (way) {
            case OUT -> Set.of(SYN);
            case IN -> Set.of(SYN, ACK);
            case LATER -> Set.of(ACK);
        };
        Set<String> wanted = words(right);
        if (match.path("op").asString("==").equals("in")) {
            return wanted.stream().anyMatch(ours::contains);
        }
        Set<String> looked = words(match.path("left").path("&").path(1));
        return looked.isEmpty() ? wanted.equals(ours) : ours.stream().filter(looked::contains).collect(Collectors.toSet()).equals(wanted);
    }

    private static Set<String> words(JsonNode node) {
        if (node.isString()) {
            return Set.of(node.asString());
        }
        Set<String> all = new HashSet<>();
        node.forEach(each -> all.addAll(words(each)));
        return all;
    }

    /// The system chooses our own port among the high ones.
    private void ownPort(JsonNode right, boolean equal) {
        boolean some = false;
        boolean all = false;
        for (JsonNode each : elements(right)) {
            JsonNode range = each.path("range");
            int from = range.isArray() ? range.path(0).asInt(0) : each.asInt(0);
            int to = range.isArray() ? range.path(1).asInt(0) : from;
            some |= to >= FIRST_OWN && from <= LAST_OWN;
            all |= from <= FIRST_OWN && to >= LAST_OWN;
        }
        concerned &= equal ? some : !all;
        certain &= all || !some;
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
        } else if (one.path("range").size() == 2) {
            addresses.add(one.path("range").path(0).asString("") + "-" + one.path("range").path(1).asString(""));
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
