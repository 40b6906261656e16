package org.mailmedic.lab.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mailmedic.lab.Bench;
import org.mailmedic.lab.Scenario.Setting;
import org.mailmedic.lab.net.Addresses;
import org.mailmedic.lab.net.Host;
import org.mailmedic.lab.peer.Conversation;
import org.mailmedic.lab.peer.MailServer;
import org.mailmedic.lab.peer.Relay;
import org.mailmedic.lab.peer.WebServer;

/// The vocabulary of scenarios: what can be done to the small Internet.
final class Given {
    static final String HOST = "mail.shop.example";
    private static final List<Integer> USUAL_PORTS = List.of(25, 465, 587);

    private Given() {}

    /// What a scripted server says; made afresh for each scenario.
    @FunctionalInterface
    interface Made {
        Conversation on(Bench bench) throws IOException;
    }

    static MailServer mail(Bench bench) throws IOException {
        return new MailServer(HOST).identity(bench.authority().sound(HOST).context());
    }

    /// The usual mail host: named, with IPv4 and IPv6, on the usual ports.
    static Setting mailHost() {
        return mailHost(UnaryOperator.identity());
    }

    /// The same, with something about it.
    static Setting mailHost(UnaryOperator<MailServer> told) {
        return together(named(Addresses.SERVER, Addresses.SERVER6), on(Addresses.SERVER, USUAL_PORTS, told),
                on(Addresses.SERVER6, USUAL_PORTS, told));
    }

    /// A certificate chain of the usual size, some kilobytes: the handshake does not fit into small packets.
    static Setting mailHostWithLargeCertificate() {
        var names = IntStream.range(0, 120).mapToObj(i -> i == 0 ? HOST : "customer-" + i + ".hosting.shop.example").toArray(String[]::new);
        return bench -> {
            var identity = bench.authority().sound(names).context();
            mailHost(server -> server.identity(identity)).on(bench);
        };
    }

    /// A mail host on IPv4 and these ports only.
    static Setting mailHostOn(Integer... ports) {
        return together(named(Addresses.SERVER), on(Addresses.SERVER, List.of(ports), UnaryOperator.identity()));
    }

    static Setting on(String address, List<Integer> ports, UnaryOperator<MailServer> told) {
        return bench -> {
            for (int port : ports) {
                var server = told.apply(mail(bench));
                bench.listen(Host.SERVER, address, port, port == 465 ? server.tlsFirst() : server);
            }
        };
    }

    static Setting serving(String address, int port, Made conversation) {
        return bench -> bench.listen(Host.SERVER, address, port, conversation.on(bench));
    }

    /// The usual host's address with one port that does something else, and the name for it.
    static Setting only(int port, Made conversation) {
        return together(named(Addresses.SERVER), serving(Addresses.SERVER, port, conversation));
    }

    static Setting together(Setting... settings) {
        return bench -> {
            for (Setting each : settings) {
                each.on(bench);
            }
        };
    }

    static Setting named(String... addresses) {
        return name(HOST, addresses);
    }

    /// At every resolver.
    static Setting name(String name, String... values) {
        return bench -> bench.name("", name, values);
    }

    /// At one resolver.
    static Setting nameAt(String resolver, String name, String... values) {
        return bench -> bench.name(resolver, name, values);
    }

    /// What the whole resolver does, whatever it is asked; controls have lost their names there, too.
    static Setting resolver(String resolver, String word) {
        return bench -> {
            bench.controls().forgetNames(resolver);
            bench.name(resolver, HOST, word);
            bench.name(resolver, "*", word);
        };
    }

    static Setting resolversAll(String word) {
        return together(resolver(Addresses.SYSTEM_RESOLVER, word), resolver(Addresses.PUBLIC_RESOLVERS.get(0), word),
            resolver(Addresses.PUBLIC_RESOLVERS.get(1), word));
    }

    /// Rules for what leaves the client.
    static Setting output(String... rules) {
        return bench -> bench.rules(Host.CLIENT, "chain out { type filter hook output priority 0; " + String.join("\n", rules) + "\n}");
    }

