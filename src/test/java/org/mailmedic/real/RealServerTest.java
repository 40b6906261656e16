package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailmedic.real.RealMailHost.Door;

/// The shipped program against Postfix and Dovecot: each scenario lists exactly the codes that may appear, and the exit code.
@Tag("real")
final class RealServerTest {
    private static final String DOMAIN = "shop.test";
    private static final String PASSWORD = "Gr\u00fcn & \"quoted\" 7";
    private static final String WRONG = "not-the-password";

    private static final String HOST = "mail.shop.test";
    private static final String EXPIRED = "expired.shop.test";
    private static final String SELF_SIGNED = "selfsigned.shop.test";
    private static final String NAME_SERVER = "203.0.113.53";

    private static Namespace network;
    private static NameServer names;
    private static RealMailHost host;
    private static TestAuthority authority;
    private static Workshop folder;

    @BeforeAll
    static void startServers() throws IOException {
        folder = Workshop.open();
        network = Namespace.create("real");
        names = NameServer.start(network, NAME_SERVER, folder.path(),
            Map.of(HOST, List.of("203.0.113.25"), EXPIRED, List.of("203.0.113.26"), SELF_SIGNED, List.of("203.0.113.27")));
        authority = TestAuthority.create(folder.resolve("certificates"));
        for (var address : List.of("203.0.113.25", "203.0.113.26", "203.0.113.27")) {
            network.address(address);
        }
        var identity = authority.identity(HOST);
        host = new RealMailHost(network, folder.resolve("host"), DOMAIN, Map.of("anna", PASSWORD, "bert", "unused"))
            .door("203.0.113.25", Door.RELAY, identity)
            .door("203.0.113.25", Door.SUBMISSION, identity)
            .door("203.0.113.25", Door.SUBMISSIONS, identity)
            .door("203.0.113.26", Door.SUBMISSION, authority.expired(EXPIRED))
            .door("203.0.113.27", Door.SUBMISSION, authority.selfSigned(SELF_SIGNED));
        host.start();
    }

    @AfterAll
    static void endServers() throws IOException {
        for (var one : Arrays.asList(host, names, network, folder)) {
            if (one != null) {
                one.close();
            }
        }
    }

    @Test
    void healthyWithStartTls() {
        expect(0, "healthy", List.of(), signedIn(HOST, 587, "starttls", "--to", "bert@shop.test"));
    }

    @Test
    void healthyWithImplicitTls() {
        expect(0, "healthy", List.of(), signedIn(HOST, 465, "tls", "--to", "bert@shop.test"));
    }

    @Test
    void healthyWhenTheProgramChoosesTheSecurity() {
        expect(0, "healthy", List.of(), signedIn(HOST, 587, "auto", "--to", "bert@shop.test"));
    }

    @Test
    void healthyForMailOfTheHostsOwnPeopleWithoutSignIn() {
        expect(0, "healthy", List.of(), check(HOST, 25, "starttls", "--from", "shop@elsewhere.test", "--to", "bert@shop.test"));
    }

    /// By way of a shell, and without a locale, as a cron job would do it: the letters must survive that too.
    @Test
    void thePasswordMayComeFromAVariable() {
        var words = new ArrayList<Object>(List.of("sh", "-c",
                "SHOP_PASSWORD=$(cat \"$1\") LC_ALL=C; export SHOP_PASSWORD LC_ALL; shift; exec \"$@\"",
            "sh", passwordFile()));
        words.addAll(ImageCli.diagnose(options(HOST, 587, "starttls", "--user", "anna@shop.test", "--password-env", "SHOP_PASSWORD")));
        expect(0, "healthy", List.of(), network.command(words.toArray()));
    }

    @Test
    void thePasswordMayComeFromStandardInput() {
        var options = options(HOST, 587, "starttls", "--user", "anna@shop.test", "--password-stdin");
        expect(0, "healthy", List.of(), network.command(ImageCli.diagnose(options).toArray()).reading(PASSWORD + "\n"));
    }

