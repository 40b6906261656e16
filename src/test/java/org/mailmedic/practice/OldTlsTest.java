package org.mailmedic.practice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers of the days before TLS 1.2, asked with a ClientHello written by hand.
@Timeout(30)
class OldTlsTest {
    private static final int AES_CBC = 0x002f;
    private static final int MODERN_SUITE = 0x1301;

    @ParameterizedTest
    @CsvSource({"tls-1-0-only,1,1", "tls-1-1-only,2,2", "tls-1-1-only,1,1", "tls-1-0-always,1,1", "tls-1-0-always,3,1", "tls-1-0-only,2,1"})
    void answersThoseWhoAskForTheOldVersion(String name, int asked, int answered) throws Exception {
        try (var server = Servers.start(name); var client = begin(server)) {
            client.write(clientHello(asked, AES_CBC));
            var header = client.read(5);
            assertArrayEquals(new byte[] {22, 3, (byte) answered, 0, 42}, header);
            var hello = ByteBuffer.wrap(client.read(42));
            assertEquals(2, hello.get());
            assertEquals(0x300 + answered, hello.getShort(4));
            assertEquals(AES_CBC, hello.getShort(39));
            assertEquals(-1, client.read());
        }
    }

    @ParameterizedTest
    @CsvSource({"tls-1-0-only,3,70", "tls-1-1-only,3,70", "tls-version-refused,1,70", "tls-no-common-cipher,3,40",
            "tls-internal-error,3,80"})
    void refusesTheOthersWithAnAlert(String name, int asked, int alert) throws Exception {
        try (var server = Servers.start(name); var client = begin(server)) {
            client.write(clientHello(asked, AES_CBC));
            assertAlert(client, alert);
        }
    }

    @Test
    void anOldVersionWithoutAnOldSuiteFails() throws Exception {
        try (var server = Servers.start("tls-1-0-only"); var client = begin(server)) {
            client.write(clientHello(1, MODERN_SUITE));
            assertAlert(client, 40);
        }
    }

    @Test
    void whatIsNoClientHelloIsUnexpected() throws Exception {
        try (var server = Servers.start("tls-1-0-only")) {
            try (var client = begin(server)) {
                client.send("EHLO client.test");
                assertAlert(client, 10);
            }
            try (var client = begin(server)) {
                client.write(new byte[] {22, 3, 1, 0, 4, 1, 0, 0, 99});
                assertAlert(client, 10);
            }
        }
    }

    @Test
    void thePortOfImplicitTlsIsAsOld() throws Exception {
        try (var server = Servers.start("tls-1-0-only"); var client = new RawClient(server, server.tlsPort())) {
            client.write(clientHello(1, AES_CBC));
            assertEquals(22, client.read());
        }
    }

    private static RawClient begin(PracticeServer server) throws Exception {
        var client = RawClient.plain(server);
        client.expect("220");
        client.ask("EHLO client.test", "250");
        client.ask("STARTTLS", "220");
        return client;
    }

    private static void assertAlert(RawClient client, int description) throws Exception {
        var alert = client.read(7);
        assertEquals(21, alert[0]);
        assertArrayEquals(new byte[] {0, 2, 2, (byte) description}, new byte[] {alert[3], alert[4], alert[5], alert[6]});
        assertEquals(-1, client.read());
    }

    /// From TLS 1.2 on with supported_versions, which lists a senseless version first as RFC 8701 has it.
    private static byte[] clientHello(int minor, int suite) {
        var versions = minor < 3 ? new byte[0] : new byte[] {0, 9, 0, 43, 0, 5, 4, 0x7a, 0x7a, 3, (byte) minor};
        int length = 2 + 32 + 1 + 4 + 2 + versions.length;
        return ByteBuffer.allocate(9 + length)
                .put(new byte[] {22, 3, 1}).putShort((short) (length + 4))
                .put(new byte[] {1, 0}).putShort((short) length)
                .put(new byte[] {3, (byte) minor}).put(new byte[32])
                .put((byte) 0)
                .putShort((short) 2).putShort((short) suite)
                .put(new byte[] {1, 0})
                .put(versions).array();
    }
}
