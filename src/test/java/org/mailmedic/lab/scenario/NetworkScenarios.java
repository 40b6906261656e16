package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.inconclusive;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.*;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.net.Host;
import org.mailmedic.lab.peer.Conversation;
import org.mailmedic.lab.peer.MailServer;
import org.mailmedic.lab.peer.Reaction;
import org.mailmedic.lab.peer.WebServer;

/// The line itself: none, a portal in front of it, one family broken, packets lost or swallowed.
final class NetworkScenarios {
    private static final String SMALL_ONLY = "meta length > 1000 drop";

    /// Stops the program for five seconds, so and so often, a second and a half after it began (SIGSTOP, signal(7)).
    private static final String ASLEEP = "\"$@\" & p=$!; for i in $(seq %d); do sleep 1.5; kill -STOP $p; sleep 5; kill -CONT $p; done; "
            + "wait $p";

    private NetworkScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("network", name);
    }

    static List<Scenario> all() {
        return List.of(
            of("IPv4 is swallowed on the way to mail servers, the host has both").with(mailHost(),
                    forward("ip daddr { 198.51.100.0/24, 203.0.113.11, 203.0.113.12, 192.0.2.13 } drop"))
                .expect(healthy().mayWarn("tcp.timeout")).within(12),
            of("IPv6 is swallowed on the way, and the password is wrong")
                    .with(mailHost(server -> server.on("password", "535 5.7.8 authentication failed")), forward("meta nfproto ipv6 drop"))
                .asking("--user", "anna@shop.example")
                .expect(problem("auth.bad_credentials").by("you").warning("network.ipv6_broken")).within(12),
            of("no route at all").with(mailHost(), Given.ip(Host.CLIENT, "route del default", "route del ::/0"))
                .expect(problem("network.offline").by("network")).within(9),
            of("the cable is out").with(mailHost(), Given.ip(Host.CLIENT, "link set net down"))
                    .expect(problem("network.offline").by("network")).within(9),
            of("no route, and the server given as an address")
                    .with(mailHost(), Given.ip(Host.CLIENT, "route del default", "route del ::/0"))
                .asking("--host", SERVER).expect(problem("network.offline").by("network")).within(9),
            of("the router swallows everything").with(mailHost(), forward("drop")).expect(problem("network.offline").by("network"))
                    .within(12),
            of("the router swallows everything, and the server is given as an address").with(mailHost(), forward("drop"))
                .asking("--host", SERVER).expect(problem("network.offline").by("network")).within(12),

            of("a captive portal answers web pages and swallows the rest")
                    .with(mailHost(), page("portal", WebServer.page("<html>Welcome to Hotel Lab, please sign in</html>")),
                    forward("tcp dport { 25, 465, 587, 2525, 443 } drop"))
                .expect(problem("network.captive_portal").by("network")).within(10),
            of("a captive portal redirects web pages and refuses the rest")
                    .with(mailHost(), page("portal", WebServer.redirect("http://portal.hotel.example/login")),
                    forward("tcp dport { 25, 465, 587, 2525, 443 } reject with tcp reset"))
                .expect(problem("network.captive_portal").by("network")).within(10),
            of("the page of the portal check is gone, mail works")
                    .with(mailHost(), page("portal", new WebServer("404 Not Found", "", "gone", seconds(0))))
                .expect(healthy().mayWarn("network.captive_portal")),
            of("the page for portals is silent, mail works")
                    .with(mailHost(), page("portal", WebServer.noContent()), forward("tcp dport 80 drop"))
                .expect(healthy()),

            of("IPv6 is swallowed on the way, the host has both").with(mailHost(), forward("meta nfproto ipv6 drop"))
                .expect(healthy().warning("network.ipv6_broken")).within(12),
            of("IPv6 is rejected on the way, the host has both")
                    .with(mailHost(), forward("meta nfproto ipv6 reject with icmpv6 type admin-prohibited"))
                .expect(healthy().warning("network.ipv6_broken")).within(12),
            of("IPv6 is swallowed on the way, the host has nothing else")
                    .with(named(SERVER6), on(SERVER6, List.of(465, 587), UnaryOperator.identity()),
                    forward("meta nfproto ipv6 drop"))
                .expect(problem("network.ipv6_broken").by("network")).within(12),
            of("the host's own IPv6 is dead, IPv6 works elsewhere")
                    .with(named(SERVER, NOBODY6), on(SERVER, List.of(25, 465, 587), UnaryOperator.identity()))
                .expect(healthy().warning("tcp.timeout")).within(12),
            of("the host's own IPv6 refuses, IPv6 works elsewhere")
                    .with(named(SERVER, SERVER6), on(SERVER, List.of(25, 465, 587), UnaryOperator.identity()))
                .expect(healthy().warning("tcp.refused")).within(12),
            of("no IPv6 here, the host has both").with(mailHost(), Given.ip(Host.CLIENT, "route del ::/0")).expect(healthy()),
            of("no IPv6 here, and the host has nothing else").with(named(SERVER6), on(SERVER6, List.of(465, 587), UnaryOperator.identity()),
                    Given.ip(Host.CLIENT, "route del ::/0"))
                .expect(problem("network.ipv6_broken").by("network")).within(10),
            of("IPv4 is dead at the host, IPv6 works")
                    .with(named(NOBODY, SERVER6), on(SERVER6, List.of(25, 465, 587), UnaryOperator.identity()))
                .expect(healthy().warning("tcp.timeout")).within(12),

            of("30 % of the packets are lost").with(mailHost(), forward("numgen inc mod 10 vmap { 0 : drop, 3 : drop, 7 : drop }"))
                    .asking("--timeout", "8")
                .expect(healthy().warning("network.unstable").mayWarn("tcp.timeout", "smtp.slow")
                    .or(problem("network.unstable").by("network")
                            .also("tcp.timeout", "smtp.stalled", "smtp.greeting_timeout", "tls.handshake_failed")
                        .mayWarn("tcp.timeout", "smtp.slow"))).within(60),
            of("half of the connection attempts are lost")
                    .with(mailHostOn(587), forward("tcp flags & (syn|ack) == syn numgen inc mod 2 == 0 drop")).asking("--timeout", "8")
                .expect(healthy().warning("network.unstable")).within(40),
            of("a clean line").with(mailHost()).expect(healthy()).within(6),

            of("this computer sleeps while the greeting is due").with(mailHost(server -> server.greetingAfter(seconds(0.5))))
                .through("sh", "-c", ASLEEP.formatted(1), "sh").expect(healthy()).within(30),
            of("this computer sleeps again and again").with(mailHost(server -> server.greetingAfter(seconds(2.5))))
                .through("sh", "-c", ASLEEP.formatted(8), "sh").expect(healthy().or(inconclusive())).within(90),
            of("large packets vanish, in the handshake").with(mailHostWithLargeCertificate(), forward(SMALL_ONLY))
                    .expect(problem("network.mtu_blackhole").by("network")).within(14),
            of("large packets vanish, implicit TLS").with(mailHostWithLargeCertificate(), forward(SMALL_ONLY))
                    .asking("--port", "465", "--security", "tls")
                .expect(problem("network.mtu_blackhole").by("network")).within(14),
            of("large packets from here vanish, small ones and all answers pass")
                    .with(mailHostWithLargeCertificate(), forward("iifname \"to-client\" meta length > 300 drop"))
                .asking("--security", "none", "--from", "anna@shop.example", "--to", "bert@elsewhere.example", "--send")
                .expect(problem("network.mtu_blackhole").by("network")).within(20),
            of("a large certificate, and every packet arrives").with(mailHostWithLargeCertificate()).expect(healthy()),
            of("the server stalls after the ClientHello, without any packet lost").with(
                    mailHost(server -> server.on("STARTTLS", (line, _) -> {
                        line.say("220 2.0.0 ready");
                        line.waitForEver();
                        return false;
                    })))
                .expect(problem("tls.handshake_failed").by("mail_provider")).within(14),
            of("the server stalls in implicit TLS, without any packet lost").with(only(465, _ -> Conversation.silent()))
                .asking("--port", "465", "--security", "tls")
                .expect(problem("tls.handshake_failed").by("mail_provider").or(problem("smtp.greeting_timeout").by("mail_provider")))
                        .within(14),
            of("the server stalls after EHLO, without any packet lost").with(mailHost(server -> server.on("EHLO", Reaction.silence())))
                .expect(problem("smtp.stalled").by("mail_provider")).within(10),

            of("a captive portal takes every connection")
                    .with(mailHost(), page("portal", WebServer.redirect("http://portal.hotel.example/login")),
                    toRouter("{ 25, 443, 465, 587, 2525 }", _ -> WebServer.redirect("http://portal.hotel.example/login")))
                .expect(problem("network.captive_portal").by("network").also("smtp.redirected")).within(12),
            of("a captive portal takes every connection, implicit TLS")
                    .with(mailHost(), page("portal", WebServer.page("<html>Welcome</html>")),
                    toRouter("{ 25, 443, 465, 587, 2525 }", _ -> WebServer.page("<html>Welcome</html>")))
                            .asking("--port", "465", "--security", "tls")
                .expect(problem("network.captive_portal").by("network").also("smtp.redirected")).within(12),
            of("a captive portal takes every connection and says nothing")
                    .with(mailHost(), page("portal", WebServer.redirect("http://portal.hotel.example/login")),
                    toRouter("{ 25, 443, 465, 587, 2525 }", _ -> Conversation.silent()))
                .expect(problem("network.captive_portal").by("network").also("smtp.redirected")).within(12),
            of("a captive portal answers for every name")
                    .with(name(HOST, "203.0.113.80"), name("*", "203.0.113.80"), name("portal.example", "203.0.113.80"),
                    page("portal", WebServer.redirect("http://portal.hotel.example/login")),
                            forward("ct state new ip daddr != { 203.0.113.80, 10.77.1.53 } drop"))
                .expect(problem("network.captive_portal").by("network")).within(12),
            of("large packets vanish on the way back only")
                    .with(mailHostWithLargeCertificate(), forward("iifname != \"to-client\" meta length > 1000 drop"))
                .expect(problem("network.mtu_blackhole").by("network").or(problem("tls.handshake_failed"))).within(14),
            of("the server stalls after the message, without any packet lost").with(mailHost(server -> server.on(".", Reaction.silence())))
                .asking("--user", "anna@shop.example", "--to", "bert@elsewhere.example", "--send")
                        .expect(problem("smtp.stalled").by("mail_provider")).within(14),
            of("the server stalls at DATA, without any packet lost").with(mailHost(server -> server.on("DATA", Reaction.silence())))
                .asking("--user", "anna@shop.example", "--to", "bert@elsewhere.example", "--send")
                        .expect(problem("smtp.stalled").by("mail_provider")).within(14),
            of("implicit TLS works, and then nobody greets")
                    .with(only(465, b -> new MailServer(HOST).identity(b.authority().sound(HOST).context()).tlsFirst()
                    .greeting(Conversation.silent()))).asking("--port", "465", "--security", "tls")
                .expect(problem("smtp.greeting_timeout").by("mail_provider")).within(9));
    }
}
