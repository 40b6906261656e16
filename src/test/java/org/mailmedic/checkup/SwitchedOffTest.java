package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.plan.Options;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// What the person has switched off is not done, and the report says so.
@Timeout(60)
final class SwitchedOffTest {
    private static final Set<String> COMMANDS = Set.of("firewall", "protection");

    @Test
    void commandsOfThisDevice() throws Exception {
        List<Map<String, Object>> off = commands(report(Options.usual().withDevice(false)));
        assertTrue(off.size() >= 2, "the firewall and the programs");
        off.forEach(fact -> {
            assertEquals("skipped", fact.get("status"));
            assertEquals("switched_off", fact.get("because"));
        });
        List<Map<String, Object>> on = commands(report(Options.usual()));
        assertEquals(off.size(), on.size());
        on.forEach(fact -> assertFalse("skipped".equals(fact.get("status")), fact.toString()));
    }

    private static List<Map<String, Object>> commands(Report report) {
        return report.evidence().stream().filter(fact -> COMMANDS.contains(fact.get("kind"))).toList();
    }

    /// A door that is shut, so that the surroundings are looked at.
    private static Report report(Options options) throws Exception {
        int shut;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            shut = socket.getLocalPort();
        } catch (IOException full) {
            throw new AssertionError(full);
        }
        return Checkups.on(new SystemNetwork()).start(Settings.of("127.0.0.1").withPort(shut).withSecurity(Security.NONE),
                options.withTimeout(Duration.ofSeconds(3)), _ -> { }).report().get(30, TimeUnit.SECONDS);
    }
}
