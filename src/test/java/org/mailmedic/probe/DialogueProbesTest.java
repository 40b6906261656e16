package org.mailmedic.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.Hello;
import org.mailmedic.evidence.Evidence.StartTls;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.plan.Mode;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Settings;

/// The probes up to and including encryption: each with what it is to see, and with what may come instead.
@Timeout(60)
final class DialogueProbesTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private static ScriptedServer answering(String... replies) throws IOException {
        return ScriptedServer.start(peer -> {
            peer.say("220 practice.test ESMTP\r\n");
            for (String reply : replies) {
                if (peer.line() == null) {
                    return;
                }
                peer.say(reply);
            }
            peer.untilGone();
        });
    }

    @Test
    void aConnectIsSeen() throws IOException {
        try (var server = ScriptedServer.saying("")) {
            var bench = Bench.with(server);
            var door = new ConnectProbe(bench.instruments()).open(bench.route(Mode.PLAIN), bench.instruments().transcript(), bench.step());
            try (Visit visit = door.visit().orElseThrow()) {
                assertEquals("127.0.0.1", door.evidence().outcome().seen().orElseThrow().local());
                assertEquals("tcp-" + server.port() + "-127.0.0.1", door.evidence().id());
                assertTrue(door.evidence().span().durationMs() >= 0);
                assertEquals(bench.route(Mode.PLAIN), visit.route());
            }
        }
    }

    @Test
    void aClosedPortRefuses() throws IOException {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = gone.getLocalPort();
        }
        var bench = Bench.at(new InetSocketAddress("127.0.0.1", port), Bench.AMPLE);
        var door = new ConnectProbe(bench.instruments()).open(bench.route(Mode.PLAIN), bench.instruments().transcript(), bench.step());
        assertTrue(door.evidence().outcome().failed(Failure.REFUSED));
        assertEquals(Optional.empty(), door.visit());
    }

    private static Greeting greeting(String said, Duration step) throws IOException {
        try (var server = ScriptedServer.saying(said)) {
            return greeting(server, step);
        }
    }

    private static Greeting greeting(ScriptedServer server, Duration step) {
        var bench = Bench.with(server, step);
        try (Visit visit = bench.visit()) {
            return new GreetingProbe(bench.instruments()).listen(visit, bench.step());
        }
    }

    @Test
    void aGreetingIsSeen() throws IOException {
        Greeting seen = greeting("220 practice.test ESMTP\r\n", Bench.AMPLE);
        assertEquals(new Reply(220, List.of("practice.test ESMTP")), seen.outcome().seen().orElseThrow());
        assertTrue(seen.firstByteMs() >= 0 && seen.firstByteMs() <= seen.span().durationMs() + 1);
        assertEquals("", seen.firstBytes());
        assertEquals(554, greeting("554 no\r\n", Bench.AMPLE).outcome().seen().orElseThrow().code(), "a refusal is a greeting too");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SSH-2.0-OpenSSH_9.6\\r\\n | NOT_SMTP | SSH-2.0-OpenSSH_9.6\\r\\n
            220 practice | TIMEOUT | 220 practice
            220-one\\r\\n | TIMEOUT | 220-one\\r\\n
            """)
    void whatCameInsteadIsKept(String said, Failure failure, String kept) throws IOException {
        Greeting seen = greeting(said.strip().replace("\\r\\n", "\r\n"), SHORT);
        assertTrue(seen.outcome().failed(failure), seen::toString);
        assertEquals(kept, seen.firstBytes());
    }

    @Test
    void silenceHasNoFirstByte() throws IOException {
        Greeting seen = greeting("", SHORT);
        assertTrue(seen.outcome().failed(Failure.TIMEOUT));
        assertEquals(-1, seen.firstByteMs());
        try (var server = ScriptedServer.start(_ -> { })) {
            assertTrue(greeting(server, Bench.AMPLE).outcome().failed(Failure.CLOSED));
        }
    }

    private static Hello hello(ScriptedServer server, Settings settings) throws IOException {
        var bench = Bench.with(server, settings);
        try (Visit visit = bench.greeted()) {
            return new HelloProbe(bench.instruments()).ask(visit, false, bench.step()).getLast();
        }
    }

    private static final Settings NAMELESS = Settings.of("127.0.0.1");
    private static final Settings NAMED = NAMELESS.withFrom(EmailAddress.parse("person@example.org").orElseThrow());

    @Test
    void capabilitiesAreSeen() throws IOException {
        try (var server = answering("250-practice.test\r\n250-STARTTLS\r\n250 SIZE 100\r\n")) {
            Hello seen = hello(server, NAMED);
            assertTrue(seen.outcome().seen().orElseThrow().offers("STARTTLS"));
            assertEquals("EHLO", seen.verb());
            assertEquals(List.of("EHLO [127.0.0.1]"), server.heard());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 what?", "502 5.5.1 not implemented"})
    void anOldServerIsGreetedTheOldWay(String reply) throws IOException {
        try (var server = answering(reply + "\r\n", "250 practice.test\r\n")) {
            Hello seen = hello(server, NAMELESS);
            assertEquals("HELO", seen.verb());
            assertTrue(seen.outcome().seen().orElseThrow().reply().positive());
            assertEquals(List.of("EHLO [127.0.0.1]", "HELO [127.0.0.1]"), server.heard());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"501 5.5.2 bad name", "504 5.5.2 need fully-qualified hostname", "550 5.5.2 no literals"})
    void aServerThatWantsADomainGetsTheSenders(String reply) throws IOException {
        try (var server = answering(reply + "\r\n", "250 practice.test\r\n")) {
            assertTrue(hello(server, NAMED).outcome().seen().orElseThrow().reply().positive());
            assertEquals(List.of("EHLO [127.0.0.1]", "EHLO example.org"), server.heard());
        }
    }

    @Test
    void aRefusalIsARefusal() throws IOException {
        try (var server = answering("550 5.7.1 go away\r\n")) {
            Hello seen = hello(server, NAMED);
            assertEquals(550, seen.outcome().seen().orElseThrow().reply().code());
            assertEquals(List.of("EHLO [127.0.0.1]"), server.heard(), "and is not argued with");
        }
    }

    @Test
    void aServerThatWantsANameGetsOne() throws IOException {
        try (var server = answering("504 5.5.2 need a name\r\n", "250 m\r\n")) {
            assertEquals(250, hello(server, NAMELESS).outcome().seen().orElseThrow().reply().code());
            assertEquals(List.of("EHLO [127.0.0.1]", "EHLO localhost.localdomain"), server.heard());
        }
    }

    private static StartTls startTls(String reply) throws IOException {
        try (var server = answering(reply)) {
            var bench = Bench.with(server, SHORT);
            try (Visit visit = bench.greeted()) {
                return new StartTlsProbe(bench.instruments()).ask(visit, bench.step());
            }
        }
    }

    @Test
    void startTlsIsAgreedRefusedOrAbused() throws IOException {
        assertEquals(220, startTls("220 2.0.0 ready\r\n").outcome().seen().orElseThrow().code());
        assertEquals(454, startTls("454 4.7.0 not now\r\n").outcome().seen().orElseThrow().code());
        assertTrue(startTls("220 ready\r\n250 injected\r\n").outcome().failed(Failure.PLAINTEXT_AFTER_STARTTLS));
        assertTrue(startTls("").outcome().failed(Failure.TIMEOUT));
        assertFalse(startTls("454 no\r\n250 injected\r\n").outcome().failed(Failure.PLAINTEXT_AFTER_STARTTLS),
                "nothing is encrypted after a refusal");
    }

    @Test
    void whatIsNotAskedSaysWhy() throws IOException {
        try (var server = answering()) {
            var bench = Bench.with(server);
            try (Visit visit = bench.visit()) {
                assertEquals(new Outcome.Skipped<>(Outcome.Reason.CANNOT_SUCCEED),
                        new StartTlsProbe(bench.instruments()).skipped(visit, Outcome.Reason.CANNOT_SUCCEED).outcome());
                assertEquals(new Outcome.Skipped<>(Outcome.Reason.WITHHELD),
                        new SignInProbe(bench.instruments()).skipped(visit, Outcome.Reason.WITHHELD).outcome());
            }
        }
    }

    private TlsHandshake handshake(String fault) throws IOException {
        try (var server = PracticeServer.start(Faults.find(fault).orElseThrow())) {
            var bench = Bench.with(server, folder);
            try (Visit visit = bench.visit(Mode.IMPLICIT_TLS)) {
                TlsHandshake seen = new TlsProbe(bench.instruments()).shakeHands(visit, true, bench.step());
                return seen.outcome().seen().isPresent() ? seen : new LegacyTlsProbe(bench.instruments()).lookAgain(seen, bench.step());
            }
        }
    }

    @Test
    void handshakesAreSeen() throws IOException {
        TlsHandshake good = handshake("healthy");
        assertTrue(good.verified());
        assertTrue(good.implicit());
        assertFalse(handshake("cert-self-signed").verified(), "shaken, not proven");
        assertTrue(handshake("cert-self-signed").outcome().seen().isPresent());
        assertTrue(handshake("tls-no-common-cipher").outcome().failed(Failure.TLS_ALERT));
    }

    @ParameterizedTest
    @CsvSource({"tls-1-0-only, TLSv1", "tls-1-1-only, TLSv1.1", "tls-no-common-cipher,", "tls-internal-error,"})
    void aSecondLookFindsOldVersions(String fault, String version) throws IOException {
        TlsHandshake seen = handshake(fault);
        assertEquals(Optional.ofNullable(version), seen.legacy());
        assertTrue(seen.outcome().failure().isPresent(), "the failure stays what it was");
    }

    private static Optional<Greeting> knock(String answer) throws IOException {
        try (var server = ScriptedServer.start(peer -> {
            peer.line();
            peer.say(answer);
            peer.untilGone();
        })) {
            var bench = Bench.with(server, SHORT);
            try (Visit visit = bench.visit()) {
                return new KnockProbe(bench.instruments()).knock(visit, bench.step());
            }
        }
    }

    @Test
    void aKnockFindsWebServersOnly() throws IOException {
        assertTrue(knock("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n").orElseThrow().firstBytes().startsWith("HTTP/1.1 400"));
        assertEquals(Optional.empty(), knock("500 5.5.1 unknown command\r\n"), "a mail server that took its time");
        assertEquals(Optional.empty(), knock(""), "still silent");
        assertEquals(Optional.empty(), knock("\u0015\u0003\u0003\0\u0002\u0002\u0046\r\n"), "a TLS port that says so");
    }

    @Test
    void whoInsistsTakesALateGreeting() throws IOException {
        try (var server = ScriptedServer.saying("220 practice.test ESMTP\r\n")) {
            var bench = Bench.with(server, SHORT);
            try (Visit visit = bench.visit()) {
                var seen = new KnockProbe(bench.instruments()).insist(visit, bench.step());
                assertEquals(220, seen.outcome().seen().orElseThrow().code());
                assertEquals("", seen.firstBytes());
            }
        }
        try (var server = ScriptedServer.saying("")) {
            var bench = Bench.with(server, SHORT);
            try (Visit visit = bench.visit()) {
                assertTrue(new KnockProbe(bench.instruments()).insist(visit, bench.step()).outcome().failed(Failure.TIMEOUT));
            }
        }
    }

    @Test
    void aLongLineIsAnsweredOrSwallowed() throws IOException {
        for (String answer : List.of("250 ok\r\n", "500 5.5.2 line too long\r\n")) {
            try (var server = answering("250 practice.test\r\n", answer)) {
                var bench = Bench.with(server);
                try (Visit visit = bench.visit()) {
                    var seen = new LongLineProbe(bench.instruments()).send(visit, bench.step()).orElseThrow();
                    assertTrue(seen.outcome().seen().isPresent());
                    assertTrue(server.heard().getLast().length() >= seen.bytes());
                    assertTrue(server.heard().getLast().toUpperCase(Locale.ROOT).startsWith("NOOP "));
                }
            }
        }
        try (var server = answering("250 practice.test\r\n")) {
            var bench = Bench.with(server, SHORT);
            try (Visit visit = bench.visit()) {
                assertTrue(new LongLineProbe(bench.instruments()).send(visit, bench.step()).orElseThrow().outcome()
                        .failed(Failure.TIMEOUT));
            }
        }
        try (var server = ScriptedServer.saying("")) {
            var bench = Bench.with(server, SHORT);
            try (Visit visit = bench.visit()) {
                assertEquals(Optional.empty(), new LongLineProbe(bench.instruments()).send(visit, bench.step()),
                        "a server that does not greet tells nothing");
            }
        }
    }

    @Test
    void aConnectOfThePathIsTimedAndClosed() throws Exception {
        try (var server = ScriptedServer.saying("220 practice.test\r\n")) {
            var bench = Bench.with(server);
            var probe = new PathProbe(bench.instruments());
            long start = bench.instruments().now();
            double took = probe.once(bench.route(Mode.PLAIN));
            assertTrue(took >= 0 && took < 20_000);
            assertTrue(server.allLeft(10));
            var sample = probe.sample(bench.route(Mode.PLAIN), start, List.of(took, -1.0));
            assertEquals(List.of(took, -1.0), sample.outcome().seen().orElseThrow());
            assertTrue(sample.span().durationMs() >= took);
        }
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = gone.getLocalPort();
        }
        var bench = Bench.at(new InetSocketAddress("127.0.0.1", port), Bench.AMPLE);
        assertTrue(new PathProbe(bench.instruments()).once(bench.route(Mode.PLAIN)) < 0);
    }

    private static Capabilities capabilities(String... lines) {
        return new Capabilities(new Reply(250, List.of(lines)));
    }

    @Test
    void theEnvelopeIsAskedAndTakenBack() throws IOException {
        try (var server = answering("250 2.1.0 ok\r\n", "550 5.1.1 unknown\r\n", "250 2.0.0 flushed\r\n")) {
            var bench = Bench.with(server);
            var probe = new EnvelopeProbe(bench.instruments());
            try (Visit visit = bench.greeted()) {
                EmailAddress person = EmailAddress.parse("person@example.org").orElseThrow();
                assertEquals(250, probe.sender(visit, person, capabilities("m")).outcome().seen().orElseThrow().code());
                var recipient = probe.recipient(visit, person);
                assertEquals(550, recipient.outcome().seen().orElseThrow().code());
                assertEquals(EvidenceKind.RECIPIENT, recipient.kind());
                assertEquals(250, probe.reset(visit).seen().orElseThrow().code());
                assertEquals(List.of("MAIL FROM:<person@example.org>", "RCPT TO:<person@example.org>", "RSET"), server.heard());
            }
        }
    }

    @Test
    void anInternationalSenderIsAnnouncedWhereThatIsKnown() throws IOException {
        try (var server = answering("250 ok\r\n", "250 ok\r\n")) {
            var bench = Bench.with(server);
            var probe = new EnvelopeProbe(bench.instruments());
            try (Visit visit = bench.greeted()) {
                EmailAddress person = EmailAddress.parse("grüße@example.org").orElseThrow();
                probe.sender(visit, person, capabilities("m", "SMTPUTF8"));
                probe.sender(visit, person, capabilities("m"));
                assertEquals(List.of("MAIL FROM:<grüße@example.org> SMTPUTF8", "MAIL FROM:<grüße@example.org>"), server.heard());
            }
        }
    }

    @Test
    void anEnvelopeCanEndInSilenceToo() throws IOException {
        try (var server = answering()) {
            var bench = Bench.with(server, SHORT);
            try (Visit visit = bench.greeted()) {
                EmailAddress person = EmailAddress.parse("person@example.org").orElseThrow();
                assertTrue(new EnvelopeProbe(bench.instruments()).recipient(visit, person).outcome().failed(Failure.TIMEOUT));
                assertTrue(new EnvelopeProbe(bench.instruments()).reset(visit).failed(Failure.TIMEOUT));
            }
        }
    }
}
