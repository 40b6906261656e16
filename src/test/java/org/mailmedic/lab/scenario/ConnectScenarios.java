package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.NOBODY;
import static org.mailmedic.lab.net.Addresses.SERVER;
import static org.mailmedic.lab.net.Addresses.SERVER6;
import static org.mailmedic.lab.net.Addresses.SERVER_B;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.net.Host;
import org.mailmedic.lab.peer.Conversation;
import org.mailmedic.lab.peer.MailServer;
import org.mailmedic.lab.peer.WebServer;

/// Who keeps a connection from being made: this computer, the network, the hosting company, the server, or a wrong port.
final class ConnectScenarios {
    private static final String WITHOUT_RIGHTS = "--bounding-set=-net_admin";

    private ConnectScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("connect", name);
    }

    static List<Scenario> all() {
        return List.of(
            of("only the target drops everything, and one of three controls is down").with(mailHost(),
                    input("tcp dport { 25, 465, 587, 2525 } drop"), forward("ip daddr 203.0.113.11 tcp dport 587 drop"))
                .expect(problem("tcp.timeout").by("mail_provider")).within(9),
            of("587 is silent at the target, 465 greets, and every control is down").with(mailHostOn(465), input("tcp dport 587 drop"),
                    forward("ip daddr { 203.0.113.11, 203.0.113.12, 192.0.2.13 } drop",
                            "ip6 daddr { 2001:db8:c1::/48, 2001:db8:c2::/48, 2001:db8:c3::/48 } drop"))
                .expect(problem("settings.wrong_port").by("you").naming("465")).within(10),
            of("this computer’s firewall rejects mail of this user").with(mailHost(),
                    output("meta skuid 0 tcp dport { 25, 465, 587 } reject with tcp reset"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("it lets only the mail server's own user send").with(mailHost(),
                    output("meta skuid 33 accept", "tcp dport { 25, 465, 587 } reject with tcp reset"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("it has a rule for another user, and the network drops 587").with(mailHost(), output("meta skuid 33 tcp dport 587 drop"),
                    forward("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_network").by("network")).within(9),
            of("it lets out the web and names alone").with(mailHost(),
                    outputOnly("udp dport 53 accept", "tcp dport { 53, 80, 443, 8080 } accept", "ct state established accept"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("a VPN's kill switch, and no VPN").with(mailHost(), outputOnly("oifname \"tun0\" accept"))
                .expect(problem("port.blocked_by_device").by("device")).within(12),
            of("this computer drops the answers that come in").with(mailHost(), onClient("chain in { type filter hook input priority 0;",
                    "tcp sport { 25, 465, 587 } drop"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("this computer drops the answers before they are routed").with(mailHost(),
                    onClient("chain pre { type filter hook prerouting priority -300;", "tcp sport { 25, 465, 587 } drop"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("this computer sends mail ports into nothing by nat").with(mailHost(),
                    onClient("chain n { type nat hook output priority -100;", "tcp dport { 25, 465, 587 } redirect to :9"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("a verdict map of this computer drops mail").with(mailHost(), output("tcp dport vmap { 25 : drop, 465 : drop, 587 : drop }"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("this computer marks mail, and a later chain drops what is marked").with(mailHost(),
                    output("tcp dport { 25, 465, 587 } meta mark set 0x7"),
                    onClient("chain post { type filter hook postrouting priority 0;", "meta mark 0x7 drop"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("a rule at the card drops mail").with(mailHost(), bench -> bench.net().of(Host.CLIENT)
                    .firewall("table netdev card {\nchain e { type filter hook egress device net priority 0; "
                            + "tcp dport { 25, 465, 587 } drop\n}\n}\n"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("policy routing prohibits mail").with(mailHost(), rule("ipproto tcp dport 587 prohibit"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("policy routing calls mail unreachable").with(mailHost(), rule("ipproto tcp dport 587 unreachable"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("this computer has a rule of a rate for mail, and the network drops 587").with(mailHost(),
                    output("tcp dport 587 limit rate over 10000/second drop"), forward("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_network", "port.blocked_by_device").by("network")).within(9),
            of("this computer lets connections be made, and drops what is said").with(mailHost(),
                    output("tcp dport { 25, 465, 587 } ct state established drop"))
                .expect(problem("port.blocked_by_device").by("device")).within(14),
            of("the network lets connections be made, and drops what is said").with(mailHost(),
                    forward("tcp dport 587 ct state established drop"))
                .expect(problem("port.blocked_by_network").by("network")).within(14),
            of("the network lets connections be made, and resets what is said").with(mailHost(),
                    forward("tcp dport 587 ct state established reject with tcp reset"))
                .expect(problem("port.blocked_by_network").by("network").also("tcp.reset")).within(14),
            of("a route of this computer calls the server unreachable").with(mailHost(),
                    Given.ip(Host.CLIENT, "route add unreachable " + SERVER, "route add unreachable " + SERVER6))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("this computer drops mail to one address and port").with(mailHostOn(25, 465, 587),
                    output("ip daddr . tcp dport { " + SERVER + " . 587, " + SERVER + " . 465 } drop"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("a verdict map of addresses and ports drops mail").with(mailHostOn(587),
                    output("ip daddr . tcp dport vmap { " + SERVER + " . 587 : drop }"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("this computer drops a range of addresses").with(mailHostOn(465, 587), output("ip daddr 198.51.100.0-198.51.100.99 drop"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("this computer leads IPv4 mail to a program that is not there").with(mailHostOn(25, 465, 587),
                    onClient("chain n { type nat hook output priority -100;", "tcp dport 587 dnat ip to 127.0.0.1:10587"))
                .expect(problem("port.blocked_by_device").by("device")).within(9),
            of("an earlier rule lets 587 out, and the network drops it").with(mailHost(),
                    output("tcp dport 587 accept", "tcp dport { 25, 465, 587 } drop"), forward("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_network").by("network")).within(9),
            of("a table of rules that is switched off, and the network drops 587").with(mailHost(),
                    bench -> bench.net().of(Host.CLIENT).firewall("table inet asleep {\nflags dormant;\n"
                            + "chain out { type filter hook output priority 0; tcp dport 587 drop\n}\n}\n"), forward("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_network", "port.blocked_by_device").by("network")).within(9),
            of("a usual firewall for what comes in, and the network drops 587").with(mailHost(),
                    onClient("chain in { type filter hook input priority 0; policy drop;", "iif lo accept",
                            "ct state established,related accept", "ct state invalid drop", "meta l4proto ipv6-icmp accept"),
                    output("ct state invalid drop"), forward("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_network").by("network")).within(9),
            of("587 is dropped on the way, other ports get through").with(mailHost(), forward("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_network").by("network").naming("465")).within(8),
            of("587 is dropped on the way, and the server has nothing else").with(mailHostOn(587), forward("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_network").by("network")).within(8),
            of("the same, measured on the website’s server").with(mailHost(), forward("tcp dport 587 drop")).asking("--symptom", "server")
                .expect(problem("port.blocked_by_hosting").by("hosting")).within(8),
            of("all mail ports are dropped on the way").with(mailHost(), forward("tcp dport { 25, 465, 587, 2525 } drop"))
                .expect(problem("port.blocked_by_network").by("network")).within(8),
            of("all mail ports are dropped at a hosting company").with(mailHost(), forward("tcp dport { 25, 465, 587, 2525 } drop"))
                .asking("--symptom", "server").expect(problem("port.blocked_by_hosting").by("hosting")).within(8),
            of("only the target drops everything").with(mailHost(), input("tcp dport { 25, 465, 587, 2525 } drop"))
                .expect(problem("tcp.timeout").by("mail_provider")).within(8),
            of("nobody is at the target's address").with(named(NOBODY)).expect(problem("tcp.timeout").by("mail_provider")).within(8),
            of("nobody there, seen from the website’s server").with(named(NOBODY)).asking("--symptom", "server")
                .expect(problem("tcp.timeout").by("mail_provider")).within(8),
            of("the target refuses, nothing runs there").with(named(SERVER)).expect(problem("tcp.refused").by("mail_provider")).within(6),
            of("the target refuses on both families").with(named(SERVER, SERVER6)).expect(problem("tcp.refused").by("mail_provider"))
                    .within(6),
            of("587 is reset near you").with(mailHost(), forward("tcp dport 587 reject with tcp reset"))
                .expect(problem("port.blocked_by_network").by("network").naming("465")).within(6),
            of("all mail ports are reset near you").with(mailHost(), forward("tcp dport { 25, 465, 587, 2525 } reject with tcp reset"))
                .expect(problem("port.blocked_by_network").by("network")).within(6),
            of("587 is prohibited on the way").with(mailHost(), forward("tcp dport 587 reject with icmpx type admin-prohibited"))
                .expect(problem("port.blocked_by_network").by("network")).within(6),
            of("587 is port-unreachable on the way").with(mailHost(), forward("tcp dport 587 reject with icmpx type port-unreachable"))
                .expect(problem("port.blocked_by_network").by("network")).within(6),
            of("port 25 is dropped by the provider, as at home").with(mailHost(), forward("tcp dport 25 drop")).asking("--port", "25")
                .expect(problem("port.blocked_by_network").by("network")).within(8),
            of("587 is dropped for all but one control")
                    .with(mailHostOn(25, 465, 587),
                    forward("tcp dport 587 ip daddr != 203.0.113.11 drop", "meta nfproto ipv6 tcp dport 587 drop"))
                .expect(problem("settings.wrong_port").by("you").also("port.blocked_by_network").naming("465")).within(8),

            of("this computer’s firewall drops 587").with(mailHost(), output("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_device").by("device")).within(8),
            of("this computer’s firewall rejects 587").with(mailHost(), output("tcp dport 587 reject with tcp reset"))
                .expect(problem("port.blocked_by_device").by("device")).within(8),
            of("this computer’s firewall rejects 587 by ICMP").with(mailHost(), output("tcp dport 587 reject"))
                .expect(problem("port.blocked_by_device").by("device")).within(8),
            of("this computer’s firewall prohibits 587").with(mailHost(), output("tcp dport 587 reject with icmpx type admin-prohibited"))
                .expect(problem("port.blocked_by_device").by("device")).within(8),
            of("it drops 587, and nobody may read its rules").with(mailHost(), output("tcp dport 587 drop"))
                .through("setpriv", WITHOUT_RIGHTS).expect(problem("port.blocked_by_network", "port.blocked_by_device").by("network"))
                        .within(8),
            of("it rejects 587, and nobody may read its rules").with(mailHost(), output("tcp dport 587 reject with tcp reset"))
                .through("setpriv", WITHOUT_RIGHTS).expect(problem("port.blocked_by_network", "port.blocked_by_device").by("network"))
                        .within(8),
            of("a rule for another port is no reason").with(mailHost(), output("tcp dport 26 drop")).expect(healthy()),
            of("a prohibited route, as of a VPN's kill switch").with(mailHost(),
                    Given.ip(org.mailmedic.lab.net.Host.CLIENT, "route replace prohibit " + SERVER, "route replace prohibit " + SERVER6))
                .expect(problem("port.blocked_by_device").by("device")).within(8),

            of("wrong port: 588 refuses, 587 greets").with(mailHost()).asking("--port", "588")
                .expect(problem("settings.wrong_port").by("you").naming("587")).within(6),
            of("wrong port: 588 is silent, 587 greets").with(mailHost(), input("tcp dport 588 drop")).asking("--port", "588")
                .expect(problem("settings.wrong_port").by("you").naming("587")).within(8),
            of("587 is not served here, 465 is").with(mailHostOn(25, 465)).expect(problem("settings.wrong_port").by("you").naming("465"))
                    .within(6),
            of("587 is silent at the target, 465 greets, controls answer on 587").with(mailHostOn(25, 465), input("tcp dport 587 drop"))
                .expect(problem("settings.wrong_port").by("you").naming("465")).within(8),
            of("the same without controls").with(mailHostOn(25, 465), input("tcp dport 587 drop")).asking("--controls", "none")
                .expect(problem("settings.wrong_port").by("you").naming("465")).within(8),
            of("587 refuses, without controls").with(mailHostOn(465)).asking("--controls", "none")
                .expect(problem("settings.wrong_port").by("you").naming("465")).within(6),
            of("nothing answers, without controls").with(named(NOBODY)).asking("--controls", "none")
                .expect(problem("tcp.timeout").also("port.blocked_by_network")).within(8),
            of("everything refuses, without controls").with(named(SERVER)).asking("--controls", "none")
                .expect(problem("tcp.refused").by("mail_provider")).within(6),

            of("the server's side says host unreachable")
                    .with(mailHost(), input("tcp dport 0-65535 reject with icmpx type host-unreachable"))
                .expect(problem("tcp.unreachable").by("mail_provider")).within(8),
            of("the server's side says prohibited").with(mailHost(), input("tcp dport 0-65535 reject with icmpx type admin-prohibited"))
                .expect(problem("tcp.unreachable").by("mail_provider")).within(8),
            of("the way to the target's network is missing, controls get through").with(mailHost(),
                    forward("ip daddr 198.51.100.0/24 reject with icmp type net-unreachable",
                            "ip6 daddr 2001:db8:51::/48 reject with icmpv6 type no-route"))
                .expect(problem("tcp.unreachable").by("mail_provider")).within(8),
            of("every host is unreachable on the mail ports")
                    .with(mailHost(), forward("tcp dport { 25, 465, 587, 2525 } reject with icmpx type host-unreachable"))
                .expect(problem("port.blocked_by_network").by("network")).within(8),

            of("accepted, then reset by the server").with(named(SERVER), serving(SERVER, 587, _ -> Conversation.reset()))
                .expect(problem("tcp.reset").by("mail_provider")).within(8),
            of("accepted, then reset by the network, whoever is asked").with(mailHost(), toRouter("587", _ -> Conversation.reset()))
                .expect(problem("port.blocked_by_network").by("network").also("tcp.reset")).within(8),
            of("accepted, then closed").with(only(587, _ -> Conversation.hangUp())).expect(problem("smtp.dropped").by("mail_provider"))
                    .within(8),

            of("465 is dropped on the way, 587 gets through").with(mailHost(), forward("tcp dport 465 drop"))
                    .asking("--port", "465", "--security", "tls")
                .expect(problem("port.blocked_by_network").by("network").naming("587")).within(8),
            of("587 is silent to the target and refused elsewhere").with(mailHost(),
                    forward("ip daddr 198.51.100.0/24 tcp dport 587 drop", "ip6 daddr 2001:db8:51::/48 tcp dport 587 drop",
                            "tcp dport 587 reject with tcp reset"))
                .expect(problem("port.blocked_by_network").by("network")).within(8),
            of("587 is accepted near you and stays mute, whoever is asked").with(mailHost(), toRouter("587", _ -> Conversation.silent()))
                .expect(problem("port.blocked_by_network").by("network")).within(9),
            of("465 is accepted near you and stays mute, whoever is asked").with(mailHost(), toRouter("465", _ -> Conversation.silent()))
                .asking("--port", "465", "--security", "tls").expect(problem("port.blocked_by_network").by("network")).within(14),
            of("587 is accepted near you and closed, whoever is asked").with(mailHost(), toRouter("587", _ -> Conversation.hangUp()))
                .expect(problem("port.blocked_by_network").by("network")).within(8),
            of("one address refuses, the other takes mail")
                    .with(named(SERVER_B, SERVER), on(SERVER, List.of(587), UnaryOperator.identity()))
                .expect(healthy().warning("tcp.refused")).within(8),
            of("one address is dead, the other takes mail").with(named(NOBODY, SERVER), on(SERVER, List.of(587), UnaryOperator.identity()))
                .expect(healthy().warning("tcp.timeout")).within(12),
            of("three addresses, all dead").with(named(NOBODY, "198.51.100.98", "198.51.100.97"))
                    .expect(problem("tcp.timeout").by("mail_provider")).within(8),
            of("the way to everything but name servers is missing, says the router").with(mailHost(),
                    forward("ip daddr != { 10.77.1.53, 203.0.113.53, 192.0.2.53 } ct state new reject with icmp type net-unreachable",
                            "meta nfproto ipv6 ct state new reject with icmpv6 type no-route"))
                .expect(problem("tcp.unreachable").by("network")).within(8),
            of("the way to the target's network is missing, without controls").with(mailHost(),
                    forward("ip daddr 198.51.100.0/24 reject with icmp type net-unreachable",
                            "ip6 daddr 2001:db8:51::/48 reject with icmpv6 type no-route"))
                .asking("--controls", "none").expect(problem("tcp.unreachable")).within(8),
            of("prohibited to an IPv6 server, by this computer's own routes")
                    .with(named(SERVER6), on(SERVER6, List.of(465, 587), UnaryOperator.identity()),
                    Given.ip(org.mailmedic.lab.net.Host.CLIENT, "route replace prohibit " + SERVER6))
                .expect(problem("port.blocked_by_device").by("device")).within(8),
            of("prohibited to an IPv6 server, by its own side")
                    .with(named(SERVER6), on(SERVER6, List.of(465, 587), UnaryOperator.identity()),
                    input("tcp dport 0-65535 reject with icmpv6 type admin-prohibited"))
                .expect(problem("tcp.unreachable").by("mail_provider")).within(8),
            of("IMAP in TLS on the given port, mail on 587")
                    .with(mailHost(), serving(SERVER, 993, b -> new MailServer(HOST).identity(b.authority().sound(HOST).context())
                    .tlsFirst().greeting("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready")), named(SERVER))
                            .asking("--port", "993", "--security", "tls")
                .expect(problem("settings.wrong_port").by("you").naming("465")).within(9),
            of("IMAP in TLS on the given port, and STARTTLS asked for")
                    .with(mailHost(), serving(SERVER, 993, b -> new MailServer(HOST).identity(b.authority().sound(HOST).context())
                    .tlsFirst().greeting("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready")), named(SERVER)).asking("--port", "993")
                .expect(problem("settings.wrong_port").by("you").naming("587")).within(9),
            of("IMAP in TLS on the given port, and nothing else")
                    .with(serving(SERVER, 993, b -> new MailServer(HOST).identity(b.authority().sound(HOST).context())
                    .tlsFirst().greeting("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready")), named(SERVER))
                            .asking("--port", "993", "--security", "tls")
                .expect(problem("smtp.not_smtp").by("you").naming("IMAP")).within(9),
            of("POP3 on the given port, mail on 465").with(mailHostOn(465), serving(SERVER, 110, _ -> Conversation.saying("+OK ready")))
                    .asking("--port", "110")
                .expect(problem("settings.wrong_port").by("you").naming("465")).within(9),
            of("FTP on the given port, mail on 587").with(mailHostOn(587), serving(SERVER, 21, _ -> ftp())).asking("--port", "21")
                .expect(problem("settings.wrong_port").by("you").naming("587")).within(9),
            of("a website in TLS on the given port, mail on 587").with(mailHostOn(587), serving(SERVER, 443, b -> line -> {
                    line.encrypt(b.authority().sound(HOST).context());
                    WebServer.page("hello").with(line);
                })).asking("--port", "443", "--security", "tls").expect(problem("settings.wrong_port").by("you").naming("587")).within(9));
    }

    /// Greets as a mail server does (RFC 959 §4.2), and knows none of its words.
    static Conversation ftp() {
        return new MailServer("").greeting("220 (vsFTPd 3.0.3)").on("EHLO", "530 Please login with USER and PASS.")
                .on("HELO", "530 Please login with USER and PASS.")
            .on("QUIT", org.mailmedic.lab.peer.Reaction.lastWords("221 Goodbye."));
    }
}
