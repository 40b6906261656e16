package org.mailmedic.net.system.firewall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.evidence.Evidence.FirewallRule;

/// Linux, iptables and ip6tables: `-S` prints the rules as they would be typed (iptables(8)). ufw writes its rules here too.
final class IpTables implements FirewallReader {
    private static final Map<PacketWay, String> CHAINS = Map.of(PacketWay.OUT, "OUTPUT", PacketWay.LATER, "OUTPUT", PacketWay.IN, "INPUT");
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"|(\\S+)");

    private final boolean ipv6;
    private final RuleOrigin origin;

    /// @param origin where the connections start
    IpTables(boolean ipv6, RuleOrigin origin) {
        this.ipv6 = ipv6;
        this.origin = origin;
    }

    @Override
    public List<String> command() {
        return List.of(ipv6 ? "ip6tables" : "iptables", "-S");
    }

    @Override
    public List<FirewallRule> read(String text) {
        List<FirewallRule> found = new ArrayList<>();
        for (PacketWay way : List.of(PacketWay.OUT, PacketWay.LATER, PacketWay.IN)) {
            // What stops the first packet stops the others too, and is told once.
            found.addAll(read(text, way).stream()
                    .filter(rule -> way != PacketWay.LATER || found.stream().noneMatch(known -> known.text().equals(rule.text())))
                    .toList());
        }
        return found;
    }

    private List<FirewallRule> read(String text, PacketWay way) {
        Map<String, List<ChainRule>> chains = new HashMap<>();
        String dropped = "";
        for (String line : text.lines().toList()) {
            Deque<String> words = words(line);
            String command = String.valueOf(words.poll());
            String chain = String.valueOf(words.poll());
            switch (command) {
                case "-P" -> dropped = chain.equals(CHAINS.get(way)) && "DROP".equals(words.peek()) ? line : dropped;
                case "-N" -> chains.putIfAbsent(chain, new ArrayList<>());
                case "-A" -> {
                    var match = new Match(way);
                    while (!words.isEmpty()) {
                        match.take(words);
                    }
                    if (match.concerned) {
                        chains.computeIfAbsent(chain, _ -> new ArrayList<>()).add(match.rule(line));
                    }
                }
                default -> { }
            }
        }
        FirewallRule.Sway stopping = way == PacketWay.LATER ? FirewallRule.Sway.STOPS_LATER : FirewallRule.Sway.STOPS;
        return new ChainWalk(chains, !ipv6, ipv6, stopping).walk(CHAINS.get(way), dropped);
    }

    private static Deque<String> words(String line) {
        Deque<String> words = new ArrayDeque<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }

    /// What one line is about.
    private final class Match {
        private ChainRule.Effect effect = ChainRule.Effect.NONE;
        private String target = "";
        private List<Integer> ports = List.of();
        private final List<String> addresses = new ArrayList<>();
        private boolean concerned = true;
        private boolean certain = true;
        private final PacketWay way;

        Match(PacketWay way) {
            this.way = way;
        }

        void take(Deque<String> words) {
            String option = words.poll();
            boolean not = option.equals("!");
            option = not ? String.valueOf(words.poll()) : option;
            switch (option) {
                case "-p" -> concerned &= not != List.of("tcp", "all", "6", "0").contains(words.poll());
                case "-o", "-i" -> {
                    boolean passes = leaves(String.valueOf(words.poll())) && option.equals(way == PacketWay.IN ? "-i" : "-o");
                    concerned &= passes || not;
                }
                case "-d", "-s" -> {
                    boolean server = option.equals(way == PacketWay.IN ? "-s" : "-d");
                    String address = words.poll();
                    if (server) {
                        address(address, not);
                    }
                    certain &= server;
                }
                case "--dport", "--dports", "--sport", "--sports" -> {
                    boolean server = option.startsWith("--" + way.serverPort);
                    String list = String.valueOf(words.poll());
                    if (server) {
                        ports(list, not);
                    } else {
                        ownPort(list, not);
                    }
                }
                case "--state", "--ctstate" -> concerned &= not != String.valueOf(words.poll())
                        .contains(way.state.toUpperCase(Locale.ROOT));
                case "--uid-owner" -> user(String.valueOf(words.poll()), not);
                case "-m", "--comment", "--reject-with" -> words.poll();
                case "--syn" -> concerned &= not == (way != PacketWay.OUT);
                case "--tcp-flags" -> {
                    words.poll();
                    words.poll();
                }
                case "-j", "-g" -> verdict(option, String.valueOf(words.poll()));
                default -> certain = false;
            }
        }

        private void address(String address, boolean not) {
            if (!not) {
                addresses.add(String.valueOf(address).replaceFirst("/(32|128)$", ""));
            }
        }

        private boolean leaves(String by) {
            return !by.equals("lo") && origin.has(by);
        }

        private void user(String user, boolean not) {
            certain &= origin.userKnown();
            concerned &= !origin.userKnown() || origin.runBy(user) != not;
        }

        private void ports(String list, boolean not) {
            var read = new PortSet();
            for (String part : list.split(",")) {
                String[] ends = part.split(":", 2);
                int from = ends[0].isEmpty() ? 0 : Integer.parseInt(ends[0]);
                read.add(from, ends.length == 1 ? from : ends[1].isEmpty() ? 65535 : Integer.parseInt(ends[1]));
            }
            ports = not ? read.othersForMail() : read.all();
        }

        /// The system chooses our own port among the high ones.
        private void ownPort(String list, boolean not) {
            boolean high = Stream.of(list.split("[,:]")).anyMatch(port -> port.matches("\\d{5}") && Integer.parseInt(port) >= 32_768);
            concerned &= high || not;
            certain &= !high;
        }

        private void verdict(String option, String word) {
            target = word;
            effect = switch (word) {
                case "DROP", "REJECT" -> ChainRule.Effect.STOP;
                case "ACCEPT" -> ChainRule.Effect.ACCEPT;
                case "RETURN" -> ChainRule.Effect.RETURN;
                case "LOG", "NFLOG", "MARK", "CONNMARK", "TCPMSS", "AUDIT" -> ChainRule.Effect.NONE;
                default -> option.equals("-g") ? ChainRule.Effect.GOTO : ChainRule.Effect.JUMP;
            };
        }

        ChainRule rule(String line) {
            return new ChainRule(effect, target, ports, addresses, !ipv6, ipv6, certain, ChainRule.NO_MARK,
                    ChainRule.NO_MARK, line);
        }
    }
}
