package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.inconclusive;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.*;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.peer.Conversation;
import org.mailmedic.lab.peer.MailServer;
import org.mailmedic.lab.peer.Reaction;
import org.mailmedic.lab.peer.WebServer;

/// Several things at once, and causes that look like others.
final class MixedScenarios {
    private static final String TARGET = "ip daddr 198.51.100.0/24 ";
    private static final String TARGET6 = "ip6 daddr 2001:db8:51::/48 ";
    private static final UnaryOperator<MailServer> USUAL = UnaryOperator.identity();

    private MixedScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("mixed", name).within(30);
    }

    static List<Scenario> all() {
        return List.of(
            // cut in the middle
            of("587 alone is cut after a few packets, whoever is asked").with(mailHost(),
                    forward("tcp dport 587 ct original packets > 5 drop")).asking("--timeout", "6").within(60)
                .expect(problem("port.blocked_by_network").by("network").naming("465")),
            of("587 alone loses large packets, whoever is asked").with(mailHost(), forward("tcp dport 587 meta length > 300 drop"))
                .expect(problem("network.mtu_blackhole").by("network")),
            of("587 alone loses large packets on the way to this server").with(mailHost(),
                    forward(TARGET + "tcp dport 587 meta length > 300 drop", TARGET6 + "tcp dport 587 meta length > 300 drop"))
                .expect(problem("network.mtu_blackhole").by("network")),
            of("465 is cut after a few packets, whoever is asked").with(mailHost(), forward("tcp dport 465 ct original packets > 3 drop"))
                .asking("--port", "465", "--security", "tls", "--timeout", "6").within(60)
                .expect(problem("port.blocked_by_network").by("network")),
            // limits
            of("a limit of connections in words of 554").with(mailHost(s -> s.greeting("554 5.7.1 Too many connections from your host")
                    .on("EHLO", Reaction.hangUp()))).expect(problem("smtp.overloaded").by("mail_provider")),
            of("a limit per minute in words of 554").with(mailHost(s -> s.greeting("554 5.7.0 Connection rate limit exceeded, slow down")
                    .on("EHLO", Reaction.hangUp()))).expect(problem("send.rate_limited").by("you")),
            of("a limit per minute, met for the second attempt of a computer that slept").with(named(SERVER), limited(1))
                .through("sh", "-c", "\"$@\" & p=$!; sleep 2; kill -STOP $p; sleep 6; kill -CONT $p; wait $p", "sh")
                .expect(inconclusive().or(healthy())).within(60),
            of("the server's firewall takes three connections a minute").with(mailHost(),
                    input("ct state new tcp dport { 25, 465, 587 } limit rate over 3/minute burst 3 packets drop"))
                .asking("--user", "anna@shop.example").expect(healthy().mayWarn("network.unstable", "tcp.timeout")),
            // shields and clocks
            of("a mail shield refuses by name").with(mailHost(), toRouter("{ 25, 465, 587 }", _ -> line ->
                    line.say("554 avast! Mail Shield: your message was not sent")))
                .expect(problem("port.blocked_by_device").by("device")),
            of("a mail shield reaches nobody, and says so").with(mailHost(), toRouter("{ 25, 465, 587 }", _ -> line ->
                    line.say("421 AVG Mail Shield: cannot connect to SMTP server 198.51.100.10, connect error 10060")))
                .expect(problem("port.blocked_by_device").by("device")),
            of("this clock is two years behind, and nothing to compare it with").with(mailHost()).asking("--controls", "none")
                .through("faketime", "-f", "-700d").expect(problem("tls.cert_not_yet_valid")),
            // firewalls here, at the router, at the provider
            of("this computer drops 587, and the router drops 465").with(mailHost(), output("tcp dport 587 drop"),
                    forward("tcp dport 465 drop"))
                .expect(problem("port.blocked_by_device").by("device")),
            of("the router drops 587 and 465, and 2525 gets through").with(mailHostOn(587, 465, 2525),
                    forward("tcp dport { 25, 465, 587 } drop"))
                .expect(problem("port.blocked_by_network").by("network").naming("2525")),
            of("the router rejects 587 over IPv4 alone").with(mailHostOn(465, 587),
                    forward("meta nfproto ipv4 tcp dport 587 reject with tcp reset"))
                .expect(problem("port.blocked_by_network").by("network").naming("465")),
            of("the router drops 587 over IPv6 alone, the host has both").with(mailHost(), forward("meta nfproto ipv6 tcp dport 587 drop"))
                .expect(healthy().mayWarn("port.blocked_by_network", "tcp.timeout")),
            of("the provider lets mail to its own server alone pass").with(mailHost(), forward("tcp dport { 25, 465, 587, 2525 } ip daddr "
                    + "!= 203.0.113.12 drop", "meta nfproto ipv6 tcp dport { 25, 465, 587, 2525 } drop"))
                .expect(problem("tcp.timeout").also("port.blocked_by_network")),
            of("the provider takes 25 to itself, and 587 is meant").with(mailHost(),
                    toRouter("25", _ -> new MailServer("relay.isp.example")))
                .expect(healthy()),
            of("25 is taken by the provider's own relay").with(mailHost(), toRouter("25", b -> new MailServer("relay.isp.example")
                    .identity(b.authority().sound("relay.isp.example").context()))).asking("--port", "25")
                .expect(problem("smtp.redirected").by("network").also("tls.cert_name_mismatch")),
            of("a hosting company sends all mail ports to its own relay without TLS").with(mailHost(),
                    toRouter("{ 25, 465, 587, 2525 }", _ -> new MailServer("relay.hoster.example"))).asking("--symptom", "server")
                .expect(problem("smtp.redirected").by("hosting").also("tls.starttls_missing")),
            of("the server's firewall refuses this network alone, by reset").with(mailHost(), input("ip saddr 10.77.0.0/24 tcp dport "
                    + "{ 25, 465, 587, 2525 } reject with tcp reset", "ip6 saddr 2001:db8:77::/64 tcp dport { 25, 465, 587, 2525 } reject "
                    + "with tcp reset")).expect(problem("tcp.refused").by("mail_provider")),
            of("the router answers for the host with host-prohibited").with(mailHost(), forward(TARGET + "reject with icmp type "
                    + "host-prohibited", TARGET6 + "reject with icmpv6 type admin-prohibited"))
                .expect(problem("tcp.unreachable").by("mail_provider")),
            // names
            of("the network's name server lies, and 587 is dropped too").with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, NOBODY),
                    forward("tcp dport 587 drop"))
                .expect(problem("dns.answer_differs").also("port.blocked_by_network").or(problem("port.blocked_by_network").also(
                        "dns.answer_differs"))),
            of("the network's name server leads to its own mail proxy").with(mailHost(), nameAt(SYSTEM_RESOLVER, HOST, SERVER_B),
                    serving(SERVER_B, 587, b -> new MailServer("proxy.isp.example").identity(b.authority().sound("proxy.isp.example")
                            .context()))).expect(problem("dns.answer_differs").by("network").also("tls.cert_name_mismatch",
                                    "smtp.redirected")),
            of("the name has a dead address first and a refusing one").with(named(NOBODY, SERVER)).expect(problem("tcp.refused")
                    .also("tcp.timeout").by("mail_provider").or(problem("tcp.timeout").also("tcp.refused").by("mail_provider"))),
            of("the name leads to a private address beside IPv6 that works").with(named("192.168.50.77", SERVER6),
                    on(SERVER6, List.of(465, 587), USUAL)).expect(healthy().mayWarn("tcp.timeout", "dns.wrong_address", "tcp.unreachable")),
            of("every resolver answers slowly").with(mailHost()).asking("--timeout", "6").expect(healthy()),
            // IPv6 halves
            of("IPv6 shows an expired certificate, IPv4 a sound one").with(named(SERVER, SERVER6), on(SERVER, List.of(465, 587), USUAL),
                    serving(SERVER6, 587, b -> new MailServer(HOST).identity(b.authority().expired(HOST).context())))
                .expect(healthy().mayWarn("tls.cert_expired").or(problem("tls.cert_expired").by("mail_provider"))),
            of("IPv6 takes connections and says nothing, IPv4 works").with(named(SERVER, SERVER6), on(SERVER, List.of(465, 587), USUAL),
                    serving(SERVER6, 587, _ -> Conversation.silent())).expect(healthy().mayWarn("smtp.greeting_timeout")
                            .or(problem("smtp.greeting_timeout").by("mail_provider"))),
            of("IPv6 refuses by banner, IPv4 works").with(named(SERVER, SERVER6), on(SERVER, List.of(465, 587), USUAL),
                    on(SERVER6, List.of(587), s -> s.greeting("554 5.7.1 IPv6 sending is not allowed here")))
                .expect(healthy().mayWarn("smtp.rejected_by_server")),
            // portals and interception
            of("a portal swallows mail alone, and the web is answered by it").with(mailHost(), page("portal",
                    WebServer.redirect("http://portal.hotel.example/")), forward("tcp dport { 25, 465, 587, 2525 } drop"))
                .expect(problem("network.captive_portal").by("network").also("port.blocked_by_network")),
            of("a portal resets everything but the web").with(mailHost(), page("portal", WebServer.page("<html>sign in</html>")),
                    toRouter("{ 25, 443, 465, 587, 2525 }", _ -> Conversation.reset()))
                .expect(problem("network.captive_portal").by("network").also("smtp.redirected", "tcp.reset", "port.blocked_by_network")),
            of("an antivirus opens TLS on 465 alone").with(mailHost(), toRouter("465", "198.51.100.0/24", "2001:db8:51::/48",
                    b -> new MailServer(HOST).identity(b.authority().antivirus(HOST).context()).tlsFirst()))
                .asking("--port", "465", "--security", "tls").expect(problem("tls.intercepted").by("device")),
            of("self-signed and the web is a portal").with(named(SERVER), serving(SERVER, 587, b -> new MailServer(HOST)
                    .identity(b.authority().selfSigned(HOST).context())), page("portal", WebServer.redirect("http://p.example/")))
                .expect(problem("tls.cert_untrusted").by("mail_provider").warning("network.captive_portal")),
            // sick servers
            of("answers EHLO half and hangs").with(mailHost(s -> s.on("EHLO", (line, _) -> {
                line.send("250-mail.shop.example\r\n250-SIZE 100");
                line.waitForEver();
                return false;
            }))).expect(problem("smtp.stalled").by("mail_provider")),
            of("answers MAIL with a flood of lines").with(mailHost(s -> s.on("MAIL", (line, _) -> {
                for (;;) {
                    line.send("250-" + "x".repeat(400) + "\r\n");
                }
            }))).asking("--from", "anna@shop.example").expect(problem("smtp.not_smtp").or(problem("smtp.dropped")).or(problem(
                    "smtp.stalled")).or(problem("smtp.server_error"))),
            of("closes after AUTH is announced").with(mailHost(s -> s.on("AUTH", Reaction.hangUp()))).asking("--user", "anna@shop.example")
                .expect(problem("smtp.dropped").by("mail_provider")),
            of("resets after the password").with(mailHost(s -> s.on("password", Reaction.reset()))).asking("--user", "anna@shop.example")
                .expect(problem("smtp.dropped").by("mail_provider")),
            of("takes 1.2 s for each reply, and the step is 3 s").with(mailHost(s -> s.on("MAIL", (line, _) -> {
                line.pause(seconds(1.2));
                line.say("250 ok");
                return true;
            }).on("password", (line, _) -> {
                line.pause(seconds(1.2));
                line.say("235 ok");
                return true;
            }))).asking("--user", "anna@shop.example").expect(healthy().mayWarn("network.unstable")),
            of("a greeting of 220 and 554 in one packet").with(mailHost(s -> s.greeting("220 mail.shop.example", "554 go away")))
                .expect(problem("smtp.interfered").or(problem("smtp.rejected_by_server")).or(problem("smtp.hello_rejected"))
                        .or(healthy().warning("smtp.interfered"))),
            // sign-in oddities
            of("535 without words").with(mailHost(s -> s.on("password", "535 "))).asking("--user", "anna@shop.example")
                .expect(problem("auth.bad_credentials").by("you")),
            of("235 with words of a refusal").with(mailHost(s -> s.on("password", "235 2.7.0 not authenticated before, welcome")))
                .asking("--user", "anna@shop.example").expect(healthy()),
            of("signs in, and then asks for a sign-in at MAIL").with(mailHost(s -> s.on("MAIL", "530 5.7.0 Authentication required")))
                .asking("--user", "anna@shop.example").expect(problem("send.sender_rejected").by("you")),
            of("another server than the one for the account").with(mailHost(s -> s.on("password",
                    "535 5.7.8 This account lives on another server: use smtp2.shop.example"))).asking("--user", "anna@shop.example")
                .expect(problem("auth.bad_credentials").by("you")),
            of("the account is full, and says so at RCPT").with(mailHost(s -> s.on("RCPT", "452 4.2.2 mailbox full")))
                .asking("--user", "anna@shop.example", "--to", "bert@elsewhere.example")
                .expect(problem("send.mailbox_full").by("recipient")),
            of("a size of zero is no limit").with(mailHost(s -> s.offering("SIZE 0"))).asking("--user", "anna@shop.example")
                .expect(healthy()),
            of("the message is too big by a limit of one kilobyte").with(mailHost(s -> s.offering("SIZE 100").on("MAIL", (line, said) -> {
                line.say(said.contains("SIZE=") ? "552 5.3.4 message too big" : "250 ok");
                return true;
            }))).asking("--user", "anna@shop.example", "--to", "bert@elsewhere.example").expect(healthy().or(problem(
                    "send.message_too_big").by("you"))),
            // hosting
            of("a hosting company resets 465 and 587, and lets 25 to its own relay pass").with(mailHost(),
                    forward("tcp dport { 465, 587, 2525 } reject with tcp reset")).asking("--symptom", "server")
                .expect(problem("port.blocked_by_hosting").by("hosting")),
            of("a hosting company's kernel rule for web users, read by root").with(mailHost(),
                    output("meta skuid 33 tcp dport { 25, 465, 587 } drop")).asking("--symptom", "server").expect(healthy()));
    }

    /// Greets this many connections, and turns away all others.
    private static Scenario.Setting limited(int most) {
        var count = new AtomicInteger();
        return on(SERVER, List.of(587), server -> server.greeting(line -> {
            if (count.getAndIncrement() >= most) {
                line.say("421 4.7.0 too many connections per minute");
                line.close();
            }
            line.say("220 mail.shop.example ESMTP");
        }).on("EHLO", (line, _) -> {
            line.pause(seconds(1.5));
            line.say("250-mail.shop.example", line.encrypted() ? "250 AUTH PLAIN" : "250 STARTTLS");
            return true;
        }));
    }
}
