package org.mailmedic.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailmedic.net.Network;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.plan.Route;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.settings.Settings;

/// A bench with one server on it and everything that a probe works with.
final class Bench {
    static final Duration AMPLE = Duration.ofSeconds(20);

    private final InetSocketAddress server;
    private final Instruments instruments;

    private Bench(InetSocketAddress server, Settings settings, Optional<Path> trust, Duration step) {
        this(server, settings, trust, step, new SystemNetwork());
    }

    private Bench(InetSocketAddress server, Settings settings, Optional<Path> trust, Duration step, Network network) {
        this.server = server;
        Plan plan = new Planner().plan(settings, Options.usual().withTimeout(step));
        long began = network.nanoTime();
        instruments = new Instruments(settings, plan, network, () -> new TlsInspector(judge(trust), Instant::now),
                new Transcript(System::nanoTime, began), began);
    }

    private static TrustJudge judge(Optional<Path> trust) {
        try {
            return new TrustJudge(TrustStores.with(trust), false);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static Bench with(ScriptedServer server, Duration step) {
        return new Bench(server.address(), Settings.of("127.0.0.1").withPort(server.port()), Optional.empty(), step);
    }

    static Bench with(ScriptedServer server, Settings settings) {
        return new Bench(server.address(), settings.withPort(server.port()), Optional.empty(), AMPLE);
    }

    /// On a computer that takes an hour to answer a challenge.
    static Bench withSlowAnswers(ScriptedServer server, Settings settings) {
        return new Bench(server.address(), settings.withPort(server.port()), Optional.empty(), AMPLE, new SlowAtAnswers());
    }

    static Bench with(ScriptedServer server) {
        return with(server, AMPLE);
    }

    static Bench at(InetSocketAddress address, Duration step) {
        return new Bench(address, Settings.of("127.0.0.1").withPort(address.getPort()), Optional.empty(), step);
    }

    static Bench at(InetSocketAddress address, Optional<Path> trust) {
        return new Bench(address, Settings.of("127.0.0.1").withPort(address.getPort()), trust, AMPLE);
    }

    /// At the port with TLS from the first byte.
    static Bench with(PracticeServer server, Path folder) throws IOException {
        Path authority = Files.writeString(folder.resolve("authority.pem"), server.authorityPem());
        return new Bench(new InetSocketAddress("127.0.0.1", server.tlsPort()), Settings.of("127.0.0.1").withPort(server.tlsPort()),
                Optional.of(authority), AMPLE);
    }

    Instruments instruments() {
        return instruments;
    }

    Route route(Mode mode) {
        return new Route(Route.Role.TARGET, "127.0.0.1", server.getAddress(), server.getPort(), mode);
    }

    Deadline step() {
        return instruments.step();
    }

    /// Connected, nothing said yet.
    Visit visit() {
        return visit(Mode.PLAIN);
    }

    Visit visit(Mode mode) {
        return new ConnectProbe(instruments).open(route(mode), instruments.transcript(), step()).visit().orElseThrow();
    }

    /// Greeted as well.
    Visit greeted() throws IOException {
        Visit visit = visit();
        visit.dialogue().reply(step());
        return visit;
    }

    List<String> transcript() {
        return instruments.transcript().entries().stream().map(Transcript.Entry::line).toList();
    }

    /// Its clock goes on by an hour between the two looks that the sign-in takes at it around its own computing.
    private static final class SlowAtAnswers implements Network {
        private final Network real = new SystemNetwork();
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public Connection connect(InetSocketAddress address, Deadline deadline) throws IOException {
            return real.connect(address, deadline);
        }

        @Override
        public long nanoTime() {
            boolean aroundComputing = StackWalker.getInstance().walk(frames -> frames.anyMatch(frame -> frame.getMethodName()
                    .equals("now"))) && StackWalker.getInstance().walk(frames -> frames.anyMatch(frame -> frame.getMethodName()
                            .equals("converse")));
            int seen = aroundComputing ? looks.incrementAndGet() : looks.get();
            return real.nanoTime() + (seen > 1 ? Duration.ofHours(1).toNanos() : 0);
        }
    }
}
