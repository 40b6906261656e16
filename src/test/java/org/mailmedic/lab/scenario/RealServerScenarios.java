package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.SERVER;
import static org.mailmedic.lab.scenario.Given.*;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailmedic.lab.Bench;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.Scenario.Setting;
import org.mailmedic.lab.peer.RealServer;
import org.mailmedic.real.RealMailHost;
import org.mailmedic.real.RealMailHost.Door;

/// The servers that most of the Internet's mail goes through, as they are.
final class RealServerScenarios {
    private static final String PASSWORD = "correct horse 7";
    private static final String PERSON = "anna@shop.example";

    private RealServerScenarios() {}

    private static Scenario of(String name, Setting server) {
        return Scenario.of("real servers", name).with(named(SERVER), server).expect(healthy());
    }

    private static void postfix(Bench bench, String... more) throws IOException {
        var identity = bench.authority().sound(HOST).pem();
        var host = new RealMailHost(bench.net().of(org.mailmedic.lab.net.Host.SERVER), bench.folder()
                .resolve("postfix" + System.nanoTime()),
            "shop.example", Map.of("anna", PASSWORD)).door(SERVER, Door.RELAY, identity, more)
                    .door(SERVER, Door.SUBMISSION, identity, more).door(SERVER, Door.SUBMISSIONS, identity, more);
        bench.untilTheEnd(host);
        host.start();
    }

    /// As old Windows servers are: X25519 is unknown, so that a hello which offers nothing else is turned away.
    private static Stream<Scenario> knowingOneCurve(String version) {
        Setting postfix = bench -> postfix(bench, "tls_eecdh_auto_curves=prime256v1", "smtpd_tls_protocols=" + version,
                "smtpd_tls_mandatory_protocols=" + version);
        String name = "Postfix that knows P-256 alone, " + version;
        return Stream.of(
            of(name + ", STARTTLS, a test message", postfix).asking("--user", PERSON, "--to", PERSON, "--send"),
            of(name + ", TLS from the start", postfix).asking("--port", "465", "--security", "tls", "--user", PERSON, "--to", PERSON),
            of(name + ", quick", postfix).asking("--user", PERSON, "--to", PERSON, "--profile", "quick"));
    }

    static List<Scenario> all() {
        Setting exim = bench -> RealServer.exim(bench, HOST, PASSWORD);
        Setting openSmtpd = bench -> RealServer.openSmtpd(bench, HOST, PASSWORD);
        return !RealServer.available() ? List.of() : Stream.of(alike("Exim", exim), alike("Postfix", RealServerScenarios::postfix),
            Stream.of("TLSv1.2", "TLSv1.3").flatMap(RealServerScenarios::knowingOneCurve).toList(),
            List.of(
                of("OpenSMTPD in plaintext", openSmtpd).asking("--port", "25", "--security", "none", "--from", PERSON),
                of("OpenSMTPD with Debian's broken handshake", openSmtpd).asking("--user", PERSON)
                        .expect(problem("tls.handshake_failed").by("mail_provider")),
                of("OpenSMTPD, TLS spoken to its plaintext port", openSmtpd).asking("--security", "tls")
                        .expect(problem("tls.mode_mismatch").by("you")).within(12),
                of("OpenSMTPD, encryption is required and was switched off", openSmtpd).asking("--security", "none", "--from", PERSON)
                    .expect(problem("tls.starttls_required").by("you")),
                of("Exim takes mail of strangers for nobody else", exim)
                        .asking("--port", "25", "--from", PERSON, "--to", "bert@elsewhere.example")
                    .expect(problem("auth.required").by("you")),
                of("Exim lets nobody send, and Dovecot opens the mailbox", bench -> {
                    RealServer.exim(bench, HOST, "");
                    RealServer.dovecot(bench, HOST, PASSWORD);
                }).asking("--user", PERSON, "--check-mailbox").expect(problem("auth.disabled_by_provider").by("mail_provider")),
                of("Exim and Dovecot agree that the password is wrong", bench -> {
                    RealServer.exim(bench, HOST, "another one");
                    RealServer.dovecot(bench, HOST, "another one");
                }).asking("--user", PERSON, "--check-mailbox").expect(problem("auth.bad_credentials").by("you")),
                of("Dovecot's IMAP on the given port, Exim on 587", bench -> {
                    RealServer.exim(bench, HOST, PASSWORD);
                    RealServer.dovecot(bench, HOST, PASSWORD);
                }).asking("--port", "143").expect(problem("settings.wrong_port").by("you").naming("587")).within(12))).flatMap(List::stream)
                        .toList();
    }

    private static List<Scenario> alike(String name, Setting server) {
        return List.of(
            of(name + ", STARTTLS, a test message", server).asking("--user", PERSON, "--to", PERSON, "--send"),
            of(name + ", TLS from the start", server).asking("--port", "465", "--security", "tls", "--user", PERSON, "--to", PERSON),
            of(name + ", a wrong password", server).asking("--user", "bert@shop.example").expect(problem("auth.bad_credentials").by("you")),
            of(name + ", TLS spoken to its plaintext port", server).asking("--security", "tls")
                    .expect(problem("tls.mode_mismatch").by("you")).within(12),
            of(name + ", plaintext spoken to its TLS port", server).asking("--port", "465").expect(problem("tls.mode_mismatch").by("you"))
                    .within(12));
    }
}