    @Test
    void wrongPassword() {
        var options = options(HOST, 587, "starttls", "--user", "anna@shop.test", "--password-stdin");
        expect(1, "problem", List.of("auth.bad_credentials"), network.command(ImageCli.diagnose(options).toArray()).reading(WRONG));
    }

    @Test
    void wrongPort() {
        expect(1, "problem", List.of("settings.wrong_port"), signedIn(HOST, 588, "starttls"));
    }

    @Test
    void tlsSpokenToAPlaintextPort() {
        expect(1, "problem", List.of("tls.mode_mismatch"), signedIn(HOST, 587, "tls"));
    }

    @Test
    void plaintextSpokenToATlsPort() {
        expect(1, "problem", List.of("tls.mode_mismatch"), signedIn(HOST, 465, "starttls"));
    }

    @Test
    void noEncryptionWhereItIsRequired() {
        expect(1, "problem", List.of("tls.starttls_required"), check(HOST, 587, "none", "--from", "anna@shop.test"));
    }

    @Test
    void expiredCertificate() {
        expect(1, "problem", List.of("tls.cert_expired"), signedIn(EXPIRED, 587, "starttls"));
    }

    @Test
    void selfSignedCertificate() {
        expect(1, "problem", List.of("tls.cert_untrusted"), signedIn(SELF_SIGNED, 587, "starttls"));
    }

    @Test
    void noRelayWithoutSignIn() {
        expect(1, "problem", List.of("send.relay_denied"),
                check(HOST, 25, "starttls", "--from", "anna@shop.test", "--to", "carl@elsewhere.test"));
    }

    @Test
    void signInForgotten() {
        expect(1, "problem", List.of("auth.required"), check(HOST, 587, "starttls", "--from", "anna@shop.test", "--to", "bert@shop.test"));
    }

    @Test
    void unknownRecipient() {
        expect(1, "problem", List.of("send.recipient_rejected"), signedIn(HOST, 587, "starttls", "--to", "nobody@shop.test"));
    }

    @Test
    void sendDeliversExactlyOneMessage() throws IOException {
        int before = host.messages("bert").size();
        expect(0, "healthy", List.of(), signedIn(HOST, 587, "starttls", "--to", "bert@shop.test", "--send"));
        host.settle();
        var messages = host.messages("bert");
        assertEquals(before + 1, messages.size(), host::log);
        assertTrue(messages.stream().anyMatch(text -> text.contains("From: ") && text.contains("anna@shop.test")), () ->
                messages.getLast());
    }

    @Test
    void withoutSendNothingIsDelivered() throws IOException {
        int before = host.messages("anna").size();
        expect(0, "healthy", List.of(), signedIn(HOST, 587, "starttls", "--to", "anna@shop.test"));
        host.settle();
        assertEquals(before, host.messages("anna").size());
    }

    private static Command signedIn(String name, int port, String security, String... more) {
        var options = new ArrayList<Object>(options(name, port, security, "--user", "anna@shop.test", "--password-file", passwordFile()));
        options.addAll(Arrays.asList(more));
        return network.command(ImageCli.diagnose(options).toArray());
    }

    private static Command check(String name, int port, String security, Object... more) {
        return network.command(ImageCli.diagnose(options(name, port, security, more)).toArray());
    }

    private static List<Object> options(String name, int port, String security, Object... more) {
        var options = new ArrayList<Object>(List.of("--host", name, "--port", port, "--security", security,
            "--timeout", "5", "--controls", "none", "--resolver", NAME_SERVER, "--trust", authority.root()));
        options.addAll(Arrays.asList(more));
        return options;
    }

    private static Path passwordFile() {
        try {
            return Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void expect(int exit, String outcome, List<String> diagnoses, Command diagnose) {
        var got = ImageCli.outcome(diagnose);
        var everything = got.raw().out() + got.raw().err();
        assertAll(
            () -> assertEquals(diagnoses, got.diagnoses(), () -> everything + host.log()),
            () -> assertEquals(List.of(), got.warnings()),
            () -> assertEquals(outcome, got.outcome()),
            () -> assertEquals(exit, got.exit()),
            () -> assertFalse(everything.contains(PASSWORD) || everything.contains(WRONG), "a password was shown"));
    }
}
