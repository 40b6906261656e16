package org.mailmedic.checkup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Discovery;
import org.mailmedic.discover.Person;
import org.mailmedic.discover.Sources;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.net.Deadline;
import org.mailmedic.net.DnsRecords;
import org.mailmedic.net.Resolvers;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.TlsInspector;
import org.mailmedic.net.TrustJudge;
import org.mailmedic.net.TrustStores;
import org.mailmedic.net.WebDocument;
import org.mailmedic.provider.ProviderBook;

/// Looks for the settings of an address with this computer's network, and owns the threads of the search.
public final class Discoverer {
    private final ProviderBook book;

    public Discoverer(ProviderBook book) {
        this.book = book;
    }

    /// How the search is done.
    ///
    /// @param resolvers DNS servers asked in place of the system's, for hosts too; empty means the system's
    /// @param ispdb     the base address of Mozilla's database, or of one's own copy
    /// @param trust     a PEM file with extra authorities to trust
    /// @param budget    for everything together
    public record Manner(boolean offline, List<InetSocketAddress> resolvers, URI ispdb, Optional<Path> trust, Duration budget) {
        public Manner {
            resolvers = List.copyOf(resolvers);
        }

        public static Manner usual() {
            return new Manner(false, List.of(), Sources.MOZILLA, Optional.empty(), Sources.USUAL_BUDGET);
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
        var tls = new TlsInspector(new TrustJudge(TrustStores.with(manner.trust()), false), Instant::now);
        List<InetSocketAddress> servers = manner.offline() ? List.of() : manner.resolvers().isEmpty() ? Resolvers.configured()
                : manner.resolvers();
        try (var workers = new Workers(Workers.PLATFORM)) {
            WebDocument.Lookup lookup = manner.resolvers().isEmpty() ? (host, deadline) -> system(workers, host, deadline)
                    : new DnsRecords(servers)::addresses;
            Sources usual = Sources.usual(servers, lookup).withIspdb(manner.ispdb());
            Sources sources = manner.offline() ? usual.offlineOnly() : usual;
            return sources.discovery(book, new SystemNetwork(), tls, workers::start).run(person, manner.budget(), listener);
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
