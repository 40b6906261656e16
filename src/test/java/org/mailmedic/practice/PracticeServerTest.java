package org.mailmedic.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.practice.fault.Faults;

@Timeout(30)
class PracticeServerTest {
    private static final String MESSAGE = "From: <a@practice.test>\r\nDate: Fri, 2 Jan 2026 03:04:05 +0000\r\n\r\nHello\r\n..dot\r\n.\r\n";

    @Test
    void takesMailInsideStartTls() throws Exception {
        try (var server = Servers.start("healthy"); var client = RawClient.encrypted(server)) {
            client.ask("MAIL FROM:<a@practice.test> SIZE=100", "250 2.1.0");
            client.ask("RCPT TO:<b@example.com>", "250 2.1.5");
            client.ask("RCPT TO:<c@elsewhere.test>", "550 5.1.1");
            client.ask("DATA", "354");
            client.write(MESSAGE);
            client.expect("250 2.0.0");
            client.ask("QUIT", "221");
            assertNull(client.reply());
            assertEquals(List.of(new ReceivedMessage("a@practice.test", List.of("b@example.com"), "", true,
                    "From: <a@practice.test>\r\nDate: Fri, 2 Jan 2026 03:04:05 +0000\r\n\r\nHello\r\n.dot\r\n")), server.messages());
            assertEquals(1, server.connections());
            assertEquals(0, server.signInAttempts());
        }
    }

    @Test
    void speaksTlsFromTheFirstByteOnTheOtherPort() throws Exception {
        try (var server = Servers.start("healthy-implicit-tls"); var client = new RawClient(server, server.tlsPort())) {
            assertEquals(server.tlsPort(), server.port());
            client.encrypt(server);
            client.expect("220 practice.test ESMTP");
            var hello = client.ask("EHLO [127.0.0.1]", "250-practice.test");
            assertFalse(hello.contains("STARTTLS"));
            assertTrue(hello.contains("\n250 AUTH PLAIN LOGIN"));
            client.ask("QUIT", "221");
        }
    }

    @Test
    void offersSignInOnlyInsideTls() throws Exception {
        try (var server = Servers.start("healthy"); var client = RawClient.plain(server)) {
            client.expect("220");
            var hello = client.ask("EHLO client.test", "250");
            assertTrue(hello.contains("STARTTLS"));
            assertFalse(hello.contains("AUTH"));
            client.ask("AUTH PLAIN AGEAYg==", "530 5.7.0 Must issue a STARTTLS");
            assertEquals(0, server.signInAttempts());
        }
    }

    @Test
    void authorityComesAsPem() throws Exception {
        try (var server = Servers.start("healthy")) {
            var pem = new ByteArrayInputStream(server.authorityPem().getBytes(StandardCharsets.US_ASCII));
            assertEquals(server.authority(), CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
    }

    @Test
    void listensOnTheGivenPortAndAddress() throws Exception {
        int port;
        try (var server = Servers.start("healthy")) {
            port = server.port();
        }
        try (var server = PracticeServer.start(Faults.healthy(), Servers.QUICK.withPort(port)); var client = RawClient.plain(server)) {
            assertEquals(port, server.plainPort());
            client.expect("220");
        }
        var options = Servers.QUICK.withAddress(InetAddress.ofLiteral("127.0.0.2"));
        try (var server = PracticeServer.start(Faults.healthy(), options); var client = RawClient.encrypted(server)) {
            assertEquals("127.0.0.2", server.host());
            client.ask("QUIT", "221");
        }
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThrows(IllegalArgumentException.class, () -> Servers.QUICK.withAddress(InetAddress.ofLiteral("0.0.0.0")));
        assertThrows(IllegalArgumentException.class, () -> Servers.QUICK.withAddress(InetAddress.ofLiteral("192.0.2.1")));
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (var server = Servers.start("healthy")) {
            assertThrows(IOException.class, () -> PracticeServer.start(Faults.healthy(), Servers.QUICK.withPort(server.port())));
        }
    }

    @Test
    void closeEndsEveryConversationAndThread() throws Exception {
        var names = List.of("healthy", "greeting-silent", "endless-flood", "greeting-tarpit", "tls-silent");
        for (var name : names) {
            var server = PracticeServer.start(Faults.find(name).orElseThrow());
            try (var client = new RawClient(server, server.port())) {
                var started = System.nanoTime();
                server.close();
                assertTrue(System.nanoTime() - started < 2_000_000_000L, name + " closes slowly");
                assertEnds(client);
                assertThrows(IOException.class, () -> new RawClient(server, server.port()).close());
            }
        }
    }

    @Test
    void receivesNoMoreThanSixtyFourAtOnce() throws Exception {
        try (var server = Servers.start("greeting-silent")) {
            var clients = new ArrayList<RawClient>();
            try {
                for (int i = 0; i < 65; i++) {
                    clients.add(RawClient.plain(server));
                }
                assertEnds(clients.getLast());
                assertEquals(64, server.connections());
            } finally {
                for (var client : clients) {
                    client.close();
                }
            }
        }
    }

    @Test
    void optionsKeepThePasswordToThemselves() {
        var text = Servers.QUICK.withCredentials("somebody", "canary-password").withToken("canary-token").toString();
        assertFalse(text.contains("canary"), text);
    }

    private static void assertEnds(RawClient client) throws IOException {
        try {
            for (int i = 0; i < 64 << 20 && client.read() >= 0; i++) {
                // What was on its way still arrives.
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("The connection is still open", e);
        } catch (IOException e) {
            // A reset is an end as well.
        }
    }
}
