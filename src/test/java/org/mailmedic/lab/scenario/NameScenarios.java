package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.*;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.net.Host;
import org.mailmedic.lab.peer.Conversation;
import org.mailmedic.lab.peer.HttpsNameServer;
import org.mailmedic.lab.peer.MailServer;
import org.mailmedic.lab.peer.WebServer;

/// Name lookup: what the system's resolver says, what others say, and whether the answer can be right.
final class NameScenarios {
    private static final List<Integer> PORTS = List.of(25, 465, 587);

    private static final String OVER_HTTPS = "https://" + PUBLIC_RESOLVERS.getFirst() + "/dns-query";

    private NameScenarios() {}

    /// The first of the others, asked over HTTPS.
    private static Scenario.Setting overHttps() {
        return bench -> {
            String address = PUBLIC_RESOLVERS.getFirst();
            bench.listen(Host.RESOLVERS, address, 443,
                    new HttpsNameServer(bench.authority().sound("dns.example", address).context(), bench.zone(address)));
        };
    }

    /// Lines of the client's own hosts file, for this scenario alone.
    private static Scenario.Setting hostsFile(String... lines) {
        return bench -> {
            bench.net().of(Host.CLIENT).hosts(lines);
            bench.untilTheEnd(() -> bench.net().of(Host.CLIENT).hosts());
        };
    }

    /// The client's system tries names in this domain, too.
    private static Scenario.Setting searching(String domain) {
        return bench -> {
            bench.net().of(Host.CLIENT).resolving("search " + domain, "nameserver " + SYSTEM_RESOLVER);
            bench.untilTheEnd(() -> bench.net().of(Host.CLIENT).nameServer(SYSTEM_RESOLVER));
        };
    }

    private static Scenario.Setting withoutIpv6() {
        return bench -> {
            bench.net().command(Host.CLIENT, "sysctl", "-q", "net.ipv6.conf.all.disable_ipv6=1").succeed();
            bench.untilTheEnd(() -> bench.net().command(Host.CLIENT, "sysctl", "-q", "net.ipv6.conf.all.disable_ipv6=0").succeed());
        };
    }

    private static Scenario of(String name) {
        return Scenario.of("names", name);
    }

