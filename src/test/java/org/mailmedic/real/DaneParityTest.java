package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.real.RealMailHost.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `domain` says of a mail host's TLSA records, beside what Postfix's own client makes of them (posttls-finger(1), level `dane`): the
/// same signed zones, the same proving resolver, the same servers on port 25. Nothing is left that both see otherwise (RFC 7672 §2.2,
/// §2.2.2, §3.1.1, §3.1.2, §3.1.3, §3.2.2; RFC 7671 §9).
@Tag("real")
@Timeout(600)
final class DaneParityTest {
    private static final String DNS = "203.0.113.53";
    private static final String NO_KEY = "ab".repeat(32);
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What becomes of mail.
    private enum Fate {
        /// It goes to the proven server.
        PROVEN,
        /// It stays where it is.
        HELD,
        /// It goes encrypted, to whoever answers.
        ENCRYPTED,
        /// Nobody asks what was promised.
        AS_WITHOUT
    }

    /// @param name  of the domain, in the signed zone where it has no dot
    /// @param fate  of its mail, before both
    /// @param shown the identity that the server shows, by the name of its file
    /// @param lines of the zone: `TLSA usage selector matching data` for the host's own, or any line
    private record Case(String name, Fate fate, String shown, List<String> lines) {
        static Case of(String name, Fate fate, String shown, String... lines) {
            return new Case(name, fate, shown, List.of(lines));
        }
    }

    private final Map<String, Path> identities = new TreeMap<>();

