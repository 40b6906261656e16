package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What one rule of iptables is about: its options, one after the other (iptables(8), iptables-extensions(8)).
final class IpTablesMatch {
    /// Their one argument says nothing about which packets are met.
    private static final Set<String> DETAILS = Set.of("-m", "--comment", "--reject-with", "--to-ports", "--to-destination", "--to-source",
            "--on-port", "--on-ip", "--log-prefix", "--log-level", "--queue-num", "--nflog-group", "--nflog-prefix", "--set-mss",
            "--nfmask", "--ctmask", "--zone");
    private static final Set<String> SWITCHES = Set.of("--random", "--random-fully", "--persistent", "--log-uid", "--restore-mark",
            "--save-mark", "--clamp-mss-to-pmtu", "--notrack");
    private static final long WHOLE = 0xffffffffL;

    private final PacketWay way;
    private final boolean ipv6;
    private final RuleOrigin origin;
    private final List<String> addresses = new ArrayList<>();
    private ChainRule.Effect effect = ChainRule.Effect.NONE;
    private String target = "";
    private List<Integer> ports = List.of();
    private boolean concerned = true;
    private boolean certain = true;
    private long marked = ChainRule.NO_MARK;
    private long marks = ChainRule.NO_MARK;

    private IpTablesMatch(PacketWay way, boolean ipv6, RuleOrigin origin) {
        this.way = way;
        this.ipv6 = ipv6;
        this.origin = origin;
    }

    /// @param words the rule without its chain
    static IpTablesMatch of(Deque<String> words, PacketWay way, boolean ipv6, RuleOrigin origin) {
        var match = new IpTablesMatch(way, ipv6, origin);
        while (!words.isEmpty()) {
            match.take(words);
        }
        return match;
    }

    /// @param text the rule as it is shown
    /// @return empty for what none of our packets on this way meets
    Optional<ChainRule> rule(String text) {
        return concerned ? Optional.of(new ChainRule(effect, target, ports, addresses, !ipv6, ipv6, certain, marked, marks, text))
                : Optional.empty();
    }

    private void take(Deque<String> words) {
        String option = words.poll();
        boolean not = option.equals("!");
        option = not ? next(words) : option;
        if (DETAILS.contains(option)) {
            words.poll();
            return;
        }
        switch (option) {
            case "-p" -> concerned &= not != List.of("tcp", "all", "6", "0").contains(next(words));
            case "-o", "-i" -> device(option, next(words), not);
            case "-d", "-s" -> address(option, next(words), not);
            case "--dport", "--dports", "--sport", "--sports" -> {
                boolean server = option.startsWith("--" + way.serverPort);
                String list = next(words);
                if (server) {
                    ports(list, not);
                } else {
                    ownPort(list, not);
                }
            }
            case "--state", "--ctstate" -> concerned &= not != next(words).contains(way.state.toUpperCase(Locale.ROOT));
            case "--uid-owner" -> user(next(words), not);
            case "--dst-type", "--src-type" -> type(option, next(words), not);
            case "--syn" -> concerned &= not == (way != PacketWay.OUT);
            case "--tcp-flags" -> flags(Set.of(next(words).split(",")), Set.of(next(words).split(",")), not);
            case "--mark" -> {
                marked = mark(next(words));
                certain &= !not && marked >= 0;
            }
            case "--set-xmark", "--set-mark", "--tproxy-mark" -> sets(option, next(words));
            case "-j", "-g" -> verdict(option, next(words));
            default -> certain &= SWITCHES.contains(option);
        }
    }

    private static String next(Deque<String> words) {
        return String.valueOf(words.poll());
    }

    private void device(String option, String name, boolean not) {
        boolean passes = !name.equals("lo") && origin.has(name) && option.equals(way == PacketWay.IN ? "-i" : "-o");
        concerned &= passes || not;
    }

    private void address(String option, String address, boolean not) {
        boolean server = option.equals(way == PacketWay.IN ? "-s" : "-d");
        if (server && !not) {
            addresses.add(address.replaceFirst("/(32|128)$", ""));
        }
        certain &= server;
    }

    private void user(String user, boolean not) {
        certain &= origin.userKnown();
        concerned &= !origin.userKnown() || origin.runBy(user) != not;
    }

    /// Packets go from this computer to another one, or from there to here.
    private void type(String option, String type, boolean not) {
        boolean here = option.equals(way == PacketWay.IN ? "--dst-type" : "--src-type");
        concerned &= type.equals(here ? "LOCAL" : "UNICAST") != not;
    }

    /// The first packet that we send, the answer to it, and what we say to that (RFC 9293 §3.5).
    private void flags(Set<String> looked, Set<String> set, boolean not) {
        List<String> ours = switch (way) {
            case OUT -> List.of("SYN");
            case IN -> List.of("SYN", "ACK");
            case LATER -> List.of("ACK");
        };
        boolean met = ours.stream().filter(looked::contains).toList().size() == set.size() && set.stream().allMatch(ours::contains)
                || set.equals(Set.of("NONE")) && ours.stream().noneMatch(looked::contains);
        concerned &= met != not;
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

    /// A value, or a value and which bits of it count.
    private static long mark(String given) {
        try {
            return Long.decode(given.split("/", 2)[0]);
        } catch (NumberFormatException unknown) {
            return ChainRule.NO_MARK;
        }
    }

    /// A proxy takes what carries the mark that it gives, since that is what leads packets of ours back to it.
    private void sets(String option, String given) {
        if (option.equals("--tproxy-mark")) {
            marked = mark(given);
            certain &= marked > 0;
        } else if (mark(given) > 0 && mark(given) <= WHOLE) {
            marks = mark(given);
        }
    }

    private void verdict(String option, String word) {
        target = word;
        effect = switch (word) {
            case "DROP", "REJECT", "REDIRECT", "DNAT", "TPROXY", "TARPIT" -> ChainRule.Effect.STOP;
            case "NFQUEUE", "QUEUE" -> {
                certain = false;
                yield ChainRule.Effect.STOP;
            }
            case "ACCEPT" -> ChainRule.Effect.ACCEPT;
            case "RETURN" -> ChainRule.Effect.RETURN;
            case "LOG", "NFLOG", "MARK", "CONNMARK", "TCPMSS", "AUDIT", "CT", "NOTRACK", "SNAT", "MASQUERADE", "TTL", "DSCP", "TOS",
                 "CLASSIFY" -> ChainRule.Effect.NONE;
            default -> option.equals("-g") ? ChainRule.Effect.GOTO : ChainRule.Effect.JUMP;
        };
    }
}
