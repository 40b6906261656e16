package org.mailmedic.lab.net;

import static org.mailmedic.lab.net.Addresses.*;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailmedic.real.Command;
import org.mailmedic.real.Namespace;

/// A small Internet of five hosts, each a network namespace: client, router, server, controls and resolvers, all linked through the
/// router by virtual cables, with IPv4 and IPv6. Nothing outside it is touched. Needs root.
///
/// It is built once and put back into its first state between scenarios ([#reset]).
public final class Topology implements Closeable {
    private static final String QUIET = """
        net.ipv4.icmp_ratelimit=0
        net.ipv4.icmp_msgs_per_sec=100000
        net.ipv6.icmp.ratelimit=0
        net.ipv6.conf.all.accept_dad=0
        net.ipv6.conf.default.accept_dad=0
        net.ipv4.conf.all.rp_filter=0
        net.ipv4.conf.default.rp_filter=0
        """;
    private static final String FORWARDING = "net.ipv4.ip_forward=1\nnet.ipv6.conf.all.forwarding=1\n";

    private final Map<Host, Namespace> hosts = new EnumMap<>(Host.class);
    private final Map<Host, Inside> doors = new EnumMap<>(Host.class);

    /// @param number tells topologies of one process apart
    public Topology(int number) throws IOException {
        try {
            for (Host host : Host.values()) {
                var made = Namespace.create("lab" + number + "-" + host.word());
                hosts.put(host, made);
                doors.put(host, new Inside(made.name()));
                command(host, "sysctl", "-q", "-p", "-").reading(host == Host.ROUTER ? QUIET + FORWARDING : QUIET).succeed();
            }
            lay();
            of(Host.CLIENT).nameServer(SYSTEM_RESOLVER);
            of(Host.CLIENT).hosts();
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    public Namespace of(Host host) {
        return hosts.get(host);
    }

    public Inside inside(Host host) {
        return doors.get(host);
    }

    public Command command(Host host, Object... words) {
        return of(host).command(words);
    }

    /// Runs several lines of ip(8) at once.
    public void ip(Host host, String... lines) {
        command(host, "ip", "-batch", "-").reading(String.join("\n", lines) + "\n").succeed();
    }

    /// Puts routes, links, addresses and rules back.
    public void reset() {
        for (Host host : List.of(Host.CLIENT, Host.ROUTER, Host.SERVER)) {
            command(host, "nft", "flush", "ruleset").succeed();
        }
        command(Host.CLIENT, "ip", "-6", "route", "flush", "proto", "boot").succeed();
        for (String family : List.of("-4", "-6")) {
            command(Host.CLIENT, "ip", family, "rule", "flush").succeed();
            command(Host.CLIENT, "ip", family, "rule", "add", "pref", "32766", "table", "main").succeed();
        }
        ip(Host.CLIENT, Stream.of(List.of("route flush table main", "link set net up"), homeOfClient()).flatMap(List::stream)
                .toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        for (Namespace host : hosts.values()) {
            host.close();
        }
    }

    private void lay() {
        cable(Host.CLIENT, "to-client");
        cable(Host.SERVER, "to-server");
        cable(Host.CONTROLS, "to-controls");
        cable(Host.RESOLVERS, "to-resolvers");
        ip(Host.CLIENT, homeOfClient().toArray(String[]::new));
        home(Host.SERVER, "10.77.3", "2001:db8:3", Stream.of(SERVER, SERVER_B, SERVER_C, PRIVATE, WEB_ONLY, SERVER6).toList());
        home(Host.CONTROLS, "10.77.4", "2001:db8:4", Stream.of(CONTROLS, CONTROLS6, List.of(WEB)).flatMap(List::stream).toList());
        home(Host.RESOLVERS, "10.77.5", "2001:db8:5", Stream.concat(Stream.of(SYSTEM_RESOLVER), PUBLIC_RESOLVERS.stream()).toList());
        ip(Host.ROUTER, routes().toArray(String[]::new));
    }

    private void cable(Host host, String name) {
        Command.of("ip", "-n", of(Host.ROUTER).name(), "link", "add", name, "type", "veth", "peer", "name", "net", "netns", of(host).name())
                .succeed();
        ip(Host.ROUTER, "link set " + name + " up");
        ip(host, "link set net up");
    }

    private static List<String> homeOfClient() {
        return List.of("address replace " + CLIENT + "/24 dev net", "address replace " + CLIENT6 + "/64 dev net nodad",
            "route replace 10.77.0.0/24 dev net src " + CLIENT, "route replace default via " + ROUTER,
            "route replace 2001:db8:77::/64 dev net", "route replace default via " + ROUTER6);
    }

    /// A host behind the router, its addresses on the loopback so that they need no neighbours.
    private void home(Host host, String net4, String net6, List<String> addresses) {
        List<String> lines = new ArrayList<>(List.of("address add " + net4 + ".2/24 dev net", "address add " + net6
                + "::2/64 dev net nodad",
            "route add default via " + net4 + ".1", "route add default via " + net6 + "::1"));
        for (String address : addresses) {
            lines.add(isIpv6(address) ? "address add " + address + "/128 dev lo nodad" : "address add " + address + "/32 dev lo");
        }
        ip(host, lines.toArray(String[]::new));
    }

    private static List<String> routes() {
        List<String> lines = new ArrayList<>(List.of("address add " + ROUTER + "/24 dev to-client", "address add " + ROUTER6
                + "/64 dev to-client nodad"));
        gateway(lines, "to-server", "10.77.3", "2001:db8:3", "198.51.100.0/24", PRIVATE, WEB_ONLY, "2001:db8:51::/48");
        gateway(lines, "to-controls", "10.77.4", "2001:db8:4", "203.0.113.0/24", CONTROLS.getLast(), "2001:db8:c1::/48",
                "2001:db8:c2::/48", "2001:db8:c3::/48");
        gateway(lines, "to-resolvers", "10.77.5", "2001:db8:5", SYSTEM_RESOLVER, PUBLIC_RESOLVERS.get(0), PUBLIC_RESOLVERS.get(1));
        lines.add("route add blackhole " + CANARY);
        lines.add("route add blackhole default");
        lines.add("route add blackhole ::/0");
        return lines;
    }

    private static void gateway(List<String> lines, String cable, String net4, String net6, String... targets) {
        lines.add("address add " + net4 + ".1/24 dev " + cable);
        lines.add("address add " + net6 + "::1/64 dev " + cable + " nodad");
        for (String target : targets) {
            lines.add(isIpv6(target) ? "route add " + target + " via " + net6 + "::2" : "route add " + target + " via " + net4 + ".2");
        }
    }

    private static boolean isIpv6(String address) {
        return address.indexOf(':') >= 0;
    }
}
