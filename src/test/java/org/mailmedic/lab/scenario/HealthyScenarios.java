package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.net.Addresses.*;
import static org.mailmedic.lab.scenario.Given.*;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mailmedic.lab.Bench;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.peer.Conversation;
import org.mailmedic.lab.peer.MailServer;
import org.mailmedic.lab.peer.Reaction;

/// Servers that are unusual and well.
final class HealthyScenarios {
    private HealthyScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("healthy", name).expect(healthy());
    }

    static List<Scenario> all() {
        return List.of(
            of("STARTTLS on 587, signed in, sender and recipient").with(mailHost())
                .asking("--user", "anna@shop.example", "--to", "bert@elsewhere.example"),
            of("implicit TLS on 465, signed in").with(mailHost())
                    .asking("--port", "465", "--security", "tls", "--user", "anna@shop.example"),
            of("security left to the program, 465").with(mailHost()).asking("--port", "465", "--security", "auto"),
            of("security left to the program, 587").with(mailHost()).asking("--security", "auto"),
            of("port 25 without STARTTLS and without encryption wanted").with(mailHost(MailServer::withoutStartTls))
                    .asking("--port", "25", "--security", "none"),
            of("knows only HELO").with(mailHost(MailServer::onlyHelo)).asking("--security", "none"),
            of("has only IPv6").with(named(SERVER6), on(SERVER6, List.of(465, 587), UnaryOperator.identity())),
            of("a greeting of many lines").with(mailHost(server ->
                    server.greeting("220-mail.shop.example ESMTP", "220-We do not authorize the use of this system",
                "220-to transport unsolicited, and/or bulk e-mail.", "220 ")))
                .asking("--user", "anna@shop.example"),
            of("a greeting of many lines with a pause").with(mailHost(server -> server.greeting(line -> {
                line.say("220-mail.shop.example ESMTP");
                line.pause(seconds(1));
                line.say("220 mail.shop.example ESMTP");
            }))),
            of("a greeting without a name").with(mailHost(server -> server.greeting("220 "))),
            of("the server given as an address that its certificate names").with(named(SERVER), serving(SERVER, 587,
                b -> new MailServer(HOST).identity(b.authority().sound(HOST, SERVER).context()))).asking("--host", SERVER),
            of("the server given as an IPv6 address in brackets").with(named(SERVER6), serving(SERVER6, 587,
                b -> new MailServer(HOST).identity(b.authority().sound(HOST, SERVER6).context()))).asking("--host", "[" + SERVER6 + "]"),
            of("a certificate for all names of the domain").with(named(SERVER), serving(SERVER, 587,
                b -> new MailServer(HOST).identity(b.authority().sound("*.shop.example").context()))),
            of("port 2525").with(mailHostOn(2525)).asking("--port", "2525"),
            of("a port that nobody uses").with(mailHostOn(10025)).asking("--port", "10025"),
            of("three addresses").with(named(SERVER, SERVER_B, SERVER_C), on(SERVER, List.of(587), UnaryOperator.identity()),
                on(SERVER_B, List.of(587), UnaryOperator.identity()), on(SERVER_C, List.of(587), UnaryOperator.identity())),
            of("closes instead of answering QUIT").with(mailHost(server -> server.on("QUIT", Reaction.hangUp()))),
            of("does not know RSET and NOOP").with(mailHost(server -> server.on("RSET", "502 5.5.1 no").on("NOOP", "502 5.5.1 no")))
                    .asking("--to", "bert@elsewhere.example"),
            of("slow in everything, but fine").with(mailHost(server -> server.greetingAfter(seconds(1.5)).on("MAIL", (line, _) -> {
                line.pause(seconds(1.5));
                line.say("250 2.1.0 ok");
                return true;
            }))).asking("--timeout", "5", "--from", "anna@shop.example"),
            of("offers only LOGIN").with(mailHost(server -> server.mechanisms("LOGIN"))).asking("--user", "anna@shop.example"),
            of("offers many capabilities").with(mailHost(server ->
                    server.offering("PIPELINING", "CHUNKING", "SMTPUTF8", "DSN", "VRFY", "ETRN", "REQUIRETLS",
                "X-ODD-THING with words", "DELIVERBY 86400", "FUTURERELEASE 604800 2027-01-01T00:00:00Z", "MT-PRIORITY"))),
            of("capabilities in small letters").with(mailHost(server -> server.offering("size", "starttls"))),
            of("no sign-in offered, and none wanted").with(mailHost(server -> server.mechanisms(""))),
            of("without controls").with(mailHost()).asking("--controls", "none"),
            of("the quick look").with(mailHost()).asking("--profile", "quick"),
            of("a test message is taken").with(mailHost())
                    .asking("--user", "anna@shop.example", "--to", "bert@elsewhere.example", "--send"),

            of("lines that end in a line feed alone")
                    .with(mailHost(server -> server.greeting(line -> line.send("220 mail.shop.example ESMTP\n")))),
            of("a greeting of three digits").with(mailHost(server -> server.greeting("220"))),
            of("a greeting with letters of another alphabet")
                    .with(mailHost(server -> server.greeting("220 mail.shop.example gr\u00fc\u00dft Sie ESMTP"))),
            of("a greeting in two packets").with(mailHost(server -> server.greeting(line -> {
                line.send("220 mail.sh");
                line.pause(seconds(0.4));
                line.send("op.example ESMTP\r\n");
            }))),
            of("a hundred capabilities").with(mailHost(server ->
                    server.offering(IntStream.range(0, 100).mapToObj(i -> "X-THING-" + i).toArray(String[]::new)))),
            of("a thousand capabilities").with(mailHost(server ->
                    server.offering(IntStream.range(0, 1000).mapToObj(i -> "X-THING-" + i).toArray(String[]::new)))),
            of("wants a name in EHLO, no address").with(mailHost(HealthyScenarios::wantsName)),
            of("wants a name in EHLO, and the sender has one").with(mailHost(HealthyScenarios::wantsName))
                    .asking("--from", "anna@shop.example"),
            of("AUTH in the old form with an equals sign").with(mailHost(server -> server.mechanisms("").offering("AUTH=LOGIN PLAIN")))
                    .asking("--user", "anna@shop.example"),
            of("takes one connection at a time").with(named(SERVER), serving(SERVER, 587, HealthyScenarios::oneAtATime)),
            of("greets after the time of quick programs").with(mailHost(server -> server.greetingAfter(seconds(4))))
                    .asking("--timeout", "8"),
            of("closes the connection after 221 by a reset").with(mailHost(server -> server.on("QUIT", (line, _) -> {
                line.say("221 bye");
                line.reset();
                return false;
            }))));
    }

    private static MailServer wantsName(MailServer server) {
        return server.on("EHLO", (line, command) -> {
            if (command.contains("[")) {
                line.say("504 5.5.2 " + command.substring(5) + ": Helo command rejected: need fully-qualified hostname");
            } else if (line.encrypted()) {
                line.say("250-mail.shop.example", "250 AUTH PLAIN LOGIN");
            } else {
                line.say("250-mail.shop.example", "250 STARTTLS");
            }
            return true;
        });
    }

    private static Conversation oneAtATime(Bench bench) throws IOException {
        var server = mail(bench);
        var busy = new Semaphore(1);
        return line -> {
            busy.acquire();
            try {
                server.with(line);
            } finally {
                busy.release();
            }
        };
    }
}
