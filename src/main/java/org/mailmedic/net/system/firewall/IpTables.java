package org.mailmedic.net.system.firewall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.evidence.OffRoute.FirewallRule;

/// Linux, iptables and ip6tables: `iptables-save` prints the rules of all tables as they would be typed (iptables-save(8)). ufw writes its
/// rules here too. Two kinds of them may be there side by side: on top of nftables, and of old ("legacy").
///
/// Looked at are the chains that our packets and the answers to them pass, whatever their table. What a translation sends elsewhere does
/// not get where it should.
final class IpTables implements FirewallReader {
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"|(\\S+)");
    private static final String FILTER = "filter";
    /// The chains that pass on to each other, with all rules of a table.
    private static final List<Passage> PASSAGES = List.of(
            new Passage("raw", "OUTPUT", PacketWay.OUT), new Passage("raw", "OUTPUT", PacketWay.LATER),
            new Passage("mangle", "OUTPUT", PacketWay.OUT), new Passage("mangle", "OUTPUT", PacketWay.LATER),
            new Passage("nat", "OUTPUT", PacketWay.OUT),
            new Passage(FILTER, "OUTPUT", PacketWay.OUT), new Passage(FILTER, "OUTPUT", PacketWay.LATER),
            new Passage("security", "OUTPUT", PacketWay.OUT), new Passage("security", "OUTPUT", PacketWay.LATER),
            new Passage("mangle", "POSTROUTING", PacketWay.OUT), new Passage("mangle", "POSTROUTING", PacketWay.LATER),
            new Passage("raw", "PREROUTING", PacketWay.IN), new Passage("mangle", "PREROUTING", PacketWay.IN),
            new Passage("mangle", "INPUT", PacketWay.IN), new Passage(FILTER, "INPUT", PacketWay.IN),
            new Passage("security", "INPUT", PacketWay.IN));

    private final boolean ipv6;
    private final boolean legacy;
    private final RuleOrigin origin;

    /// A chain of the system's, met by some of our packets. Only the first one passes a table of translations.
    private record Passage(String table, String chain, PacketWay way) {}

    /// @param legacy whether the rules of old are meant where newer ones are usual
    /// @param origin where the connections start
    IpTables(boolean ipv6, boolean legacy, RuleOrigin origin) {
        this.ipv6 = ipv6;
        this.legacy = legacy;
        this.origin = origin;
    }

    @Override
    public List<String> command() {
        return List.of((ipv6 ? "ip6tables" : "iptables") + (legacy ? "-legacy" : "") + "-save");
    }

    @Override
    public List<FirewallRule> read(String text) {
        List<FirewallRule> found = new ArrayList<>();
        for (Passage passage : PASSAGES) {
            // What stops the first packet stops the others too, and is told once.
            found.addAll(read(text, passage).stream().filter(rule -> found.stream().noneMatch(known -> known.text().equals(rule.text())))
                    .toList());
        }
        found.addAll(taken(text));
        return found;
    }

    private List<FirewallRule> read(String text, Passage passage) {
        Map<String, List<ChainRule>> chains = new HashMap<>();
        String dropped = "";
        String table = FILTER;
        for (String line : text.lines().toList()) {
            Deque<String> words = words(line);
            String command = String.valueOf(words.poll());
            if (command.startsWith("*")) {
                table = command.substring(1);
            } else if (table.equals(passage.table())) {
                boolean policy = command.equals("-P") || command.startsWith(":");
                String chain = command.startsWith(":") ? command.substring(1) : String.valueOf(words.poll());
                if (policy && chain.equals(passage.chain()) && "DROP".equals(words.peek())) {
                    dropped = typed(table, "-P " + chain + " DROP");
                } else if (command.equals("-A")) {
                    var match = IpTablesMatch.of(words, passage.way(), ipv6, origin);
                    match.rule(typed(table, line)).ifPresent(rule -> chains.computeIfAbsent(chain, _ -> new ArrayList<>()).add(rule));
                }
            }
        }
        FirewallRule.Sway stopping = passage.way() == PacketWay.LATER ? FirewallRule.Sway.STOPS_LATER : FirewallRule.Sway.STOPS;
        return new ChainWalk(chains, !ipv6, ipv6, stopping).walk(passage.chain(), dropped);
    }

    /// What a proxy takes that was marked and so led back to this computer (iptables-extensions(8), "TPROXY").
    private List<FirewallRule> taken(String text) {
        List<FirewallRule> found = new ArrayList<>();
        for (String line : text.lines().filter(each -> each.startsWith("-A PREROUTING ") && each.contains(" -j TPROXY ")).toList()) {
            Deque<String> words = words(line.substring("-A PREROUTING ".length()));
            var rules = IpTablesMatch.of(words, PacketWay.OUT, ipv6, origin).rule(typed("mangle", line));
            rules.ifPresent(rule -> found.addAll(new ChainWalk(Map.of("", List.of(rule)), !ipv6, ipv6, FirewallRule.Sway.STOPS)
                    .walk("", "")));
        }
        return found;
    }

    private static String typed(String table, String line) {
        return table.equals(FILTER) ? line : "-t " + table + " " + line;
    }

    private static Deque<String> words(String line) {
        Deque<String> words = new ArrayDeque<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }
}
