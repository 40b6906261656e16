package org.mailmedic.net.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.practice.WebIdentity;

/// What a server is told of the name that was asked for (RFC 6066 §3): a name with a dot, and never an address.
@Timeout(60)
final class ServerNameTest {
    @ParameterizedTest
    @CsvSource({"mail.shop.test, false, mail.shop.test", "xn--kse-qla.test, false, xn--kse-qla.test", "localhost, false, ''",
        "127.0.0.1, true, ''"})
    void theServerIsToldTheName(String host, boolean literal, String told) throws Exception {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        var identity = new WebIdentity(List.of(host));
        try (var server = (SSLServerSocket) identity.context().getServerSocketFactory().createServerSocket(0, 1, here)) {
            var heard = CompletableFuture.supplyAsync(() -> asked(server));
            Deadline deadline = Deadline.in(Duration.ofSeconds(20), System::nanoTime);
            try (Connection link = new SystemNetwork().connect(new InetSocketAddress(here, server.getLocalPort()), deadline)) {
                var dialogue = new SmtpDialogue(link, new Transcript(System::nanoTime, 0));
                var judge = new TrustJudge(TrustStores.with(Optional.empty()), false);
                var look = new TlsInspector(judge, Instant::now).handshake(dialogue, host, literal, deadline);
                assertTrue(look.outcome().seen().isPresent(), look::toString);
            }
            assertEquals(told, heard.join());
        }
    }

    private static String asked(SSLServerSocket server) {
        try (var client = (SSLSocket) server.accept()) {
            client.startHandshake();
            var names = ((ExtendedSSLSession) client.getSession()).getRequestedServerNames();
            return names.isEmpty() ? "" : new String(names.getFirst().getEncoded(), StandardCharsets.US_ASCII);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
