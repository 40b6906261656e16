package org.mailmedic.checkup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Discovery;
import org.mailmedic.discover.Origin;
import org.mailmedic.discover.Person;
import org.mailmedic.discover.Sources;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.dns.DnsRecords;
import org.mailmedic.net.dns.Resolvers;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.web.BoundedDocument;
import org.mailmedic.provider.ProviderBook;

/// Looks for the settings of an address with this computer's network, and owns the threads of the search.
public final class Discoverer {
    private final ProviderBook book;

    public Discoverer(ProviderBook book) {
        this.book = book;
    }

    /// How the search is done.
    ///
    /// @param asked     the sources that may be asked; the book always is
    /// @param resolvers DNS servers asked in place of the system's, for hosts too; empty means the system's
    /// @param ispdb     the base address of Mozilla's database, or of one's own copy
    /// @param trust     a PEM file with extra authorities to trust
    /// @param budget    for everything together
    public record Manner(Set<Origin> asked, List<InetSocketAddress> resolvers, URI ispdb, Optional<Path> trust, Duration budget) {
        public Manner {
            asked = Set.copyOf(asked);
            resolvers = List.copyOf(resolvers);
        }

        public static Manner usual() {
            return new Manner(EnumSet.allOf(Origin.class), List.of(), Sources.MOZILLA, Optional.empty(), Sources.USUAL_BUDGET);
        }

        /// The usual manner with these sources alone.
        public static Manner asking(Set<Origin> these) {
            return new Manner(these, List.of(), Sources.MOZILLA, Optional.empty(), Sources.USUAL_BUDGET);
        }
    }

    /// What the book alone says: no network, no thread, fit for every key that is typed.
    public Discovered offline(Person person) {
        return Discovery.offline(book, person, System::nanoTime);
    }

    /// @param listener hears of each answer as it comes, on the calling thread
    /// @throws IOException when the extra authorities cannot be read
    public Discovered discover(Person person, Manner manner, Consumer<Discovered.Answer> listener) throws IOException,
            InterruptedException {
        return with(manner, discovery -> discovery.run(person, manner.budget(), listener));
    }

    /// Starts a search and returns at once.
    ///
    /// @param listener hears what is known so far, and at last everything, on the thread of the search
    /// @param ended    called on that thread as the last of all, also when the search was cancelled or broke
    public Search start(Person person, Manner manner, Consumer<Discovered> listener, Runnable ended) {
        Thread thread = Thread.ofPlatform().daemon().name("discovery").unstarted(() -> {
            try {
                listener.accept(with(manner, discovery -> discovery.follow(person, manner.budget(), listener)));
            } catch (InterruptedException cancelled) {
                // whoever cancelled does not wait for an answer
            } catch (IOException | RuntimeException broke) {
                System.getLogger(Discoverer.class.getName())
                        .log(System.Logger.Level.WARNING, "the search for settings broke: " + broke.getClass().getName());
            } finally {
                ended.run();
            }
        });
        thread.start();
        return thread::interrupt;
    }

    /// A search under way.
    @FunctionalInterface
    public interface Search {
        /// Ends it at once, its connections included; from any thread; harmless when it is over.
        void cancel();
    }

    private interface Use {
        Discovered of(Discovery discovery) throws InterruptedException;
    }

    private Discovered with(Manner manner, Use use) throws IOException, InterruptedException {
        var tls = new TlsInspector(new TrustJudge(TrustStores.with(manner.trust()), false), Instant::now);
        boolean offline = manner.asked().stream().allMatch(origin -> origin == Origin.LIST);
        List<InetSocketAddress> servers = offline ? List.of() : manner.resolvers().isEmpty() ? Resolvers.configured()
                : manner.resolvers();
        try (var connections = new RunNetwork(new SystemNetwork()); var workers = new Workers(Workers.PLATFORM)) {
            BoundedDocument.Lookup lookup = manner.resolvers().isEmpty() ? (host, deadline) -> system(workers, host, deadline)
                    : new DnsRecords(servers)::addresses;
            Sources sources = Sources.usual(servers, lookup).withIspdb(manner.ispdb()).asking(manner.asked());
            return use.of(sources.discovery(book, connections, tls, workers::run));
        }
    }

    /// The system's own lookup has no deadline: it gets a thread that can be left behind.
    private static List<InetAddress> system(Workers workers, String host, Deadline deadline) throws IOException {
        try {
            return workers.startNative("name-lookup", () -> Resolvers.system(host)).get(deadline.remaining().toMillis(),
                    TimeUnit.MILLISECONDS)
                    .seen().map(Answer::addresses).orElse(List.of());
        } catch (TimeoutException silent) {
            throw new IOException("the name lookup gave no answer in time", silent);
        } catch (ExecutionException bug) {
            throw new IOException("the name lookup broke", bug);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new IOException("cancelled", cancelled);
        }
    }
}
