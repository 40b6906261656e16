package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.lab.Bench;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.net.Host;

/// This device's rules of iptables, of both kinds, in all their tables.
final class IpTablesScenarios {
    private static final List<String> TABLES = List.of("raw", "mangle", "nat", "filter");
    private static final String MAIL = "-p tcp -m multiport --dports 25,465,587,2525";

    private IpTablesScenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (String kind : List.of("nft", "legacy")) {
            all.add(of(kind, "sends one user's mail into nothing", "-t nat -A OUTPUT " + MAIL
                    + " -m owner --uid-owner 0 -j REDIRECT --to-ports 9"));
            all.add(of(kind, "drops mail behind all filters", "-t mangle -A POSTROUTING " + MAIL + " -j DROP"));
            all.add(of(kind, "drops mail before everything else", "-t raw -A OUTPUT " + MAIL + " -j DROP"));
            all.add(of(kind, "drops the answers before they are routed", "-t raw -A PREROUTING -p tcp -m multiport --sports "
                    + "25,465,587,2525 -j DROP"));
            all.add(of(kind, "marks mail, and a filter rejects what is marked", "-t mangle -A OUTPUT " + MAIL + " -j MARK --set-mark 7",
                    "-A OUTPUT -m mark --mark 7 -j REJECT"));
            all.add(of(kind, "marks mail, and policy routing prohibits what is marked",
                    "-t mangle -A OUTPUT " + MAIL + " -j MARK --set-mark 7").with(rule("fwmark 7 prohibit")));
            all.add(of(kind, "leads mail back to a proxy that is not there", "-t mangle -A OUTPUT " + MAIL + " -j MARK --set-mark 1",
                    "-t mangle -A PREROUTING " + MAIL + " -j TPROXY --on-port 50080 --tproxy-mark 1").with(rule("fwmark 1 lookup 100"),
                            ip(Host.CLIENT, "route replace local 0.0.0.0/0 dev lo table 100",
                                    "route replace local ::/0 dev lo table 100")));
            all.add(of(kind, "has a rule for another user, and the network drops 587",
                    "-t nat -A OUTPUT -p tcp --dport 587 -m owner --uid-owner 33 -j REDIRECT --to-ports 9").with(forward(
                            "tcp dport 587 drop")).expect(problem("port.blocked_by_network").also("port.blocked_by_device").by("network")));
            all.add(of(kind, "leads marked mail another way, which ends nowhere",
                    "-t mangle -A OUTPUT -p tcp --dport 587 -j MARK --set-mark 7").with(rule("fwmark 7 lookup 100"),
                            ip(Host.CLIENT, "route replace blackhole 0.0.0.0/0 table 100", "route replace blackhole ::/0 table 100"))
                    .expect(problem("port.blocked_by_network", "port.blocked_by_device").by("network")));
        }
        return all;
    }

    private static Scenario of(String kind, String name, String... rules) {
        return Scenario.of("iptables", kind + " " + name).with(mailHost(), bench -> load(bench, kind, rules))
                .expect(problem("port.blocked_by_device").by("device")).within(10);
    }

    /// The same for both families.
    private static void load(Bench bench, String kind, String... rules) {
        if (kind.equals("legacy")) {
            bench.untilTheEnd(() -> both(bench, kind, TABLES.stream().map(table -> "-t " + table + " -F").toArray(String[]::new)));
        }
        both(bench, kind, rules);
    }

    private static void both(Bench bench, String kind, String... rules) {
        for (String family : List.of("iptables-", "ip6tables-")) {
            for (String rule : rules) {
                var words = Stream.concat(Stream.of(family + kind), Arrays.stream(rule.split(" ")));
                bench.net().command(Host.CLIENT, words.toArray()).succeed();
            }
        }
    }
}
