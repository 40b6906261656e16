package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.net.Network;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.Options;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Settings;

/// What several check-ups have in common is looked at once, and nobody mistakes it for fresh.
@Timeout(60)
final class CommonsTest {
    private static final String CONTROL = "203.0.113.77";

    /// Every server refuses, but for the control, which a server on loopback plays.
    private static final class Elsewhere implements Network {
        private final Network system = new SystemNetwork();
        private final InetSocketAddress control;
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final CountDownLatch targets = new CountDownLatch(5);

        private Elsewhere(InetSocketAddress control) {
            this.control = control;
        }

        @Override
        public Connection connect(InetSocketAddress to, Deadline deadline) throws IOException {
            asked.add(to.getHostString() + ":" + to.getPort());
            if (to.getHostString().equals(CONTROL)) {
                return system.connect(control, deadline);
            }
            if (to.getPort() == 587) {
                targets.countDown();
            }
            throw new ConnectException("Connection refused");
        }

        @Override
        public long nanoTime() {
            return system.nanoTime();
        }

        private long controls() {
            return asked.stream().filter(each -> each.equals(CONTROL + ":587")).count();
        }
    }

    private static Options options() {
        return Options.usual().withTimeout(Duration.ofSeconds(5)).withDevice(false)
                .withControls(new Controls(List.of(new Controls.Tcp(CONTROL, 587, true, false)), List.of(), List.of(), List.of()));
    }

    private static List<Map<String, Object>> ofControls(Report report) {
        return report.evidence().stream().filter(facts -> "control".equals(facts.get("role"))).toList();
    }

    @Test
    void controlsAreAskedOnceForMany() throws IOException {
        try (var server = ScriptedServer.saying("220 control.test ESMTP\r\n")) {
            var network = new Elsewhere(server.address());
            Checkup many = Checkups.on(network, Commons.shared());
            Report first = many.run(Settings.of("203.0.113.1"), options(), _ -> { });
            Report second = many.run(Settings.of("203.0.113.2"), options(), _ -> { });
            assertEquals(1, network.controls());
            assertEquals("tcp.refused", first.headline().orElseThrow().code());
            assertEquals("tcp.refused", second.headline().orElseThrow().code());
            assertEquals(ofControls(first).stream().map(facts -> facts.get("id")).toList(),
                    ofControls(second).stream().map(facts -> facts.get("id")).toList());
            assertTrue(ofControls(first).stream().noneMatch(facts -> facts.containsKey("age_ms")));
            assertFalse(ofControls(second).isEmpty());
            assertTrue(ofControls(second).stream().allMatch(facts -> facts.get("age_ms") instanceof Double age && age > 0),
                    ofControls(second)::toString);
            assertTrue(ofControls(second).stream().allMatch(facts -> facts.get("started_ms").equals(0.0)));
        }
    }

    @Test
    void whoIsAloneLooksForItself() throws IOException {
        try (var server = ScriptedServer.saying("220 control.test ESMTP\r\n")) {
            var network = new Elsewhere(server.address());
            Checkup alone = Checkups.on(network, Commons.none());
            alone.run(Settings.of("203.0.113.1"), options(), _ -> { });
            Report second = alone.run(Settings.of("203.0.113.2"), options(), _ -> { });
            assertEquals(2, network.controls());
            assertTrue(ofControls(second).stream().noneMatch(facts -> facts.containsKey("age_ms")));
        }
    }

    @Test
    void whoComesMeanwhileWaitsForTheFirst() throws IOException {
        var all = new AtomicReference<Elsewhere>();
        try (var server = ScriptedServer.start(peer -> {
            all.get().targets.await();
            peer.say("220 control.test ESMTP\r\n");
            peer.untilGone();
        })) {
            var network = new Elsewhere(server.address());
            all.set(network);
            Checkup many = Checkups.on(network, Commons.shared());
            var runs = List.of(1, 2, 3, 4, 5).stream().map(i -> CompletableFuture.supplyAsync(() -> {
                try {
                    return many.run(Settings.of("203.0.113." + i), options(), _ -> { });
                } catch (IOException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }, task -> Thread.ofVirtual().start(task))).toList();
            for (var run : runs) {
                Report report = run.join();
                assertEquals("tcp.refused", report.headline().orElseThrow().code());
                assertTrue(ofControls(report).stream().anyMatch(facts -> "greeting".equals(facts.get("kind"))
                        && "ok".equals(facts.get("status"))));
            }
            assertEquals(1, network.controls());
        }
    }

    @Test
    void aLookThatWasCutOffIsNobodyElses() throws IOException, InterruptedException {
        try (var server = ScriptedServer.start(peer -> {
            peer.anything();
            peer.untilGone();
        })) {
            var network = new Elsewhere(server.address());
            Checkup many = Checkups.on(network, Commons.shared());
            Thread stopped = Thread.ofVirtual().start(() -> {
                try {
                    many.run(Settings.of("203.0.113.1"), options(), _ -> { });
                } catch (IOException impossible) {
                    throw new IllegalStateException(impossible);
                }
            });
            while (network.controls() == 0) {
                Thread.onSpinWait();
            }
            stopped.interrupt();
            stopped.join();
            many.run(Settings.of("203.0.113.2"), options().withTimeout(Duration.ofMillis(500)), _ -> { });
            many.run(Settings.of("203.0.113.3"), options().withTimeout(Duration.ofSeconds(5)), _ -> { });
            assertEquals(3, network.controls());
        }
    }
}
