package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailmedic.real.RealMailHost.Door;

/// The servers that everything else here is measured against, seen with a foreign program.
@Tag("real")
final class RealMailHostTest {
    private static final String ADDRESS = "203.0.113.25";

    @Test
    void aForeignProgramSignsInAndItsMessageIsDelivered() throws IOException {
        try (var folder = Workshop.open(); var network = Namespace.create("host")) {
            network.address(ADDRESS);
            var identity = TestAuthority.create(folder.resolve("certificates")).identity("mail.shop.test");
            try (var host = new RealMailHost(network, folder.resolve("host"), "shop.test", Map.of("anna", "secret", "bert", "other"))) {
                host.door(ADDRESS, Door.RELAY, identity).door(ADDRESS, Door.SUBMISSION, identity).door(ADDRESS, Door.SUBMISSIONS, identity)
                        .start();
                for (var port : List.of(List.of("587", "-tls"), List.of("465", "-tlsc"))) {
                    for (var mechanism : List.of("PLAIN", "LOGIN", "CRAM-MD5")) {
                        var sent = swaks(network, port, "--auth", mechanism, "--auth-password", "secret").run();
                        assertEquals(0, sent.code(), () -> sent.out() + sent.err() + host.log());
                    }
                }
                assertEquals(28, swaks(network, List.of("587", "-tls"), "--auth", "PLAIN", "--auth-password", "wrong").run().code(),
                        "refused sign-in");
                host.settle();
                assertEquals(6, host.messages("bert").size(), host::log);
                assertTrue(host.messages("anna").isEmpty());
            }
        }
    }

    private static Command swaks(Namespace network, List<String> port, String... more) {
        var words = new ArrayList<Object>(List.of("swaks", "--server", ADDRESS, "--port", port.getFirst(), port.getLast(),
            "--auth-user", "anna@shop.test", "--from", "anna@shop.test", "--to", "bert@shop.test", "--helo", "client.test"));
        words.addAll(List.of(more));
        return network.command(words.toArray());
    }
}
