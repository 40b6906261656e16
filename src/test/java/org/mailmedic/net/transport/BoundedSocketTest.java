package org.mailmedic.net.transport;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.net.SystemNetwork;

@Timeout(60)
final class BoundedSocketTest {
    /// Beneath TLS too, where what comes is not yet anything that could be counted otherwise.
    @Test
    void aServerThatNeverEndsIsLeft() throws IOException {
        try (var server = ScriptedServer.start(peer -> {
            String much = "x".repeat(100_000);
            for (;;) {
                peer.say(much);
            }
        })) {
            Deadline deadline = Deadline.in(Duration.ofSeconds(50), System::nanoTime);
            try (Connection link = new SystemNetwork().connect(server.address(), deadline)) {
                link.until(deadline);
                var problem = assertThrows(SocketException.class, () -> readOn(link));
                assertTrue(problem.getMessage().contains("more than any mail server says"), problem.getMessage());
            }
        }
    }

    private static void readOn(Connection link) throws IOException {
        byte[] some = new byte[16_384];
        for (int count = link.read(some); count >= 0; count = link.read(some)) {
            assertTrue(count > 0);
        }
    }
}
