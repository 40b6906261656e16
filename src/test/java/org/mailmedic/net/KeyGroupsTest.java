package org.mailmedic.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.practice.WebIdentity;

/// Servers that agree to one group for the key exchange alone; for a group without a key in the ClientHello they ask (RFC 8446 §4.1.4).
@Timeout(60)
final class KeyGroupsTest {
    private static final String HOST = "mail.shop.test";
    private static final int QUEUE = 1;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, x25519", "TLSv1.3, secp256r1", "TLSv1.3, secp384r1", "TLSv1.3, secp521r1", "TLSv1.3, ffdhe2048",
        // in TLS 1.2 the group of the certificate's own key has to be among them
        "TLSv1.2, x25519 secp256r1", "TLSv1.2, secp256r1", "TLSv1.2, secp384r1 secp256r1"})
    void eachOfTheUsualGroupsIsEnough(String version, String groups) throws Exception {
        var identity = new WebIdentity(List.of(HOST));
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        try (var server = (SSLServerSocket) identity.context().getServerSocketFactory().createServerSocket(0, QUEUE, here)) {
            var parameters = server.getSSLParameters();
            parameters.setNamedGroups(groups.split(" "));
            parameters.setProtocols(new String[] {version});
            server.setSSLParameters(parameters);
            var greeted = CompletableFuture.runAsync(() -> greet(server));
            Deadline deadline = Deadline.in(Duration.ofSeconds(20), System::nanoTime);
            try (Connection link = new SystemNetwork().connect(new InetSocketAddress(here, server.getLocalPort()), deadline)) {
                var dialogue = new SmtpDialogue(link, new Transcript(System::nanoTime, 0));
                var judge = new TrustJudge(TrustStores.with(Optional.of(identity.root(folder))), false);
                var look = new TlsInspector(judge, Instant::now).handshake(dialogue, HOST, false, deadline);
                assertEquals(version, look.outcome().seen().orElseThrow().protocol());
                assertTrue(look.certificate().orElseThrow().verified());
                assertEquals(220, dialogue.reply(deadline).code());
            }
            greeted.join();
        }
    }

    private static void greet(SSLServerSocket server) {
        try (var client = (SSLSocket) server.accept()) {
            client.getOutputStream().write("220 mail.shop.test\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().read();
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }
}
