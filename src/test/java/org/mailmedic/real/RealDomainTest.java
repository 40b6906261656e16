package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.Keys;
import org.mailmedic.real.RealMailHost.Door;
import tools.jackson.databind.JsonNode;

/// The image's `domain` beside a mail host that runs: Postfix with its certificate, an HTTPS server with a policy, and a zone that promises
/// both, truly or not. And mail that dkimpy has signed.
@Tag("real")
final class RealDomainTest {
    private static final String MAIL = "203.0.113.25";
    private static final String WEB = "203.0.113.80";
    private static final String DNS = "203.0.113.53";

    private static void zone(Namespace network, Path folder, List<String> lines) throws IOException {
        network.address(DNS);
        Files.writeString(folder.resolve("test.zone"), "$ORIGIN test.\n$TTL 60\n@ SOA ns admin 1 60 60 60 60\n@ NS ns\nns A " + DNS + "\n"
                + String.join("\n", lines) + "\n");
        Files.writeString(folder.resolve("nsd.conf"), DnsSettings.nsd(DNS, folder, "nsd", Map.of("test", "test.zone")));
    }

    private static List<String> domain(String name, String tlsa) {
        var key = new StringBuilder();
        String text = Keys.rsa(Keys.pair(2048));
        for (int i = 0; i < text.length(); i += 200) {
            key.append(" \"").append(text, i, Math.min(text.length(), i + 200)).append('"');
        }
        return List.of(name + " MX 10 mx." + name, "mx." + name + " A " + MAIL, "mta-sts." + name + " A " + WEB,
                name + " TXT \"v=spf1 mx -all\"", "default._domainkey." + name + " TXT" + key,
                "_dmarc." + name + " TXT \"v=DMARC1; p=reject; rua=mailto:d@" + name + ".test\"", "_mta-sts." + name
                        + " TXT \"v=STSv1; id=1\"",
                "_25._tcp.mx." + name + " TLSA 3 1 1 " + tlsa);
    }