    private static List<X509Certificate> chain(Path identity) throws IOException, GeneralSecurityException {
        String pem = Files.readString(identity);
        var certificates = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(
                pem.substring(pem.indexOf("-----BEGIN CERTIFICATE")).getBytes(StandardCharsets.US_ASCII)));
        return certificates.stream().map(X509Certificate.class::cast).toList();
    }

    private static String hash(String how, byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(how).digest(bytes));
    }

    private String key(String shown) throws IOException, GeneralSecurityException {
        return hash("SHA-256", chain(identities.get(shown)).getFirst().getPublicKey().getEncoded());
    }

    private List<Case> cases(X509Certificate root) throws IOException, GeneralSecurityException {
        var usual = chain(identities.get("usual")).getFirst();
        String key = key("usual");
        String rootKey = hash("SHA-256", root.getPublicKey().getEncoded());
        return List.of(
                Case.of("key", Fate.PROVEN, "usual", "TLSA 3 1 1 " + key),
                Case.of("long-digest", Fate.PROVEN, "usual", "TLSA 3 1 2 " + hash("SHA-512", usual.getPublicKey().getEncoded())),
                Case.of("whole-key", Fate.PROVEN, "usual", "TLSA 3 1 0 " + HexFormat.of().formatHex(usual.getPublicKey().getEncoded())),
                Case.of("certificate", Fate.PROVEN, "usual", "TLSA 3 0 1 " + hash("SHA-256", usual.getEncoded())),
                Case.of("rollover", Fate.PROVEN, "usual", "TLSA 3 1 1 " + NO_KEY, "TLSA 3 1 1 " + key),
                Case.of("other-key", Fate.HELD, "usual", "TLSA 3 1 1 " + NO_KEY),
                Case.of("expired", Fate.PROVEN, "expired", "TLSA 3 1 1 " + key("expired")),
                Case.of("self-signed", Fate.PROVEN, "self-signed", "TLSA 3 1 1 " + key("self-signed")),
                Case.of("authority", Fate.PROVEN, "mx.authority.test", "TLSA 2 0 1 " + hash("SHA-256", root.getEncoded())),
                Case.of("authority-key", Fate.PROVEN, "mx.authority-key.test", "TLSA 2 1 1 " + rootKey),
                Case.of("authority-unsent", Fate.HELD, "without-root", "TLSA 2 1 1 " + rootKey),
                Case.of("authority-other-name", Fate.HELD, "other-name", "TLSA 2 1 1 " + rootKey),
                Case.of("authority-domain", Fate.PROVEN, "domain", "TLSA 2 1 1 " + rootKey),
                Case.of("authority-expired", Fate.HELD, "expired-with-root", "TLSA 2 1 1 " + rootKey),
                Case.of("authority-or-key", Fate.PROVEN, "other-name", "TLSA 2 1 1 " + rootKey, "TLSA 3 1 1 " + key("other-name")),
                Case.of("authority-leaf", Fate.HELD, "leaf", "TLSA 2 1 1 " + key("leaf")),
                Case.of("authority-own", Fate.HELD, "own", "TLSA 2 1 1 " + key("own")),
                Case.of("authority-beside", Fate.HELD, "beside", "TLSA 2 1 1 " + rootKey),
                Case.of("stronger-other", Fate.HELD, "usual", "TLSA 3 1 1 " + key, "TLSA 3 1 2 " + NO_KEY + NO_KEY),
                Case.of("stronger-kept", Fate.PROVEN, "usual", "TLSA 3 1 1 " + NO_KEY,
                        "TLSA 3 1 2 " + hash("SHA-512", usual.getPublicKey().getEncoded())),
                Case.of("stronger-unlike", Fate.PROVEN, "usual", "TLSA 3 1 1 " + key, "TLSA 3 0 2 " + NO_KEY + NO_KEY),
                Case.of("pkix-key", Fate.ENCRYPTED, "usual", "TLSA 1 1 1 " + key),
                Case.of("pkix-authority", Fate.ENCRYPTED, "usual", "TLSA 0 1 1 " + rootKey),
                Case.of("unknown-digest", Fate.ENCRYPTED, "usual", "TLSA 3 1 9 " + key),
                Case.of("short-digest", Fate.ENCRYPTED, "usual", "TLSA 3 1 1 abcd"),
                Case.of("unusable-and-other", Fate.HELD, "usual", "TLSA 1 1 1 " + key, "TLSA 3 1 1 " + NO_KEY),
                Case.of("without-tls", Fate.HELD, "none", "TLSA 3 1 1 " + key),
                Case.of("unusable-without-tls", Fate.HELD, "none", "TLSA 1 1 1 " + key),
                Case.of("no-record", Fate.AS_WITHOUT, "usual"),
                Case.of("alias", Fate.PROVEN, "usual", "mx.alias CNAME mx.key"),
                Case.of("alias-own", Fate.PROVEN, "usual", "mx.alias-own CNAME mx.no-record", "TLSA 3 1 1 " + key),
                Case.of("alias-both", Fate.HELD, "usual", "mx.alias-both CNAME mx.other-key", "TLSA 3 1 1 " + key),
                Case.of("alias-outside", Fate.HELD, "usual", "mx.alias-outside CNAME mx.plain.", "TLSA 3 1 1 " + NO_KEY),
                Case.of("record-outside", Fate.AS_WITHOUT, "usual", "_25._tcp.mx.record-outside CNAME _25._tcp.mx.plain."),
                Case.of("record-alias", Fate.PROVEN, "usual", "_25._tcp.mx.record-alias CNAME _25._tcp.mx.key"),
                Case.of("insecure.plain", Fate.AS_WITHOUT, "usual"),
                Case.of("outside.plain", Fate.HELD, "usual"));
    }

    private void issue(TestAuthority authority, Path folder) throws IOException {
        String root = Files.readString(authority.root());
        identities.put("usual", authority.identity("mx.key.test"));
        identities.put("expired", authority.expired("mx.expired.test"));
        identities.put("self-signed", authority.selfSigned("elsewhere.example"));
        identities.put("beside", withRoot(folder, authority.selfSigned("mx.authority-beside.test"), root));
        identities.put("leaf", authority.identity("mx.authority-leaf.test"));
        identities.put("own", authority.selfSigned("mx.authority-own.test"));
        identities.put("without-root", authority.identity("mx.authority-unsent.test"));
        for (String host : List.of("mx.authority.test", "mx.authority-key.test", "other.example", "authority-domain.test")) {
            identities.put(host, withRoot(folder, authority.identity(host), root));
        }
        identities.put("other-name", identities.get("other.example"));
        identities.put("domain", identities.get("authority-domain.test"));
        identities.put("expired-with-root", withRoot(folder, authority.expired("mx.authority-expired.test"), root));
    }

    private static Path withRoot(Path folder, Path identity, String root) throws IOException {
        return Files.writeString(folder.resolve("root-" + identity.getFileName()), Files.readString(identity) + root);
    }

    private static String own(Case each) {
        return each.name().contains(".") ? each.name() : each.name() + ".test";
    }

    private String zone(List<Case> cases, Map<String, String> addresses) {
        var zone = new StringBuilder("$ORIGIN test.\n$TTL 60\n@ SOA ns admin 1 60 60 60 60\n@ NS ns\nns A " + DNS + "\n");
        for (Case each : cases) {
            if (each.name().contains(".")) {
                continue;
            }
            zone.append(each.name()).append(" MX 10 mx.").append(each.name()).append('\n');
            if (each.lines().stream().noneMatch(line -> line.startsWith("mx." + each.name() + " "))) {
                zone.append("mx.").append(each.name()).append(" A ").append(addresses.get(each.shown())).append('\n');
            }
            each.lines().forEach(line -> zone.append(line.startsWith("TLSA") ? "_25._tcp.mx." + each.name() + " " : "").append(line)
                    .append('\n'));
        }
        return zone.toString();
    }

    private static String plain(String address) {
        return "$ORIGIN plain.\n$TTL 60\n@ SOA ns admin 1 60 60 60 60\n@ NS ns\nns A " + DNS + "\nmx A " + address
                + "\n_25._tcp.mx TLSA 3 1 1 " + NO_KEY + "\ninsecure MX 10 mx\noutside MX 10 mx.other-key.test.\n";
    }

    private static List<Process> serve(Namespace network, Path folder, String zone, String plain) throws IOException {
        network.address(DNS);
        network.resolving("nameserver 127.0.0.1", "options trust-ad edns0");
        Files.writeString(folder.resolve("test.zone"), zone);
        Files.writeString(folder.resolve("plain.zone.signed"), plain);
        Files.writeString(folder.resolve("nsd.conf"), DnsSettings.nsd(DNS, folder, "nsd", Map.of("test", "test.zone.signed", "plain",
                "plain.zone.signed")));
        Files.writeString(folder.resolve("unbound.conf"), DnsSettings.unbound(folder, Zones.signed("test", folder), """
                  local-zone: "." static
                  local-zone: "test." transparent
                  local-zone: "plain." transparent
                stub-zone:
                  name: "test."
                  stub-addr: %1$s
                stub-zone:
                  name: "plain."
                  stub-addr: %1$s
                """.formatted(DNS)));
        var servers = List.of(network.command("nsd", "-d", "-c", folder.resolve("nsd.conf")).start(folder.resolve("nsd.log")),
                network.command("unbound", "-d", "-c", folder.resolve("unbound.conf")).start(folder.resolve("unbound.log")));
        for (String address : List.of(DNS, "127.0.0.1")) {
            Until.isTrue("a name server listens on " + address, () -> network.command("ss", "-Hlun").succeed().contains(address + ":53"));
        }
        return servers;
    }

    @Test
    void asPostfixsClientDoes() throws Exception {
        var said = new TreeMap<String, String>();
        List<Case> cases;
        try (var folder = Workshop.open(); var network = Namespace.create("dane")) {
            var authority = TestAuthority.create(folder.resolve("certificates"));
            issue(authority, folder.path());
            cases = cases(chain(authority.root()).getFirst());
            var addresses = new TreeMap<String, String>();
            Path program = ProgramUnderTest.script(folder.resolve("mailmedic-cli"));
            List<Process> servers = new ArrayList<>();
            try (var host = new RealMailHost(network, folder.resolve("host"), "key.test", Map.of("anna", "secret"))) {
                for (Case each : cases) {
                    if (addresses.putIfAbsent(each.shown(), "198.51.100." + (addresses.size() + 1)) == null) {
                        network.address(addresses.get(each.shown()));
                        host.door(addresses.get(each.shown()), Door.RELAY, identity(each), each.shown().equals("none")
                                ? new String[] {"smtpd_tls_security_level=none"} : new String[0]);
                    }
                }
                servers.addAll(serve(network, folder.path(), zone(cases, addresses), plain(addresses.get("usual"))));
                host.start();
                Path settings = Files.createDirectories(folder.resolve("client"));
                Files.writeString(settings.resolve("main.cf"), "compatibility_level = 3.6\ninet_protocols = ipv4\n");
                for (Case each : cases) {
                    said.put(each.name(), theirs(network.command("env", "MAIL_CONFIG=" + settings, "posttls-finger", "-c", "-l", "dane",
                            "-d", "sha256", own(each)).run()) + " " + ours(network.command(program, "domain", own(each), "--format", "json",
                            "--resolver", "127.0.0.1", "--blocklists", "none").run()));
                }
            } finally {
                servers.forEach(Process::destroy);
                servers.forEach(each -> Until.isTrue("a name server has ended", () -> !each.isAlive()));
            }
        }
        var expected = new TreeMap<String, String>();
        cases.forEach(each -> expected.put(each.name(), each.fate() + " " + each.fate()));
        assertEquals(expected, said);
    }

    private static Fate theirs(Command.Result finger) {
        String said = finger.out() + finger.err();
        if (said.contains("Verified TLS connection established")) {
            return Fate.PROVEN;
        }
        if (!said.contains("TLS connection established") || said.contains("server certificate verification failed")) {
            return Fate.HELD;
        }
        return said.contains("unsupported TLSA") || said.contains("unusable TLSA") ? Fate.ENCRYPTED : Fate.AS_WITHOUT;
    }

    private static Fate ours(Command.Result domain) {
        for (JsonNode record : JSON.readTree(domain.out()).path("records")) {
            if (record.path("type").asString().equals("dane")) {
                String state = record.path("state").asString();
                return switch (record.path("note").asString()) {
                    case "fine" -> Fate.PROVEN;
                    case "mismatch", "without_tls" -> state.equals("problem") ? Fate.HELD : Fate.AS_WITHOUT;
                    case "unusable" -> Fate.ENCRYPTED;
                    case "missing", "unsigned" -> Fate.AS_WITHOUT;
                    default -> throw new AssertionError(domain.out());
                };
            }
        }
        throw new AssertionError(domain.out() + domain.err());
    }

    private Path identity(Case each) {
        return identities.get(each.shown().equals("none") ? "usual" : each.shown());
    }
}
