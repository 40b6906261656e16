package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.SERVER;
import static org.mailmedic.lab.net.Addresses.SERVER_B;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.peer.Conversation;
import org.mailmedic.lab.peer.Line;
import org.mailmedic.lab.peer.MailServer;
import org.mailmedic.lab.peer.Reaction;
import org.mailmedic.lab.peer.WebServer;

/// What the server says first, or does instead.
final class GreetingScenarios {
    private GreetingScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("greeting", name);
    }

    static List<Scenario> all() {
        return List.of(
            of("throws everybody out once somebody speaks before its turn").with(bench -> mailHost(pregreetTest()).on(bench))
                .asking("--timeout", "6", "--user", "anna@shop.example").expect(healthy()).within(14),
            of("takes an address in EHLO, and minds it at MAIL").with(bench -> mailHost(mindsAddressLater("MAIL")).on(bench))
                .asking("--from", "anna@shop.example")
                .expect(problem("smtp.hello_rejected").by("mail_provider").naming("shop.example")).within(12),
            of("takes an address in EHLO, and minds it at RCPT").with(bench -> mailHost(mindsAddressLater("RCPT")).on(bench))
                .asking("--from", "anna@shop.example", "--to", "bert@elsewhere.example")
                .expect(problem("smtp.hello_rejected").by("mail_provider").naming("shop.example")).within(12),
            of("hangs up on an address in EHLO").with(mailHost(server -> server.on("EHLO", (line, command) -> {
                if (command.contains("[")) {
                    line.say("421 4.4.2 mail.shop.example closing connection");
                    return false;
                }
                line.say("250-mail.shop.example", line.encrypted() ? "250 AUTH PLAIN" : "250 STARTTLS");
                return true;
            }))).asking("--from", "anna@shop.example")
                .expect(problem("smtp.hello_rejected").by("mail_provider").naming("shop.example")).within(12),
            of("the first address is too busy, the second works").with(named(SERVER, SERVER_B),
                    on(SERVER, List.of(587), server -> server.greeting(line -> line.say("421 4.3.2 too busy, try again later"))),
                    on(SERVER_B, List.of(587), server -> server)).asking("--user", "anna@shop.example")
                .expect(healthy().mayWarn("smtp.overloaded")).within(12),
            of("both addresses are too busy").with(named(SERVER, SERVER_B),
                    on(SERVER, List.of(587), server -> server.greeting(line -> line.say("421 4.3.2 too busy, try again later"))),
                    on(SERVER_B, List.of(587), server -> server.greeting(line -> line.say("421 4.3.2 too busy, try again later"))))
                .expect(problem("smtp.overloaded").by("mail_provider")).within(12),
            of("one address of two has somebody else's certificate").with(named(SERVER, SERVER_B), serving(SERVER, 587,
                    b -> new MailServer(HOST).identity(b.authority().sound("old.shop.example").context())),
                    on(SERVER_B, List.of(587), server -> server)).asking("--user", "anna@shop.example")
                .expect(healthy().mayWarn("tls.cert_name_mismatch")).within(12),
            of("a web server in TLS, and STARTTLS asked for").with(only(443, GreetingScenarios::https)).asking("--port", "443")
                .expect(problem("smtp.not_smtp").by("you").naming("web server")).within(12),
            of("plaintext spoken to a TLS port that greets late").with(mailHost(server -> server.greetingAfter(seconds(4))))
                .asking("--port", "465", "--timeout", "8").expect(problem("tls.mode_mismatch").by("you")).within(20),
            of("a terminal").with(only(23, _ -> line -> {
                line.send("\u00ff\u00fd\u0018\u00ff\u00fd\u0020\r\nlinux login: ");
                line.waitForEver();
            })).asking("--port", "23").expect(problem("smtp.not_smtp").by("you")).within(9),
            of("greets after 11 s, and the password is wrong")
                    .with(mailHost(server -> server.greetingAfter(seconds(11)).on("password", "535 5.7.8 authentication failed")))
                .asking("--timeout", "20", "--user", "anna@shop.example")
                .expect(problem("auth.bad_credentials").by("you").warning("smtp.slow")).within(40),
            of("knows only HELO, and STARTTLS is wanted").with(mailHost(MailServer::onlyHelo))
                .expect(problem("tls.starttls_missing").by("mail_provider")),
            of("is broken and says so to EHLO").with(mailHost(server -> server.on("EHLO", "451 4.3.0 temporary internal error")))
                .expect(problem("smtp.server_error").by("mail_provider")),
            of("greets after 12 s, and there is time").with(mailHost(server -> server.greetingAfter(seconds(12)))).asking("--timeout", "20")
                .expect(healthy().warning("smtp.slow")).within(30),
            of("greets after 12 s, too late").with(mailHost(server -> server.greetingAfter(seconds(12))))
                    .expect(problem("smtp.greeting_timeout").by("mail_provider")).within(9),
            of("greets after 2 s").with(mailHost(server -> server.greetingAfter(seconds(2)))).asking("--timeout", "5").expect(healthy())
                    .within(12),
            of("never greets").with(mailHost(server -> server.greeting(Conversation.silent())))
                    .expect(problem("smtp.greeting_timeout").by("mail_provider")).within(9),
            of("a tarpit: one letter at a time, in time")
                    .with(mailHost(server -> server.greeting(line -> line.drip("220 mail.shop.example ESMTP\r\n", seconds(0.05)))))
                .expect(healthy()),
            of("a tarpit that never ends").with(mailHost(server -> server.greeting(line -> {
                for (;;) {
                    line.drip("220-please hold the line\r\n", seconds(0.2));
                }
            }))).expect(problem("smtp.greeting_timeout").also("smtp.not_smtp").by("mail_provider")).within(9),
            of("overloaded: 421").with(mailHost(server -> server.greeting(line -> line.say("421 4.3.2 too busy, try again later"))
                .on("EHLO", Reaction.hangUp()))).expect(problem("smtp.overloaded").by("mail_provider")),
            of("too many connections: 421")
                    .with(mailHost(server -> server.greeting("421 4.7.0 too many connections from your address")
                    .on("EHLO", Reaction.hangUp())))
                .expect(problem("smtp.overloaded").by("mail_provider")),
            of("421 in reply to EHLO").with(mailHost(server ->
                    server.on("EHLO", Reaction.lastWords("421 4.3.2 service shutting down, try again later"))))
                .expect(problem("smtp.overloaded").by("mail_provider")),
            of("banned: closed at once").with(mailHost(server -> server.greeting(line -> line.close())))
                    .expect(problem("smtp.dropped").by("mail_provider")),
            of("refused by banner 554").with(mailHost(server -> server.greeting("554 5.7.1 your address is on our list")
                    .on("EHLO", "503 5.5.1 no")))
                .expect(problem("smtp.rejected_by_server").by("mail_provider")),
            of("no mail here: 521").with(mailHost(server -> server.greeting("521 mail.shop.example does not accept mail")))
                    .expect(problem("smtp.rejected_by_server").by("mail_provider")),
            of("refused for the lack of reverse DNS").with(mailHost(server -> server.greeting("554 5.7.1 no PTR record for your address")))
                .expect(problem("smtp.no_reverse_dns").by("network")),
            of("a web server on 587").with(only(587, _ -> WebServer.page("hello")))
                    .expect(problem("smtp.not_smtp").by("you").naming("web server")).within(9),
            of("IMAP on 587").with(only(587, _ -> Conversation.saying("* OK [CAPABILITY IMAP4rev1] ready")))
                    .expect(problem("smtp.not_smtp").by("you").naming("IMAP")).within(9),
            of("POP3 on 587").with(only(587, _ -> Conversation.saying("+OK ready")))
                    .expect(problem("smtp.not_smtp").by("you").naming("POP3")).within(9),
            of("SSH on 587").with(only(587, _ -> Conversation.saying("SSH-2.0-OpenSSH_9.2")))
                    .expect(problem("smtp.not_smtp").by("you").naming("SSH")).within(9),
            of("a flood without end").with(only(587, _ -> line -> {
                for (;;) {
                    line.send("x".repeat(4000));
                }
            })).expect(problem("smtp.not_smtp").by("you")).within(9),
            of("SSH on the given port, mail on 587")
                    .with(mailHost(), serving(org.mailmedic.lab.net.Addresses.SERVER, 22, _ -> Conversation.saying("SSH-2.0-OpenSSH_9.2")),
                named(org.mailmedic.lab.net.Addresses.SERVER)).asking("--port", "22")
                        .expect(problem("settings.wrong_port").by("you").naming("587")).within(9),
            of("EHLO and HELO are refused").with(mailHost(server -> server.on("EHLO", "550 5.7.1 go away").on("HELO", "550 5.7.1 go away")))
                .expect(problem("smtp.hello_rejected").by("mail_provider")),
            of("closes after EHLO").with(mailHost(server -> server.on("EHLO", Reaction.hangUp())))
                    .expect(problem("smtp.dropped").by("mail_provider")),
            of("resets after EHLO").with(mailHost(server -> server.on("EHLO", Reaction.reset())))
                    .expect(problem("smtp.dropped").by("mail_provider")),
            of("plaintext spoken to a TLS port").with(mailHost()).asking("--port", "465").expect(problem("tls.mode_mismatch").by("you"))
                    .within(9),
            of("TLS spoken to a plaintext port").with(mailHost()).asking("--security", "tls").expect(problem("tls.mode_mismatch").by("you"))
                    .within(9),

            of("FTP, and no mail anywhere").with(only(587, _ -> ConnectScenarios.ftp()))
                    .expect(problem("smtp.not_smtp").by("you").naming("FTP")).within(9),
            of("a news server").with(only(587, _ -> new MailServer("").greeting("200 news.shop.example NNTP service ready")
                    .on("EHLO", "500 What?")
                .on("HELO", "500 What?"))).expect(problem("smtp.not_smtp").by("you")).within(9),
            of("a database").with(only(587, _ -> line -> {
                line.send("J\0\0\0\n8.0.36\0\u0008\0\0\0abcdefgh");
                line.waitForEver();
            })).expect(problem("smtp.not_smtp").by("you")).within(9),
            of("LMTP in place of SMTP").with(only(587, _ -> new MailServer(HOST).on("EHLO", "500 5.5.1 Unknown command, use LHLO")
                    .on("HELO", "500 5.5.1 Unknown command, use LHLO")))
                .expect(problem("smtp.not_smtp").by("you").naming("LMTP")).within(9),
            of("closes right after its greeting").with(mailHost(server -> server.greeting(line -> {
                line.say("220 mail.shop.example ESMTP");
                line.close();
            }))).expect(problem("smtp.dropped").by("mail_provider")),
            of("turns away everybody with 450").with(mailHost(server -> server.greeting("450 4.3.2 please try again later")))
                    .expect(problem("smtp.overloaded").by("mail_provider")),
            of("is broken and says so in its greeting").with(mailHost(server -> server.greeting("421 4.3.0 internal server error")))
                .expect(problem("smtp.server_error").by("mail_provider")),
            of("closes after MAIL").with(mailHost(server -> server.on("MAIL", Reaction.hangUp()))).asking("--from", "anna@shop.example")
                .expect(problem("smtp.dropped").by("mail_provider")),
            of("TLS spoken to a plaintext port that demands patience")
                    .with(named(org.mailmedic.lab.net.Addresses.SERVER), serving(org.mailmedic.lab.net.Addresses.SERVER, 587, b -> line -> {
                line.pause(seconds(0.3));
                if (line.socket().getInputStream().available() > 0) {
                    line.say("554 SMTP synchronization error");
                    return;
                }
                mail(b).with(line);
            })).asking("--security", "tls").expect(problem("tls.mode_mismatch").by("you")).within(9));
    }

    private static Conversation https(org.mailmedic.lab.Bench bench) throws java.io.IOException {
        var identity = bench.authority().sound(HOST).context();
        return line -> {
            line.encrypt(identity);
            WebServer.page("hello").with(line);
        };
    }

    /// Says half of its greeting, and holds against all connections what any of them says before the other half (Postfix, postscreen(8)).
    private static UnaryOperator<MailServer> pregreetTest() {
        var early = new AtomicBoolean();
        return server -> server.greeting(line -> {
            line.say("220-mail.shop.example ESMTP, please wait");
            line.pause(seconds(4));
            if (line.socket().getInputStream().available() > 0) {
                early.set(true);
            }
            if (early.get()) {
                line.say("521 5.5.1 protocol error");
                line.close();
            }
            line.say("220 mail.shop.example ESMTP");
        });
    }

    /// Refuses `verb` from those who called themselves by an address.
    private static UnaryOperator<MailServer> mindsAddressLater(String verb) {
        Set<Line> byAddress = ConcurrentHashMap.newKeySet();
        return server -> server.on("EHLO", (line, command) -> {
            if (command.contains("[")) {
                byAddress.add(line);
            } else {
                byAddress.remove(line);
            }
            line.say("250-mail.shop.example", line.encrypted() ? "250 AUTH PLAIN" : "250 STARTTLS");
            return true;
        }).on(verb, (line, _) -> {
            line.say(byAddress.contains(line) ? "504 5.5.2 <[127.0.0.1]>: Helo command rejected: need fully-qualified hostname" : "250 ok");
            return true;
        });
    }
}