    private static String fingerprint(Path identity) throws IOException, GeneralSecurityException {
        String pem = Files.readString(identity);
        pem = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
        var certificate = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem.getBytes(
                StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded()));
    }

    private static List<String> codes(JsonNode root) {
        List<String> all = new ArrayList<>();
        root.path("diagnoses").forEach(each -> all.add(each.path("code").asString()));
        return all.stream().sorted().toList();
    }

    private static ImageCli.Outcome look(Namespace network, Path trust, String... words) {
        var all = new ArrayList<Object>(List.of(ImageCli.PATH, "domain", "--format", "json", "--resolver", DNS, "--blocklists", "none",
                "--trust",
                trust));
        all.addAll(List.of(words));
        return ImageCli.outcome(network.command(all.toArray()));
    }

    /// What posttls-finger(1) says of the mail host's certificate.
    ///
    /// @param level `fingerprint`: by the digest of its key, as TLSA 3 1 1; `secure`: by its name and the authority
    /// @param settings a folder of settings for Postfix's client, which reads the system's otherwise, where it may have none
    private static String finger(Namespace network, Path settings, String level, Path trust, String wanted) {
        var said = network.command("env", "MAIL_CONFIG=" + settings, "posttls-finger", "-c", "-l", level, "-d", "sha256", "-F", trust, "[" + MAIL + "]:25", wanted).run();
        return said.out() + said.err();
    }

    private static String colons(String hex) {
        return hex.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    }

    private static String state(JsonNode root, String type) {
        for (JsonNode each : root.path("records")) {
            if (each.path("type").asString().equals(type)) {
                return each.path("state").asString() + " " + each.path("note").asString();
            }
        }
        return "no card";
    }

    @Test
    void promisesAreComparedWithTheServersThatRun() throws Exception {
        try (var folder = Workshop.open(); var network = Namespace.create("domain")) {
            network.address(MAIL);
            network.address(WEB);
            var authority = TestAuthority.create(folder.resolve("certificates"));
            var mail = authority.identity("mx.kept.test");
            var web = authority.identity("mta-sts.kept.test");
            var lines = new ArrayList<>(domain("kept", fingerprint(mail)));
            lines.addAll(domain("broken", "ab".repeat(32)));
            zone(network, folder.path(), lines);
            Path policy = Files.createDirectories(folder.resolve("web").resolve(".well-known")).resolve("mta-sts.txt");
            Files.writeString(policy, "version: STSv1\nmode: enforce\nmx: mx.kept.test\nmax_age: 86400\n");
            try (var host = new RealMailHost(network, folder.resolve("host"), "kept.test", Map.of("anna", "secret"))) {
                host.door(MAIL, Door.RELAY, mail).start();
                var nsd = network.command("nsd", "-d", "-c", folder.resolve("nsd.conf")).start(folder.resolve("nsd.log"));
                var https = network.command("sh", "-c", "cd " + folder.resolve("web") + " && exec openssl s_server -quiet -accept " + WEB
                        + ":443 -WWW"
                        + " -cert_chain " + web + " -cert " + web + " -key " + web).start(folder.resolve("web.log"));
                try {
                    Until.isTrue("the name server listens", () -> network.command("ss", "-Hlun").succeed().contains(DNS + ":53"));
                    Until.isTrue("the web server listens", () -> network.command("ss", "-Hltn").succeed().contains(WEB + ":443"));
                    var kept = look(network, authority.root(), "kept.test");
                    assertEquals(List.of(), codes(kept.report()), () -> kept.raw().out() + kept.raw().err());
                    assertEquals(0, kept.exit());
                    assertEquals("fine fine", state(kept.report(), "mta_sts"));
                    // nobody here proves signatures
                    assertEquals("warning unsigned", state(kept.report(), "dane"));
                    Path settings = Files.createDirectories(folder.resolve("client"));
                    Files.writeString(settings.resolve("main.cf"), "compatibility_level = 3.6\n");
                    // Postfix's own client sees the same: the key that DNS promises, and a certificate that holds for the name
                    assertTrue(finger(network, settings, "fingerprint", authority.root(), colons(fingerprint(mail)))
                            .contains("Verified TLS"));
                    assertFalse(finger(network, settings, "fingerprint", authority.root(), colons("ab".repeat(32)))
                            .contains("Verified TLS"));
                    assertTrue(finger(network, settings, "secure", authority.root(), "mx.kept.test").contains("Verified TLS"));
                    assertFalse(finger(network, settings, "secure", authority.root(), "mx.broken.test").contains("Verified TLS"));
                    var broken = look(network, authority.root(), "broken.test");
                    assertEquals(List.of("domain.mta_sts_invalid"), codes(broken.report()), () -> broken.raw()
                            .out());
                    assertEquals(1, broken.exit());
                    assertEquals("warning mismatch", state(broken.report(), "dane"));
                    // the policy server shows a certificate for another name
                    assertEquals("problem policy_missing", state(broken.report(), "mta_sts"));
                    var untrusted = network.command(ImageCli.PATH, "domain", "kept.test", "--format", "json", "--resolver", DNS,
                            "--blocklists", "none");
                    // an authority that nobody knows may be that of a box on the way
                    assertEquals("unknown policy_unseen", state(ImageCli.outcome(untrusted).report(), "mta_sts"));
                } finally {
                    https.descendants().forEach(ProcessHandle::destroy);
                    https.destroy();
                    nsd.destroy();
                }
            }
        }
    }

    @Test
    void aMessageThatAnotherProgramSignedIsVerified() throws Exception {
        for (String bodies : List.of("relaxed", "simple")) {
            verified(bodies);
        }
    }

    private static void verified(String bodies) throws Exception {
        try (var folder = Workshop.open(); var network = Namespace.create("signed")) {
            zone(network, folder.path(), domain("kept", "ab".repeat(32)));
            Path key = folder.resolve("key.pem");
            Files.writeString(key, "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(Keys.pair(2048).getPrivate()
                    .getEncoded())
                    .replace("\r", "") + "\n-----END PRIVATE KEY-----\n");
            String message = "From: Anna <anna@kept.test>\r\nTo: otto@example.net\r\nSubject: The  bill\r\n"
                    + "Date: Fri, 27 Nov 2026 12:00:00 +0000\r\n"
                    + "Message-ID: <1@kept.test>\r\n\r\nHello  Otto,\r\n\r\nthe bill.\r\n\r\n";
            var signed = Command.of("dkimsign", "--hcanon", "relaxed", "--bcanon", bodies, "default", "kept.test", key).reading(message)
                    .run();
            assertEquals(0, signed.code(), () -> signed.out() + signed.err());
            Path file = Files.writeString(folder.resolve("signed.eml"), signed.out());
            Path changed = Files.writeString(folder.resolve("changed.eml"), signed.out().replace("the bill.", "the bill, please."));
            var trust = TestAuthority.create(folder.resolve("certificates")).root();
            var nsd = network.command("nsd", "-d", "-c", folder.resolve("nsd.conf")).start(folder.resolve("nsd.log"));
            try {
                Until.isTrue("the name server listens", () -> network.command("ss", "-Hlun").succeed().contains(DNS + ":53"));
                JsonNode right = look(network, trust, "kept.test", "--timeout", "2", "--message", file.toString()).report().path("message");
                assertEquals("pass", right.path("signatures").path(0).path("result").asString(), right::toString);
                assertEquals("pass", right.path("dmarc").path("result").asString());
                JsonNode wrong = look(network, trust, "kept.test", "--timeout", "2", "--message", changed.toString()).report()
                        .path("message");
                assertEquals("body_changed", wrong.path("signatures").path(0).path("reason").asString(), wrong::toString);
                assertTrue(wrong.path("dmarc").path("result").asString().equals("fail"));
            } finally {
                nsd.destroy();
            }
        }
    }
}
