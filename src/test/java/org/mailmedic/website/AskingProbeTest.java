package org.mailmedic.website;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.web.BoundedDocument;
import org.mailmedic.website.AskingProbe.Answer;

final class AskingProbeTest {
    private static final String KEY = "k".repeat(43);

    /// A web server on loopback that answers each request with a text of the test's choice.
    private record Web(ServerSocket socket, List<String> heard) implements AutoCloseable {
        static Web answering(Function<Integer, String> answer) throws IOException {
            var web = new Web(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), new CopyOnWriteArrayList<>());
            Thread.ofVirtual().start(() -> web.serve(answer));
            return web;
        }

        private void serve(Function<Integer, String> answer) {
            while (!socket.isClosed()) {
                try (var guest = socket.accept()) {
                    heard.add(head(guest.getInputStream()));
                    guest.getOutputStream().write(answer.apply(heard.size()).getBytes(StandardCharsets.UTF_8));
                } catch (IOException over) {
                    // the guest had enough, or the test has ended
                }
            }
        }

        private static String head(InputStream in) throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                head.append((char) next);
            }
            return head.toString();
        }

        int port() {
            return socket.getLocalPort();
        }

        Answer ask() throws IOException {
            URI address = AskingProbe.address("http://127.0.0.1:" + port() + "/probe.php", KEY).orElseThrow();
            return AskingProbe.usual(Authorities.with(Optional.empty()), InstantSource.system()).ask(address);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String page(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void theKeyTravelsBehindTheAddressAndNothingElseDoes() throws IOException {
        try (var web = Web.answering(_ -> page("200 OK", "", "{}"))) {
            var came = assertInstanceOf(Answer.Came.class, web.ask());
            assertEquals("{}", new String(came.body(), StandardCharsets.UTF_8));
            assertEquals(1, web.heard().size());
            assertTrue(web.heard().getFirst().startsWith("GET /probe.php?k=" + KEY + " HTTP/1.1\r\n"), web.heard().getFirst());
        }
    }

    @Test
    void aNameWithAnUnderscoreIsAsked() throws IOException {
        try (var web = Web.answering(_ -> page("200 OK", "", "{}"))) {
            var network = new SystemNetwork();
            var document = new BoundedDocument(network, (host, _) -> host.equals("my_shop.example")
                    ? List.of(InetAddress.getLoopbackAddress()) : List.of(),
                    new TlsInspector(new TrustJudge(TrustStores.with(Optional.empty()), false), InstantSource.system()::instant));
            URI address = AskingProbe.address("http://my_shop.example:" + web.port() + "/p.php", KEY).orElseThrow();
            assertInstanceOf(Answer.Came.class, new AskingProbe(document.ofOneHost(1000), network).ask(address));
            assertTrue(web.heard().getFirst().contains("\r\nHost: my_shop.example:" + web.port() + "\r\n"), web.heard().getFirst());
        }
    }

    @Test
    void otherAnswersAreTold() throws IOException {
        try (var web = Web.answering(n -> page(n == 1 ? "404 Not Found" : "500 Internal Server Error", "", "x"))) {
            assertInstanceOf(Answer.NotThere.class, web.ask());
            assertEquals(new Answer.Other(500), web.ask());
        }
        try (var web = Web.answering(_ -> "SSH-2.0-x\r\n")) {
            assertInstanceOf(Answer.NoAnswer.class, web.ask());
        }
    }

    @Test
    void theFilesOwnRefusalIsToldFromTheWebServers() throws IOException {
        String template;
        try (var in = AskingProbe.class.getResourceAsStream("probe.php.txt")) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var said = Pattern.compile("echo \"(<!DOCTYPE.*404.*)\";").matcher(template);
        assertTrue(said.find());
        String own = said.group(1).replace("\\n", "\n");
        try (var web = Web.answering(n -> page("404 Not Found", "", n == 1 ? own : own.replace("Found</h1>", "Found</h1><hr>nginx")))) {
            assertInstanceOf(Answer.TurnedAway.class, web.ask());
            assertInstanceOf(Answer.NotThere.class, web.ask());
        }
    }

    @Test
    void anotherHostIsNotFollowed() throws IOException {
        try (var other = Web.answering(_ -> page("200 OK", "", "{}"));
                var web = Web.answering(_ -> page("302 Found", "Location: http://localhost:" + other.port() + "/\r\n", ""))) {
            assertInstanceOf(Answer.NoAnswer.class, web.ask());
            assertEquals(List.of(), other.heard());
        }
    }

    @Test
    void neitherIsPlainHttpAfterARedirection() throws IOException {
        try (var web = Web.answering(_ -> page("301 Moved", "Location: /other.php\r\n", ""))) {
            assertInstanceOf(Answer.NoAnswer.class, web.ask());
            assertEquals(1, web.heard().size());
        }
    }

    @Test
    void moreThanAnyResultIsNotTaken() throws IOException {
        try (var web = Web.answering(_ -> "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(TestimonyReader.LARGEST + 1))) {
            assertInstanceOf(Answer.NoAnswer.class, web.ask());
        }
        try (var web = Web.answering(_ -> page("200 OK", "", "x".repeat(TestimonyReader.LARGEST)))) {
            assertInstanceOf(Answer.Came.class, web.ask());
        }
    }

    @Test
    void onlyAddressesOfWebsitesAreAsked() {
        assertEquals("https://shop.example/a/p.php?k=" + KEY, AskingProbe.address(" https://shop.example/a/p.php?x=1#y ", KEY).orElseThrow()
                .toString());
        assertEquals("http://shop.example:8080/?k=" + KEY, AskingProbe.address("http://shop.example:8080", KEY).orElseThrow().toString());
        assertEquals("http://xn--mller-kva.example/%C3%A4/p.php?k=" + KEY, AskingProbe.address("http://müller.example/ä/p.php", KEY)
                .orElseThrow().toString());
        assertEquals("https://my_shop.example:8443/p.php?k=" + KEY, AskingProbe.address("https://my_shop.example:8443/p.php", KEY)
                .orElseThrow().toString());
        assertEquals("https://[2001:db8::1]/?k=" + KEY, AskingProbe.address("https://[2001:db8::1]", KEY).orElseThrow().toString());
        for (String wrong : List.of("shop.example", "ftp://shop.example/", "file:///etc/passwd", "https://anna:secret@shop.example/",
                "https:///x",
                "", "javascript:alert(1)", "https://shop example/",
                "https://shop.example:99999999/", "https://shop.example\\@evil.example/", "https://[2001:db8::1/", "https://a..example/",
                "https://shop.example:80:90/")) {
            assertEquals(Optional.empty(), AskingProbe.address(wrong, KEY), wrong);
        }
        for (String wrong : List.of("", " ", "k".repeat(201), "k&host=x", "k\r\nX: y", "k y", "k#", "%00")) {
            assertEquals(Optional.empty(), AskingProbe.address("https://shop.example/", wrong), wrong);
        }
    }
}
