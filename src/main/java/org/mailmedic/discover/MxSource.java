package org.mailmedic.discover;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.net.dns.DnsRecords;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.provider.ProviderBook;

/// Who receives the domain's mail usually takes it for sending too: a provider of the book, or one that Mozilla's database knows by the
/// name of its MX host.
final class MxSource implements Source {
    private static final int MOST_QUESTIONS = 2;
    private final DnsRecords dns;
    private final ProviderBook book;
    private final Optional<AutoconfigSource> ispdb;

    /// @param ispdb empty when it must not be asked
    MxSource(DnsRecords dns, ProviderBook book, Optional<AutoconfigSource> ispdb) {
        this.dns = dns;
        this.book = book;
        this.ispdb = ispdb;
    }

    @Override
    public Origin origin() {
        return Origin.MX;
    }

    @Override
    public Look look(Person person, Deadline deadline) throws IOException {
        var hosts = dns.mailHosts(person.domain(), deadline);
        for (var host : hosts.records()) {
            var provider = book.byMx(host.target());
            if (provider.isPresent()) {
                return Look.of(ProviderListSource.candidates(provider.get(), person, origin(), hosts.authentic()));
            }
        }
        return hosts.records().isEmpty() || ispdb.isEmpty() ? new Look.Nothing()
                : Look.of(fromDatabase(ispdb.get(), person, hosts.records().getFirst().target(), hosts.authentic(), deadline));
    }

    private List<Candidate> fromDatabase(AutoconfigSource database, Person person, String host, boolean authentic,
            Deadline deadline) throws IOException {
        for (String name : domainsAbove(host)) {
            if (!name.equals(person.domain())) {
                List<Candidate> found = database.about(person, name, deadline);
                if (!found.isEmpty()) {
                    return found.stream().map(c -> new Candidate(c.host(), c.port(), c.security(), c.user(), origin(), authentic
                            && c.trusted(),
                            !(authentic && c.trusted()) && !person.owns(c.host()))).toList();
                }
            }
        }
        return List.of();
    }

    /// The names above an MX host under which its provider may be listed, the nearest first: never a bare ending such as `co.uk`.
    static Set<String> domainsAbove(String host) {
        Set<String> names = new LinkedHashSet<>();
        for (int dot = host.indexOf('.'); dot >= 0 && names.size() < MOST_QUESTIONS; dot = host.indexOf('.', dot + 1)) {
            String rest = host.substring(dot + 1);
            String[] labels = rest.split("\\.");
            if (labels.length > 2 || labels.length == 2 && labels[0].length() > 3) {
                names.add(rest);
            }
        }
        return names;
    }
}
