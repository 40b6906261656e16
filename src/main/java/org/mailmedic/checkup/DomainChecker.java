package org.mailmedic.checkup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mailmedic.maildomain.DomainCheck;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.maildomain.dns.AuthoritativeServers;
import org.mailmedic.maildomain.dns.OpenQuestions;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.transport.HttpsPolicies;
import org.mailmedic.maildomain.transport.SmtpServers;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.dns.AuthorityLookup;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsLookup;
import org.mailmedic.net.dns.DnsOverHttps;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.net.dns.Resolvers;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.ResolverAddress;
import org.mailmedic.provider.ProviderBook;

/// Looks at domains' mail records with this computer's network, and owns the threads for it. Thread-safe: looks at the same time share
/// one bound of open questions.
public final class DomainChecker {
    private static final int MOST_OPEN_QUESTIONS = 128;
    /// A look ends after as many steps as this, whatever keeps silent.
    private static final int MOST_STEPS = 6;

    /// A name server that is far away answers within this, too.
    private static final Duration AUTHORITY_TIME = Duration.ofSeconds(2);
    private static final int DNS = 53;

    private final ProviderBook book;
    private final OptionalInt authorities;
    private final OpenQuestions open = new OpenQuestions(MOST_OPEN_QUESTIONS);

    public DomainChecker(ProviderBook book) {
        this(book, OptionalInt.of(DNS));
    }

    private DomainChecker(ProviderBook book, OptionalInt authorities) {
        this.book = book;
        this.authorities = authorities;
    }

    /// The same, with the domains' own name servers asked on that port.
    public static DomainChecker askingAuthoritiesOn(int port, ProviderBook book) {
        return new DomainChecker(book, OptionalInt.of(port));
    }

    /// The same, without a question to the domains' own name servers: for many domains, which often share a few of them.
    public static DomainChecker withoutAuthorities(ProviderBook book) {
        return new DomainChecker(book, OptionalInt.empty());
    }

    /// How it is done.
    ///
    /// @param resolvers DNS servers to ask, as `IP`, `IP:PORT` or `https://…`; empty: those that this computer is set to ask
    /// @param trust     a PEM file with extra authorities to trust
    /// @param step      for each question, page and server
    public record Manner(List<String> resolvers, Optional<Path> trust, Duration step) {
        public Manner {
            resolvers = List.copyOf(resolvers);
        }
    }

    private record Named(DnsLookup lookup, boolean chosen) implements Zone {
        @Override
        public DnsAnswer ask(String name, DnsType type) {
            return lookup.ask(name, type);
        }
    }

    /// @throws IOException when the extra authorities cannot be read
    public DomainLook look(DomainQuestion question, Manner manner) throws IOException, InterruptedException {
        var tls = new TlsInspector(new TrustJudge(TrustStores.with(manner.trust()), false), Instant::now);
        try (var connections = new RunNetwork(new SystemNetwork()); var workers = new Workers(Workers.VIRTUAL)) {
            Zone all = new Named(lookup(manner, connections, tls), !manner.resolvers().isEmpty());
            Zone zone = open.over(all);
            var check = new DomainCheck(all, authorities(manner, connections), new SmtpServers(connections, zone, tls, manner.step()),
                    new HttpsPolicies(connections, zone, tls, manner.step()), book, workers::start,
                    InstantSource.system(), open, () -> Deadline.in(manner.step().multipliedBy(MOST_STEPS), connections::nanoTime));
            return check.look(question);
        }
    }

    private AuthoritativeServers authorities(Manner manner, RunNetwork connections) {
        if (authorities.isEmpty()) {
            return AuthoritativeServers.nobody();
        }
        Duration time = manner.step().compareTo(AUTHORITY_TIME) < 0 ? manner.step() : AUTHORITY_TIME;
        var lookup = new AuthorityLookup(connections, time, authorities.getAsInt());
        return (server, name, type) -> open.inTurn(() -> lookup.ask(server, name, type));
    }

    private static DnsLookup lookup(Manner manner, RunNetwork connections, TlsInspector tls) {
        List<InetSocketAddress> plain = new ArrayList<>();
        List<DnsOverHttps> overHttps = new ArrayList<>();
        for (String each : manner.resolvers()) {
            Optional<URI> url = ResolverAddress.url(each);
            if (url.isPresent()) {
                overHttps.add(new DnsOverHttps(url.get(), connections, tls));
            } else {
                ResolverAddress.parse(each).ifPresent(plain::add);
            }
        }
        return new DnsLookup(manner.resolvers().isEmpty() ? Resolvers.configured() : plain, overHttps, connections, manner.step());
    }
}
