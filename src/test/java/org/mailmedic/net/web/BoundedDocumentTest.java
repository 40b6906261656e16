package org.mailmedic.net.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.TinyWeb;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.web.BoundedDocument.Document;
import org.mailmedic.practice.WebIdentity;

final class BoundedDocumentTest {
    private static final WebIdentity IDENTITY = new WebIdentity(List.of("web.test"));

    @TempDir
    private static Path folder;
    private static TlsInspector tls;

    @BeforeAll
    static void trust() throws IOException {
        tls = new TlsInspector(new TrustJudge(TrustStores.with(Optional.of(IDENTITY.root(folder))), false), Instant::now);
    }

    private static Document get(TinyWeb web, String url, Duration patience) throws IOException {
        var network = new SystemNetwork();
        var document = new BoundedDocument(network, (_, _) -> List.of(InetAddress.ofLiteral("127.0.0.1")), tls);
        return document.get(URI.create(url.replace("PORT", Integer.toString(web.port()))), Deadline.in(patience, network::nanoTime));
    }

    private static Document over(Function<String, String> answers) throws IOException {
        try (var web = TinyWeb.start(IDENTITY.context(), answers)) {
            return get(web, "https://web.test:PORT/page", Duration.ofSeconds(10));
        }
    }

    private static String body(Document document) {
        return new String(document.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aBodyOfKnownLengthInChunksAndUntilTheEnd() throws IOException {
        assertEquals("hello", body(over(_ -> TinyWeb.page("hello"))));
        assertEquals("hello world", body(over(_ ->
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n")));
        assertEquals("hello", body(over(_ -> "HTTP/1.0 200 OK\n\nhello")));
        assertEquals(404, over(_ -> TinyWeb.missing()).status());
    }

    @Test
    void followsARedirectionWithinTls() throws IOException {
        Document document = over(path -> path.equals("/page") ? "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n"
                : TinyWeb.page("moved"));
        assertEquals("moved", body(document));
        assertTrue(document.secure());
    }

    @Test
    void doesNotFollowOutOfTlsNorForEver() {
        assertThrows(IOException.class, () ->
                over(_ -> "HTTP/1.1 301 Moved\r\nLocation: http://web.test/page\r\nContent-Length: 0\r\n\r\n"));
        assertThrows(IOException.class, () -> over(_ -> "HTTP/1.1 301 Moved\r\nLocation: /page\r\nContent-Length: 0\r\n\r\n"));
        assertThrows(IOException.class, () -> over(_ -> "HTTP/1.1 301 Moved\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"));
        assertThrows(IOException.class, () -> over(_ -> "HTTP/1.1 301 Moved\r\nLocation: ht tp:\r\nContent-Length: 0\r\n\r\n"));
    }

    @Test
    void takesNothingWithoutEndOrSense() {
        for (String answer : List.of("SSH-2.0-OpenSSH\r\n\r\n", "", "HTTP/1.1 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel", "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
                "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(200) + "\r\n", "HTTP/1.1 200 OK\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
                        "HTTP/1.1 200 OK\r\n\r\n" + "y".repeat(300_000))) {
            assertThrows(IOException.class, () -> over(_ -> answer), answer.substring(0, Math.min(60, answer.length())));
        }
    }

    /// Who redirects shall not choose which doors of this network are knocked at.
    @Test
    void doesNotFollowToOtherPortsOrIntoThisNetwork() {
        for (String elsewhere : List.of("https://127.0.0.1:9200/", "https://web.test:9200/", "https://169.254.169.254/",
                "https://inside.test/", "https://[::1]/")) {
            var refused = assertThrows(IOException.class, () -> over(path -> path.equals("/page")
                    ? "HTTP/1.1 302 Found\r\nLocation: " + elsewhere + "\r\nContent-Length: 0\r\n\r\n" : TinyWeb.page("inside")),
                    elsewhere);
            assertTrue(Set.of("elsewhere", "inside").contains(UnfetchedException.why(refused)), elsewhere + ": " + refused.getMessage());
        }
    }

    @Test
    void aServerThatStaysSilentCostsNoMoreThanTheDeadline() throws IOException {
        try (var web = TinyWeb.start(IDENTITY.context(), _ -> null)) {
            long start = System.nanoTime();
            assertThrows(IOException.class, () -> get(web, "https://web.test:PORT/", Duration.ofMillis(500)));
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
        }
    }

    @Test
    void theCertificateHasToProveTheHost() throws IOException {
        try (var web = TinyWeb.start(IDENTITY.context(), _ -> TinyWeb.page("hello"))) {
            assertThrows(IOException.class, () -> get(web, "https://other.test:PORT/", Duration.ofSeconds(10)));
        }
        try (var web = TinyWeb.start(new WebIdentity(List.of("web.test")).context(), _ -> TinyWeb.page("hello"))) {
            assertThrows(IOException.class, () -> get(web, "https://web.test:PORT/", Duration.ofSeconds(10)));
        }
    }

    @Test
    void withoutTlsOnlyWhereItIsAskedForAndThenItSaysSo() throws IOException {
        try (var web = TinyWeb.start(null, _ -> TinyWeb.page("hello"))) {
            Document document = get(web, "http://web.test:PORT/", Duration.ofSeconds(10));
            assertEquals("hello", body(document));
            assertFalse(document.secure());
            assertThrows(IOException.class, () -> get(web, "https://web.test:PORT/", Duration.ofSeconds(10)));
        }
    }

    @Test
    void aHostWithoutAddressesIsNotAsked() {
        var network = new SystemNetwork();
        var document = new BoundedDocument(network, (_, _) -> List.of(), tls);
        assertThrows(IOException.class, () -> document.get(URI.create("https://web.test/"), Deadline.in(Duration.ofSeconds(1),
                network::nanoTime)));
    }
}
