package org.mailmedic.maildomain.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.transport.MailServers.Reach;
import org.mailmedic.net.Network;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;

/// A server without encryption is one thing, a line that answers in its place another.
final class SmtpServersTest {
    private static final FakeZone ZONE = FakeZone.empty().address("mx.example.org", "198.51.100.25");

    /// A line on which port 25 leads to one server on this computer, for the addresses given.
    private record Line(InetSocketAddress server, List<String> open, List<String> knocked) implements Network {
        @Override
        public Connection connect(InetSocketAddress to, Deadline deadline) throws IOException {
            knocked.add(to.getAddress().getHostAddress());
            if (!open.contains(to.getAddress().getHostAddress())) {
                throw new ConnectException("Connection refused");
            }
            return new SystemNetwork().connect(server, deadline);
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }

    private static void talk(ServerSocket door, String offers) {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII));
                guest.getOutputStream().write("220 mx.example.org ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String reply = line.startsWith("EHLO") ? "250-mx.example.org\r\n250 " + offers + "\r\n" : "221 Bye\r\n";
                    guest.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException gone) {
                // the next one
            }
        }
    }

    private static Reach reach(String offers, List<String> knocked, String... open) {
        try (var door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> talk(door, offers));
            var line = new Line(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort()), List.of(open), knocked);
            var tls = new TlsInspector(new TrustJudge(TrustStores.with(Optional.empty()), false), Instant::now);
            return new SmtpServers(line, ZONE, tls, Duration.ofSeconds(20)).greet("mx.example.org").reach();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Reach reach(String offers, String... open) {
        return reach(offers, new ArrayList<>(), open);
    }

    @Test
    void aServerThatOffersNothingIsToldSo() {
        List<String> knocked = new ArrayList<>();
        assertEquals(Reach.WITHOUT_TLS, reach("SIZE 1000000", knocked, "198.51.100.25"));
        assertEquals(List.of("198.51.100.25", "192.0.2.1"), knocked);
    }

    @Test
    void aLineThatAnswersForEverybodySaysNothingAboutTheServer() {
        assertEquals(Reach.NOT_REACHED, reach("SIZE 1000000", "198.51.100.25", "192.0.2.1"));
    }

    @Test
    void whatAFirewallWroteOverIsNoOffer() {
        assertEquals(Reach.NOT_REACHED, reach("XXXXXXXA", "198.51.100.25"));
    }

    @Test
    void whoIsNotThereIsNotAskedTwice() {
        List<String> knocked = new ArrayList<>();
        assertEquals(Reach.NOT_REACHED, reach("SIZE 1000000", knocked));
        assertEquals(List.of("198.51.100.25"), knocked);
    }
}
