package org.mailmedic.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.web.BoundedDocument.Lookup;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;
import org.mailmedic.settings.Security;

final class PortGuessSourceTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Lookup EVERYWHERE = (_, _) -> List.of(LOOPBACK);

    @TempDir
    private Path folder;

    private Look knock(PracticeServer server, Lookup lookup) throws IOException {
        Path root = Files.writeString(folder.resolve("root.pem"), server.authorityPem());
        return knock(lookup, new PortGuessSource.Ports(server.tlsPort(), server.plainPort()), Optional.of(root), Duration.ofSeconds(20));
    }

    private static Look knock(Lookup lookup, PortGuessSource.Ports ports, Optional<Path> trust, Duration patience) throws IOException {
        var network = new SystemNetwork();
        var tls = new TlsInspector(new TrustJudge(TrustStores.with(trust), false), Instant::now);
        return new PortGuessSource(network, lookup, tls, ports).look(People.ANNA, Deadline.in(patience, network::nanoTime));
    }

    @Test
    void findsBothDoorsAndNeverSignsIn() throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy").orElseThrow(), PracticeOptions.defaults()
                .withNames(List.of("smtp.shop.example")))) {
            Look look = knock(server, EVERYWHERE);
            assertEquals(List.of(new Candidate("smtp.shop.example", server.tlsPort(), Security.TLS, "anna@shop.example", Origin.GUESS,
                    false, false),
                    new Candidate("smtp.shop.example", server.plainPort(), Security.STARTTLS, "anna@shop.example", Origin.GUESS, false,
                            false)), look.found());
            assertEquals(2, server.connections());
            assertEquals(0, server.signInAttempts());
        }
    }

    @Test
    void onSharedHostingTheCertificateNamesTheServer() throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy").orElseThrow(), PracticeOptions.defaults()
                .withNames(List.of("srv7.hoster.example")))) {
            Lookup lookup = (host, _) -> host.endsWith(".example") ? List.of(LOOPBACK) : List.of();
            Candidate best = knock(server, lookup).found().getFirst();
            assertEquals("srv7.hoster.example", best.host());
            assertTrue(best.confirm());
        }
    }

    @Test
    void aNameInTheCertificateThatLeadsElsewhereIsNotTaken() throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy").orElseThrow(), PracticeOptions.defaults()
                .withNames(List.of("srv7.hoster.example")))) {
            Lookup lookup = (host, _) -> host.endsWith("shop.example") ? List.of(LOOPBACK) : List.of();
            assertEquals("smtp.shop.example", knock(server, lookup).found().getFirst().host());
        }
    }

    @Test
    void theNextNameWhenThereIsNoSmtp() throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy").orElseThrow(), PracticeOptions.defaults()
                .withNames(List.of("mail.shop.example")))) {
            Lookup lookup = (host, _) -> host.equals("mail.shop.example") ? List.of(LOOPBACK) : List.of();
            assertEquals("mail.shop.example", knock(server, lookup).found().getFirst().host());
        }
    }

    @Test
    void nobodyHomeAndSilence() throws IOException {
        try (var silent = new ServerSocket(0, 10, LOOPBACK)) {
            assertEquals(new Look.Nothing(), knock((_, _) -> List.of(), PortGuessSource.Ports.USUAL, Optional.empty(),
                    Duration.ofSeconds(5)));
            long start = System.nanoTime();
            assertEquals(new Look.Nothing(), knock(EVERYWHERE, new PortGuessSource.Ports(silent.getLocalPort(), silent.getLocalPort()),
                    Optional.empty(), Duration.ofMillis(600)));
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
        }
    }

    @Test
    void aServerThatRefusesToGreetIsNone() throws IOException {
        try (var server = PracticeServer.start(Faults.find("greeting-554").orElseThrow(), PracticeOptions.defaults()
                .withNames(List.of("smtp.shop.example")))) {
            assertEquals(new Look.Nothing(), knock(server, EVERYWHERE));
        }
    }
}
