package org.mailmedic.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Mode;
import org.mailmedic.practice.WebIdentity;

/// The handshake on the way itself, with servers that take X25519, and with those that have to be asked once more.
@Timeout(60)
final class FirstHelloTest {
    @TempDir
    private Path folder;

    /// A mail server that agrees to some groups alone, and counts who comes.
    ///
    /// @param most connections that are let in; whoever comes later is hung up on
    private record Server(ServerSocket door, WebIdentity identity, Mode mode, String version, String groups, int most, AtomicInteger came)
            implements Closeable {
        static Server start(Mode mode, String version, String groups, int most) throws Exception {
            var server = new Server(new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1")), new WebIdentity(List.of("127.0.0.1")),
                    mode,
                    version, groups, most, new AtomicInteger());
            Thread.ofVirtual().start(server::serve);
            return server;
        }

        private void serve() {
            while (!door.isClosed()) {
                try (Socket peer = door.accept()) {
                    if (came.incrementAndGet() <= most) {
                        serve(peer);
                    }
                } catch (IOException turnedAway) {
                    // the next one may be luckier
                }
            }
        }

        private void serve(Socket peer) throws IOException {
            if (mode == Mode.PLAIN) {
                say(peer, "220 mail.shop.test");
                var lines = new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.US_ASCII), 1);
                lines.readLine();
                say(peer, "250 STARTTLS");
                lines.readLine();
                say(peer, "220 go ahead");
            }
            try (var tls = (SSLSocket) identity.context().getSocketFactory().createSocket(peer, null, true)) {
                tls.setUseClientMode(false);
                var parameters = tls.getSSLParameters();
                parameters.setNamedGroups(groups.split(" "));
                parameters.setProtocols(new String[] {version});
                tls.setSSLParameters(parameters);
                tls.startHandshake();
                say(tls, mode == Mode.PLAIN ? "250 again" : "220 mail.shop.test");
                tls.getInputStream().read();
            }
        }

        private static void say(Socket peer, String line) throws IOException {
            peer.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private TlsHandshake shakeHands(Server server, Visit visit, Bench bench) throws IOException {
        boolean implicit = server.mode() == Mode.IMPLICIT_TLS;
        if (!implicit) {
            visit.dialogue().reply(bench.step());
            visit.dialogue().command("EHLO [127.0.0.1]", bench.step());
            visit.dialogue().command("STARTTLS", bench.step());
        }
        return new Probes(bench.instruments()).shakeHandsFirst(visit, implicit);
    }

    private Bench bench(Server server) throws Exception {
        return Bench.at(new InetSocketAddress("127.0.0.1", server.door().getLocalPort()), Optional.of(server.identity().root(folder)));
    }

    @ParameterizedTest
    @CsvSource({
        "IMPLICIT_TLS, TLSv1.3, x25519 secp256r1, 1", "PLAIN, TLSv1.3, x25519 secp256r1, 1",
        "IMPLICIT_TLS, TLSv1.3, secp256r1, 2", "PLAIN, TLSv1.3, secp256r1, 2", "PLAIN, TLSv1.3, ffdhe2048, 2",
        "IMPLICIT_TLS, TLSv1.2, secp256r1, 2", "PLAIN, TLSv1.2, secp384r1 secp256r1, 2",
        // in TLS 1.2 the curve of the certificate's key is asked for as well
        "PLAIN, TLSv1.2, x25519 secp256r1, 2"})
    void aServerThatDoesNotTakeX25519IsAskedOnceMore(Mode mode, String version, String groups, int connections) throws Exception {
        try (var server = Server.start(mode, version, groups, 5)) {
            Bench bench = bench(server);
            try (Visit visit = bench.visit(mode)) {
                TlsHandshake handshake = shakeHands(server, visit, bench);
                assertEquals(version, handshake.outcome().seen().orElseThrow().protocol());
                assertTrue(handshake.verified());
                assertEquals(connections, server.came().get());
                assertEquals(connections > 1, handshake.firstHello().isPresent());
                assertEquals(connections > 1, bench.transcript().stream().anyMatch(line -> line.startsWith("asked again")));
                String next = mode == Mode.PLAIN ? "250 again" : "220 mail.shop.test";
                assertEquals(Integer.parseInt(next.substring(0, 3)), visit.dialogue().reply(bench.step()).code(),
                        "the visit goes on there");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"IMPLICIT_TLS", "PLAIN"})
    void whatCannotBeAskedAgainIsNotTheHandshakesFault(Mode mode) throws Exception {
        try (var server = Server.start(mode, "TLSv1.3", "secp256r1", 1)) {
            Bench bench = bench(server);
            try (Visit visit = bench.visit(mode)) {
                TlsHandshake handshake = shakeHands(server, visit, bench);
                assertTrue(handshake.firstHello().isPresent());
                assertEquals(mode == Mode.PLAIN, handshake.outcome().failed(Failure.OTHER), handshake.toString());
                assertFalse(handshake.verified());
            }
        }
    }

    @Test
    void plainWordsInsteadOfTlsAreNotAskedAgain() throws Exception {
        try (var server = Server.start(Mode.PLAIN, "TLSv1.3", "x25519", 5)) {
            Bench bench = bench(server);
            try (Visit visit = bench.visit(Mode.IMPLICIT_TLS)) {
                TlsHandshake handshake = new Probes(bench.instruments()).shakeHandsFirst(visit, true);
                assertTrue(handshake.outcome().failed(Failure.NOT_TLS));
                assertTrue(handshake.firstHello().isEmpty());
                assertEquals(1, server.came().get());
            }
        }
    }
}