    /// Rules of the client in a chain of any kind.
    ///
    /// @param head the chain's beginning
    static Setting onClient(String head, String... rules) {
        return bench -> bench.rules(Host.CLIENT, head + " " + String.join("\n", rules) + "\n}");
    }

    /// The same with a policy of dropping what no rule lets out.
    static Setting outputOnly(String... rules) {
        return bench -> bench.rules(Host.CLIENT, "chain out { type filter hook output priority 0; policy drop; oif lo accept\n"
                + String.join("\n", rules) + "\n}");
    }

    /// Rules for what passes the router.
    static Setting forward(String... rules) {
        return bench -> bench.rules(Host.ROUTER, "chain through { type filter hook forward priority 0; " + String.join("\n", rules)
                + "\n}");
    }

    /// Rules for what reaches the mail server.
    static Setting input(String... rules) {
        return bench -> bench.rules(Host.SERVER, "chain in { type filter hook input priority 0; " + String.join("\n", rules) + "\n}");
    }

    /// Rules of the router that send connections elsewhere.
    static Setting redirect(String... rules) {
        return redirect(0, rules);
    }

    private static Setting redirect(int number, String... rules) {
        return bench -> bench.rules(Host.ROUTER, "chain away" + number + " { type nat hook prerouting priority -100; "
                + String.join("\n", rules) + "\n}");
    }

    /// Both families of these ports end at the router's own port 9999, whatever their address.
    static Setting toRouter(String ports, Made conversation) {
        return toRouter(ports, "0.0.0.0/0", "::/0", conversation);
    }

    /// The same, for what goes to these networks.
    static Setting toRouter(String ports, String net4, String net6, Made conversation) {
        return together(
            redirect("ip daddr " + net4 + " tcp dport " + ports + " dnat ip to " + Addresses.ROUTER + ":9999",
                "ip6 daddr " + net6 + " tcp dport " + ports + " dnat ip6 to [" + Addresses.ROUTER6 + "]:9999"),
            bench -> {
                var device = conversation.on(bench);
                bench.listen(Host.ROUTER, Addresses.ROUTER, 9999, device);
                bench.listen(Host.ROUTER, Addresses.ROUTER6, 9999, device);
            });
    }

    /// A device on the router through which the mail host and all controls are reached on a port; it may change every line.
    ///
    /// @param server what becomes of a line from a server; null drops it
    /// @param client what becomes of a line from the client
    static Setting device(int port, UnaryOperator<String> server, UnaryOperator<String> client) {
        var servers = Stream.of(List.of(Addresses.SERVER, Addresses.SERVER6), Addresses.CONTROLS, Addresses.CONTROLS6).flatMap(List::stream)
                .toList();
        return bench -> {
            var rules = new StringBuilder();
            for (int i = 0; i < servers.size(); i++) {
                String target = servers.get(i);
                boolean six = target.indexOf(':') >= 0;
                int door = 10_000 + port * 10 + i;
                rules.append(six ? "ip6 daddr %s tcp dport %d dnat ip6 to [%s]:%d%n".formatted(target, port, Addresses.ROUTER6, door)
                    : "ip daddr %s tcp dport %d dnat ip to %s:%d%n".formatted(target, port, Addresses.ROUTER, door));
                bench.listen(Host.ROUTER, six ? Addresses.ROUTER6 : Addresses.ROUTER, door,
                    new Relay(bench.net().inside(Host.ROUTER), target, port, server, client));
            }
            redirect(port, rules.toString()).on(bench);
        };
    }

    static Setting ip(Host host, String... lines) {
        return bench -> bench.net().ip(host, lines);
    }

    /// A rule of the client's policy routing, for both families (ip-rule(8)).
    static Setting rule(String rule) {
        return bench -> {
            for (String family : List.of("-4", "-6")) {
                bench.net().command(Host.CLIENT, Stream.concat(Stream.of("ip", family, "rule", "add"),
                        Stream.of(rule.split(" "))).toArray())
                        .succeed();
            }
        };
    }

    static Setting page(String page, WebServer server) {
        return bench -> bench.controls().page(page, server);
    }

    static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
