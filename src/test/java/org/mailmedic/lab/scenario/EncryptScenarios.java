package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.*;
import static org.mailmedic.lab.scenario.Given.*;

import java.time.Duration;
import java.util.List;
import org.mailmedic.lab.Bench;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.Scenario.Setting;
import org.mailmedic.lab.net.Host;
import org.mailmedic.lab.peer.Authority.Identity;
import org.mailmedic.lab.peer.Reaction;
import org.mailmedic.lab.peer.RealServer;
import org.mailmedic.lab.peer.WebServer;

/// Certificates and clocks.
final class EncryptScenarios {
    private static final Duration YEAR = Duration.ofDays(365);

    private EncryptScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("encrypt", name);
    }

    @FunctionalInterface
    private interface Shown {
        Identity on(Bench bench) throws java.io.IOException;
    }

    private static Setting showing(Shown identity) {
        return together(named(SERVER), bench -> {
            var shown = identity.on(bench).context();
            bench.listen(Host.SERVER, SERVER, 587, mail(bench).identity(shown));
            bench.listen(Host.SERVER, SERVER, 465, mail(bench).identity(shown).tlsFirst());
        });
    }

    static List<Scenario> all() {
        return List.of(
            of("sound, under an intermediate that has expired").with(showing(b -> b.authority().underExpiredIssuer(HOST)))
                .expect(problem("tls.cert_expired").by("mail_provider")),
            of("for all names one level up").with(showing(b -> b.authority().sound("*.example")))
                .expect(problem("tls.cert_name_mismatch").by("you").naming("*.example")),
            of("TLS 1.1 at most").with(named(SERVER), bench -> RealServer.oldTls(bench, HOST)).asking("--port", "465", "--security", "tls")
                .expect(problem("tls.version_too_old").by("mail_provider")).within(12),
            of("STARTTLS answered with an internal error").with(mailHost(server -> server.on("STARTTLS",
                    Reaction.lastWords("421 4.3.0 internal error")))).expect(problem("smtp.server_error").by("mail_provider")),
            of("expired, and half of the connection attempts are lost").with(showing(b -> b.authority().expired(HOST)),
                    forward("tcp flags & (syn|ack) == syn numgen inc mod 2 == 0 drop")).asking("--timeout", "8")
                .expect(problem("tls.cert_expired").by("mail_provider").warning("network.unstable")).within(60),
            of("expired").with(showing(b -> b.authority().expired(HOST))).expect(problem("tls.cert_expired").by("mail_provider")),
            of("expired, implicit TLS").with(showing(b -> b.authority().expired(HOST))).asking("--port", "465", "--security", "tls")
                .expect(problem("tls.cert_expired").by("mail_provider")),
            of("not yet valid").with(showing(b -> b.authority().notYetValid(HOST)))
                    .expect(problem("tls.cert_not_yet_valid").by("mail_provider")),
            of("self-signed").with(showing(b -> b.authority().selfSigned(HOST))).expect(problem("tls.cert_untrusted").by("mail_provider")),
            of("for another name").with(showing(b -> b.authority().sound("mail.other.example")))
                    .expect(problem("tls.cert_name_mismatch").by("you").naming("mail.other.example")),
            of("without its intermediate").with(showing(b -> b.authority().incomplete(HOST, "http://" + SERVER + ":8081/issuer.der")),
                    serving(SERVER, 8081, b -> WebServer.certificate(b.authority().intermediate())))
                .expect(problem("tls.cert_incomplete").by("mail_provider")),
            of("expired, without controls").with(showing(b -> b.authority().expired(HOST))).asking("--controls", "none")
                    .expect(problem("tls.cert_expired").by("mail_provider")),
            of("expired, and IPv6 is swallowed on the way")
                    .with(named(SERVER, SERVER6), showing6(b -> b.authority().expired(HOST)), forward("meta nfproto ipv6 drop"))
                .expect(problem("tls.cert_expired").by("mail_provider").warning("network.ipv6_broken")).within(12),
            of("sound, but this clock is a year ahead").with(showing(b -> b.authority().sound(HOST))).through("faketime", "-f", "+400d")
                .expect(problem("device.clock_wrong").by("device")).within(15),
            of("sound, but this clock is two years behind").with(showing(b -> b.authority().sound(HOST))).through("faketime", "-f", "-700d")
                .expect(problem("device.clock_wrong").by("device")).within(15),
            of("expired by this clock, but all other clocks say otherwise").with(showing(b -> b.authority().expired(HOST)),
                    page("time", WebServer.page("time").ahead(Duration.ofDays(-20)))).expect(problem("device.clock_wrong").by("device")),
            of("truly expired, and the clock is off by two minutes").with(showing(b -> b.authority().expired(HOST)),
                    page("time", WebServer.page("time").ahead(Duration.ofMinutes(2))))
                            .expect(problem("tls.cert_expired").by("mail_provider")),
            of("truly expired, and the clock is a year off")
                    .with(showing(b -> b.authority().expired(HOST)), page("time", WebServer.page("time").ahead(YEAR)))
                .expect(problem("tls.cert_expired").by("mail_provider").mayWarn("device.clock_wrong")),
            of("STARTTLS refused with 454")
                    .with(mailHost(server -> server.on("STARTTLS", "454 4.7.0 TLS not available due to local problem")))
                .expect(problem("tls.handshake_failed").by("mail_provider")),
            of("closes in the handshake").with(mailHost(server -> server.on("STARTTLS", Reaction.lastWords("220 go"))))
                    .expect(problem("tls.handshake_failed").by("mail_provider")),
            of("resets in the handshake").with(mailHost(server -> server.on("STARTTLS", (line, _) -> {
                line.say("220 go");
                line.socket().getInputStream().read();
                line.reset();
                return false;
            }))).expect(problem("tls.handshake_failed").by("mail_provider")),
            of("answers the ClientHello with nonsense").with(mailHost(server -> server.on("STARTTLS", (line, _) -> {
                line.say("220 go");
                line.socket().getInputStream().read();
                line.send("what was that?\r\n");
                return false;
            }))).expect(problem("tls.handshake_failed").by("mail_provider")),
            of("encryption is required and was switched off").with(mailHost(server -> server.on("MAIL", (line, _) -> {
                line.say(line.encrypted() ? "250 2.1.0 ok" : "530 5.7.0 Must issue a STARTTLS command first");
                return true;
            }))).asking("--security", "none", "--from", "anna@shop.example").expect(problem("tls.starttls_required").by("you")),

            of("self-signed and for another name").with(showing(b -> b.authority().selfSigned("localhost.localdomain")))
                .expect(problem("tls.cert_untrusted").by("mail_provider").also("tls.cert_name_mismatch")),
            of("expired and for another name").with(showing(b -> b.authority().expired("mail.other.example")))
                    .expect(problem("tls.cert_expired", "tls.cert_name_mismatch").by("mail_provider")),
            of("asks for a certificate of ours, TLS 1.3").with(named(SERVER), demanding("TLSv1.3"))
                    .expect(problem("tls.handshake_failed").by("mail_provider")),
            of("asks for a certificate of ours, TLS 1.2").with(named(SERVER), demanding("TLSv1.2"))
                    .expect(problem("tls.handshake_failed").by("mail_provider")),
            of("asks for a certificate of ours, implicit TLS").with(named(SERVER), demanding("TLSv1.3"))
                    .asking("--port", "465", "--security", "tls")
                .expect(problem("tls.handshake_failed").by("mail_provider")),
            of("asks for a key of another group, TLS 1.3").with(named(SERVER), bench -> {
                var identity = bench.authority().sound(HOST).context();
                bench.listen(Host.SERVER, SERVER, 587, mail(bench).identity(identity).knowingGroup("secp521r1"));
            }).expect(healthy()).within(12),
            of("STARTTLS refused with 502").with(mailHost(server -> server.on("STARTTLS", "502 5.5.1 not implemented")))
                    .expect(problem("tls.handshake_failed").by("mail_provider")),
            of("STARTTLS answered by silence").with(mailHost(server -> server.on("STARTTLS", Reaction.silence())))
                    .expect(problem("smtp.stalled").by("mail_provider")).within(10),
            of("closes after the handshake").with(mailHost(server -> server.on("EHLO", (line, _) -> {
                if (line.encrypted()) {
                    return false;
                }
                line.say("250-mail.shop.example", "250 STARTTLS");
                return true;
            }))).expect(problem("smtp.dropped").by("mail_provider")));
    }

    private static Setting showing6(Shown identity) {
        return bench -> {
            var shown = identity.on(bench).context();
            for (String address : List.of(SERVER, SERVER6)) {
                bench.listen(Host.SERVER, address, 587, mail(bench).identity(shown));
            }
        };
    }

    /// A server that lets nobody in without a certificate of their own.
    private static Setting demanding(String protocol) {
        return bench -> {
            var identity = bench.authority().sound(HOST).context();
            for (int port : List.of(465, 587)) {
                var server = mail(bench).identity(identity).demandingCertificate(protocol);
                bench.listen(Host.SERVER, SERVER, port, port == 465 ? server.tlsFirst() : server);
            }
        };
    }
}