    static List<Scenario> all() {
        return List.of(
            of("the domain's servers fail, and the others are out of reach").with(name(HOST, "SERVFAIL"),
                    forward("ip daddr { 203.0.113.53, 192.0.2.53 } drop")).expect(problem("dns.server_failure").by("domain")).within(10),
            of("the system invents an address for every name").with(name(HOST, "NXDOMAIN"), nameAt(SYSTEM_RESOLVER, HOST, SERVER_B),
                    nameAt(SYSTEM_RESOLVER, "*", SERVER_B), serving(SERVER_B, 80, _ -> WebServer.page("search")))
                .expect(problem("dns.answer_differs").by("network")).within(9),
            of("the name does not exist").with(name(HOST, "NXDOMAIN")).expect(problem("dns.not_found").by("you")).within(6),
            of("the name has neither A nor AAAA").with(name(HOST, "NODATA")).expect(problem("dns.no_address").by("domain")).within(6),
            of("the domain's servers fail").with(name(HOST, "SERVFAIL")).expect(problem("dns.server_failure").by("domain")).within(8),
            of("all resolvers refuse").with(name(HOST, "REFUSED")).expect(problem("dns.server_failure").by("domain")).within(8),
            of("aliases in a circle").with(name(HOST, "-> a.shop.example"), name("a.shop.example", "-> b.shop.example"),
                    name("b.shop.example", "-> a.shop.example"))
                .expect(problem("dns.no_address").by("domain")).within(6),
            of("an alias that leads nowhere").with(name(HOST, "-> gone.shop.example")).expect(problem("dns.no_address").by("domain"))
                    .within(6),
            of("an alias that leads to a name without addresses")
                    .with(name(HOST, "-> empty.shop.example"), name("empty.shop.example", "NODATA"))
                .expect(problem("dns.no_address").by("domain")).within(6),
            of("a chain of aliases that ends well")
                    .with(mailHost(), name(HOST, "-> a.shop.example"), name("a.shop.example", "-> b.shop.example"),
                name("b.shop.example", SERVER)).expect(healthy()),

            of("the system's resolver is silent, the others answer").with(mailHost(), resolver(SYSTEM_RESOLVER, "SILENT"))
                .expect(problem("dns.resolver_broken").by("device")).within(10),
            of("the system's resolver fails, the others answer").with(mailHost(), resolver(SYSTEM_RESOLVER, "SERVFAIL"))
                .expect(problem("dns.resolver_broken").by("device")).within(8),
            of("the system's resolver refuses, the others answer").with(mailHost(), resolver(SYSTEM_RESOLVER, "REFUSED"))
                .expect(problem("dns.resolver_broken").by("device")).within(8),
            of("the system's resolver denies this one name, the others answer").with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, "NXDOMAIN"))
                .expect(problem("dns.resolver_broken").by("device")).within(8),
            of("the hosts file of this computer leads to itself").with(mailHost(), hostsFile("127.0.0.1 " + HOST))
                .expect(problem("dns.answer_differs").by("device")).within(9),
            of("the hosts file has an old address").with(mailHost(), hostsFile(NOBODY + " " + HOST))
                .expect(problem("dns.answer_differs").by("device")).within(9),
            of("a search domain of this computer answers for a name that does not exist").with(name(HOST, "NXDOMAIN"),
                    nameAt(SYSTEM_RESOLVER, HOST + ".corp.example", SERVER_B), searching("corp.example"))
                .expect(problem("dns.answer_differs").by("device")).within(9),
            of("the network's name server leads to this very computer").with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, "127.0.0.1"))
                .expect(problem("dns.answer_differs").by("network")).within(9),
            of("the name has IPv6 alone, and this line has none").with(named(SERVER6),
                    on(SERVER6, List.of(465, 587), UnaryOperator.identity()), withoutIpv6())
                .expect(problem("network.ipv6_broken").by("network")).within(9),
            of("one of the others is silent").with(mailHost(), resolver(PUBLIC_RESOLVERS.get(0), "SILENT")).expect(healthy()),
            of("all resolvers are silent, the network works").with(mailHost(), resolversAll("SILENT"))
                .expect(problem("dns.timeout").by("network")).within(10),
            of("the answers to DNS are dropped on the way").with(mailHost(), forward("udp dport 53 drop", "tcp dport 53 drop"))
                .expect(problem("dns.timeout").by("network")).within(10),
            of("only the others are out of reach").with(mailHost(), forward("ip daddr { 203.0.113.53, 192.0.2.53 } drop"))
                    .expect(healthy()),

            of("0.0.0.0").with(named("0.0.0.0")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("loopback from a public name").with(named("127.0.0.1")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("a private address that is dead").with(named("192.168.50.77")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("a private address that works").with(named(PRIVATE), on(PRIVATE, PORTS, UnaryOperator.identity())).expect(healthy()),
            of("a web-only network, mail ports silent, 443 open").with(named(WEB_ONLY), serving(WEB_ONLY, 443, _ -> Conversation.silent()),
                input("ip daddr " + WEB_ONLY + " tcp dport != 443 drop")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("an address of a web-only network that takes mail").with(named(WEB_ONLY), on(WEB_ONLY, PORTS, UnaryOperator.identity()))
                    .expect(healthy()),

            of("the system lies: another address, nothing there").with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, NOBODY))
                .expect(problem("dns.answer_differs").by("network")).within(8),
            of("the system lies: a block page's address").with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, "0.0.0.0"))
                .expect(problem("dns.answer_differs").by("network")).within(8),
            of("the system gives another address, and it works")
                    .with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, SERVER_B), on(SERVER_B, PORTS, UnaryOperator.identity()))
                .expect(healthy()),
            of("everybody agrees on an address where nobody is").with(named(NOBODY)).expect(problem("tcp.timeout").by("mail_provider"))
                    .within(8),

            of("a known provider's host with a slip").asking("--host", "smtp.gmial.com").with(name("smtp.gmail.com", SERVER))
                .expect(problem("settings.host_typo").by("you").naming("smtp.gmail.com")).within(6),
            of("a slip that somebody else has registered").with(name("smtp.gmial.com", NOBODY)).asking("--host", "smtp.gmial.com")
                .expect(problem("settings.host_typo").by("you").naming("smtp.gmail.com").also("tcp.timeout")).within(8),
            of("the own domain with a slip").asking("--host", "mail.shpo.example", "--from", "anna@shop.example")
                .expect(problem("settings.host_typo").by("you").naming("mail.shop.example")).within(6),

            of("the system lies, and DNS over HTTPS tells").with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, NOBODY), overHttps())
                .asking("--resolver", OVER_HTTPS).expect(problem("dns.answer_differs").by("network")).within(8),
            of("the system denies the name, and DNS over HTTPS knows it")
                    .with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, "NXDOMAIN"), overHttps())
                .asking("--resolver", OVER_HTTPS).expect(problem("dns.resolver_broken").by("device")).within(8),
            of("DNS over HTTPS agrees").with(mailHost(), overHttps()).asking("--resolver", OVER_HTTPS).expect(healthy()),
            of("DNS over HTTPS is out of reach").with(mailHost()).asking("--resolver", OVER_HTTPS).expect(healthy()),
            of("an alias to itself").with(name(HOST, "-> " + HOST)).expect(problem("dns.no_address").by("domain")).within(6),
            of("a long circle of aliases").with(name(HOST, "-> a1.example"), name("a1.example", "-> a2.example"),
                    name("a2.example", "-> a3.example"),
                name("a3.example", "-> a4.example"), name("a4.example", "-> a1.example")).expect(problem("dns.no_address").by("domain"))
                        .within(8),
            of("the system's resolver knows the name without an address, the others answer")
                    .with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, "NODATA"))
                .expect(problem("dns.resolver_broken").by("device")).within(8),
            of("one of the others denies the name, the mail works").with(mailHost(), nameAt(PUBLIC_RESOLVERS.get(0), HOST, "NXDOMAIN"))
                    .expect(healthy()),
            of("the others refuse every question, the mail works")
                    .with(mailHost(), resolver(PUBLIC_RESOLVERS.get(0), "REFUSED"), resolver(PUBLIC_RESOLVERS.get(1), "REFUSED"))
                .expect(healthy()),
            of("the name does not exist, and the others are out of reach")
                    .with(name(HOST, "NXDOMAIN"), forward("ip daddr { 203.0.113.53, 192.0.2.53 } drop"))
                .expect(problem("dns.not_found").by("you")).within(8),
            of("the name does not exist, without controls and others").with(name(HOST, "NXDOMAIN"))
                    .asking("--controls", "none", "--profile", "quick")
                .expect(problem("dns.not_found").by("you")).within(8),
            of("everything is refused by every resolver").with(mailHost(), resolversAll("REFUSED"))
                    .expect(problem("dns.server_failure").by("domain")).within(10),
            of("the broadcast address").with(named("255.255.255.255")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("a multicast address").with(named("224.0.0.5")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("an address that is reserved").with(named("240.0.0.5")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("an address of one's own link").with(named("169.254.9.9")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("IPv6 loopback").with(named("::1")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("an unspecified IPv6 address").with(named("::")).expect(problem("dns.wrong_address").by("domain")).within(8),
            of("a private IPv6 address that is dead").with(named("fd00:1234::25")).expect(problem("dns.wrong_address").by("domain"))
                    .within(8),
            of("a private address beside one that works")
                    .with(named("192.168.50.77", SERVER), on(SERVER, List.of(587), UnaryOperator.identity()))
                .expect(healthy().mayWarn("tcp.timeout")).within(12),
            of("the system lies: the address of a web server")
                    .with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, SERVER_B), serving(SERVER_B, 587, _ -> WebServer.page("blocked")))
                .expect(problem("dns.answer_differs").by("network").also("smtp.not_smtp")).within(9),
            of("the system lies: somebody else's mail server")
                    .with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, SERVER_B), serving(SERVER_B, 587,
                    b -> new MailServer("evil.example").identity(b.authority().selfSigned("evil.example").context())))
                .expect(problem("dns.answer_differs").by("network").also("tls.cert_untrusted", "tls.cert_name_mismatch")).within(9),
            of("the system's resolver fails for AAAA alone")
                    .with(mailHostOn(465, 587), nameAt(SYSTEM_RESOLVER, HOST, "AAAA:SERVFAIL", SERVER)).expect(healthy()).within(8),
            of("the system's resolver is silent for AAAA alone")
                    .with(mailHostOn(465, 587), nameAt(SYSTEM_RESOLVER, HOST, "AAAA:SILENT", SERVER)).expect(healthy()).within(10));
    }
}
