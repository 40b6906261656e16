package org.mailmedic.net.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Failure;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.tls.TlsInspector.Look;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;

/// Handshakes with real certificates, good and bad, made by the practice server.
@Timeout(60)
final class TlsInspectorTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final String HOST = "practice.test";

    @TempDir
    private Path folder;

    private Look look(PracticeServer server, String host, boolean trusted, Instant now) throws Exception {
        Optional<Path> extra = Optional.empty();
        if (trusted) {
            extra = Optional.of(Files.writeString(folder.resolve("authority.pem"), server.authorityPem()));
        }
        var judge = new TrustJudge(TrustStores.with(extra), true);
        boolean literal = host.matches("[0-9.]+|.*:.*");
        Deadline deadline = Deadline.in(AMPLE, System::nanoTime);
        try (Connection link = new SystemNetwork()
                .connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.tlsPort()), deadline)) {
            var dialogue = new SmtpDialogue(link, new Transcript(System::nanoTime, 0));
            Look look = new TlsInspector(judge, () -> now).handshake(dialogue, host, literal, deadline);
            if (look.outcome().seen().isPresent()) {
                assertEquals(220, dialogue.reply(deadline).code(), "the dialogue goes on inside TLS");
            }
            return look;
        }
    }

    private Look look(String fault) throws Exception {
        try (var server = PracticeServer.start(Faults.find(fault).orElseThrow(), PracticeOptions.defaults().withDelay(Duration.ZERO))) {
            return look(server, HOST, true, Instant.now());
        }
    }

    private CertificateFacts healthy(String host, boolean trusted, Instant now) throws Exception {
        var options = PracticeOptions.defaults().withNames(List.of("*.wild.test", "mail.practice.test", "192.0.2.7", "2001:db8::7"));
        try (var server = PracticeServer.start(Faults.healthy(), options)) {
            return look(server, host, trusted, now).certificate().orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            cert-expired, EXPIRED
            cert-intermediate-expired, ISSUER_EXPIRED
            cert-not-yet-valid, NOT_YET_VALID
            cert-self-signed, SELF_SIGNED
            cert-unknown-authority, UNKNOWN_AUTHORITY
            cert-incomplete, INCOMPLETE
            cert-wrong-name, WRONG_NAME
            cert-weak-key, WEAK
            cert-weak-key-1024, WEAK
            cert-sha1, WEAK
            cert-md5, WEAK
            cert-antivirus, UNKNOWN_AUTHORITY
            """)
    void tellsWhyACertificateIsBad(String fault, CertificateProblem problem) throws Exception {
        Look look = look(fault);
        assertEquals(List.of(problem), look.certificate().orElseThrow().problems());
        assertFalse(look.certificate().get().verified());
        assertTrue(look.outcome().seen().isPresent(), "the chain is looked at afterwards, the dialogue goes on");
    }

    @ParameterizedTest
    @CsvSource({"healthy", "healthy-rsa", "cert-antivirus-trusted"})
    void findsNothingWrongWithAGoodOne(String fault) throws Exception {
        Look look = look(fault);
        assertEquals(List.of(), look.certificate().orElseThrow().problems());
        assertTrue(look.outcome().seen().orElseThrow().protocol().startsWith("TLSv1."));
        assertEquals("", look.firstBytes());
        assertEquals(Optional.empty(), look.legacy());
        assertTrue(look.certificate().get().names().contains(HOST));
        assertEquals(2, look.certificate().get().chain().size());
    }

    /// A server may send as many tickets as it likes, each of which would be kept as a session.
    @Test
    void keepsOneSessionAtMost() throws Exception {
        assertEquals(1, TlsInspector.context(new ChainRecorder(), new NoCertificate()).getClientSessionContext().getSessionCacheSize());
    }

    @Test
    void anUnknownAuthorityIsUnknown() throws Exception {
        CertificateFacts facts = healthy(HOST, false, Instant.now());
        assertEquals(List.of(CertificateProblem.UNKNOWN_AUTHORITY), facts.problems());
        assertFalse(facts.trustedByJava());
        assertFalse(facts.trustedBySystem());
    }

    @Test
    void severalThingsCanBeWrong() throws Exception {
        assertEquals(List.of(CertificateProblem.EXPIRED, CertificateProblem.WRONG_NAME),
                healthy("other.test", true, Instant.now().plus(Duration.ofDays(200))).problems());
        assertEquals(List.of(CertificateProblem.NOT_YET_VALID, CertificateProblem.UNKNOWN_AUTHORITY),
                healthy(HOST, false, Instant.now().minus(Duration.ofDays(30))).problems());
    }

    @ParameterizedTest
    @CsvSource({"practice.test, true", "PRACTICE.TEST, true", "a.wild.test, true", "localhost, true", "127.0.0.1, true", "192.0.2.7, true",
            "2001:db8::7, true",
            "2001:DB8:0:0:0:0:0:7, true", "wild.test, false", "a.b.wild.test, false", "smtp.practice.test, false",
                    "practice.test.evil.example, false",
            "192.0.2.8, false", "2001:db8::8, false"})
    void comparesTheName(String host, boolean covered) throws Exception {
        assertEquals(!covered, healthy(host, true, Instant.now()).has(CertificateProblem.WRONG_NAME));
    }

    @ParameterizedTest
    @CsvSource({"tls-no-common-cipher, TLS_ALERT", "tls-internal-error, TLS_ALERT", "tls-version-refused, TLS_ALERT",
            "tls-1-0-only, TLS_ALERT"})
    void namesAlerts(String fault, Failure failure) throws Exception {
        assertTrue(look(fault).outcome().failed(failure));
    }

    @Test
    void noticesAnOldVersionChosenAgainstOurOffer() throws Exception {
        assertEquals(Optional.of("TLSv1"), look("tls-1-0-always").legacy());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            220 mail.example ESMTP\\r\\n | NOT_TLS
            421 too many connections\\r\\n | NOT_TLS
            HTTP/1.1 400 Bad Request\\r\\n\\r\\n | NOT_TLS
            SSH-2.0-x\\r\\n | NOT_TLS
            """)
    void looksAtWhatCameInsteadOfTls(String said, Failure failure) throws Exception {
        String bytes = said.strip().replace("\\r", "\r").replace("\\n", "\n");
        try (var server = ScriptedServer.saying(bytes)) {
            Look look = look(server, AMPLE);
            assertTrue(look.outcome().failed(failure), () -> look.toString());
            assertEquals(said.strip(), look.firstBytes());
            assertEquals(Optional.empty(), look.certificate());
        }
    }

    @Test
    void endsWhenTheServerDoes() throws Exception {
        try (var server = ScriptedServer.start(_ -> { })) {
            Failure how = look(server, AMPLE).outcome().failure().orElseThrow();
            assertTrue(how == Failure.CLOSED || how == Failure.RESET, how::name);
        }
        try (var server = ScriptedServer.start(peer -> {
            peer.line();
            peer.reset();
        })) {
            look(server, Duration.ofSeconds(2)).outcome().failure().orElseThrow();
        }
    }

    @Test
    void endsByItsDeadline() throws Exception {
        try (var server = ScriptedServer.saying("")) {
            long began = System.nanoTime();
            assertTrue(look(server, Duration.ofMillis(300)).outcome().failed(Failure.TIMEOUT));
            assertTrue(System.nanoTime() - began < 10_000_000_000L);
        }
    }

    @Test
    void senselessTlsIsSenseless() throws Exception {
        try (var server = ScriptedServer.saying("\u0016\u0003\u0003\0\u0005hello")) {
            assertTrue(look(server, Duration.ofSeconds(5)).outcome().failed(Failure.TLS_BROKEN));
        }
    }

    private Look look(ScriptedServer server, Duration time) throws Exception {
        Deadline deadline = Deadline.in(time, System::nanoTime);
        try (Connection link = new SystemNetwork().connect(server.address(), deadline)) {
            var judge = new TrustJudge(TrustStores.with(Optional.empty()), false);
            return new TlsInspector(judge, Instant::now)
                    .handshake(new SmtpDialogue(link, new Transcript(System::nanoTime, 0)), HOST, false, deadline);
        }
    }

    @ParameterizedTest
    @CsvSource({"tls-1-0-only, TLSv1", "tls-1-1-only, TLSv1.1", "tls-1-0-always, TLSv1", "healthy,", "tls-no-common-cipher,"})
    void asksForOldVersions(String fault, String version) throws Exception {
        try (var server = PracticeServer.start(Faults.find(fault).orElseThrow())) {
            Deadline deadline = Deadline.in(AMPLE, System::nanoTime);
            try (Connection link = new SystemNetwork()
                    .connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.tlsPort()), deadline)) {
                assertEquals(Optional.ofNullable(version), LegacyHello.ask(link, HOST, false, deadline));
            }
        }
    }

    @Test
    void oldVersionsAreReadFromTheServersHello() {
        byte[] hello = {0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 2, 0};
        assertEquals(Optional.of("TLSv1.1"), TlsInspector.chosenLegacy(hello));
        hello[10] = 0;
        assertEquals(Optional.of("SSLv3"), TlsInspector.chosenLegacy(hello));
        hello[10] = 3;
        assertEquals(Optional.empty(), TlsInspector.chosenLegacy(hello));
        assertEquals(Optional.empty(), TlsInspector.chosenLegacy(new byte[] {0x15, 3, 1, 0, 2, 2, 70}));
        assertEquals(Optional.empty(), TlsInspector.chosenLegacy(new byte[0]));
    }
}
