package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Span;
import org.mailmedic.net.Network;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Settings;

/// What breaks on a thread beside the way is told as ours: never lost, and never taken for the server's silence.
@Timeout(60)
final class OwnBugsTest {
    private static final Options OPTIONS = Options.usual().withTimeout(Duration.ofSeconds(2)).withDevice(false);

    /// Breaks at one port and refuses at all others, or waits before the first answer for whatever the test does meanwhile.
    private record Broken(int port, CountDownLatch before) implements Network {
        private static final Network SYSTEM = new SystemNetwork();

        @Override
        public Connection connect(InetSocketAddress to, Deadline deadline) throws IOException {
            try {
                before.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            if (to.getPort() == port) {
                throw new IllegalStateException("a bug of ours");
            }
            throw new ConnectException("Connection refused");
        }

        @Override
        public long nanoTime() {
            return SYSTEM.nanoTime();
        }
    }

    private static Report report(Network network, InstantSource clock) throws IOException {
        var adviser = new Adviser(Locale.ENGLISH, Adviser.systemName("Linux"), ZoneOffset.UTC, _ -> Optional.empty());
        return new Checkup(network, clock, _ -> new Diagnosis(List.of(), List.of()), adviser, TextBook.open("message", Locale.ENGLISH))
                .run(Settings.of("127.0.0.1").withPort(587), OPTIONS, _ -> { });
    }

    private static List<Map<String, Object>> broken(Report report) {
        return report.evidence().stream().filter(facts -> "defect".equals(facts.get("failure"))).toList();
    }

    @Test
    void aConnectThatBreaksIsNoSilentServer() throws IOException {
        Report report = report(new Broken(587, new CountDownLatch(0)), InstantSource.system());
        assertEquals(List.of("tcp target IllegalStateException"), broken(report).stream()
                .map(facts -> facts.get("kind") + " " + facts.get("role") + " " + facts.get("raw").toString().replaceAll(".*\\.", ""))
                .toList());
        assertEquals(Report.Outcome.INCONCLUSIVE, report.outcome());
    }

    @Test
    void aPulseThatBreaksIsADefect() throws IOException {
        var pulse = new CompletableFuture<Thread>();
        InstantSource clock = () -> {
            if (Thread.currentThread().getName().equals("pulse")) {
                pulse.complete(Thread.currentThread());
                throw new IllegalStateException("a bug of ours");
            }
            return Instant.EPOCH;
        };
        var ended = new CountDownLatch(1);
        pulse.thenAcceptAsync(thread -> {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            ended.countDown();
        });
        Report report = report(new Broken(0, ended), clock);
        assertEquals(List.of("pulse"), broken(report).stream().map(facts -> facts.get("probe")).toList());
    }

    @Test
    void whatBreaksBesideIsKeptOnce() {
        var recorder = new Recorder(_ -> { }, evidence -> evidence);
        var span = new Span(0, 1);
        recorder.broke("name-lookup", Stage.DNS, span, new IllegalStateException());
        recorder.broke("name-lookup", Stage.DNS, span, new IllegalStateException());
        assertEquals(List.of("defect-name-lookup"), recorder.evidence().stream().map(Evidence::id).toList());
    }

    @Test
    void aTaskTellsWhatEndedIt() throws InterruptedException {
        var told = new ArrayList<Throwable>();
        var over = new CountDownLatch(1);
        var bug = new StackOverflowError();
        try (var workers = new Workers(Workers.VIRTUAL)) {
            workers.start(() -> {
                throw bug;
            }, broke -> {
                told.add(broke);
                over.countDown();
            });
            over.await();
        }
        assertSame(bug, told.getFirst());
    }

    @Test
    void aListenerThatBreaksAtTheEndIsHeardOf() {
        List<Throwable> heard = new ArrayList<>();
        var bug = new IllegalStateException("a bug of ours");
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((_, fault) -> heard.add(fault));
        try {
            var running = new Running(() -> { });
            running.whenOver((_, _) -> {
                throw bug;
            });
            assertTrue(running.report().completeExceptionally(new IllegalArgumentException()));
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(bug), heard);
    }
}
