package org.mailmedic.discover;

import java.util.List;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;

/// The provider book. Asks nobody.
final class ProviderListSource implements Source {
    private final ProviderBook book;

    ProviderListSource(ProviderBook book) {
        this.book = book;
    }

    @Override
    public Origin origin() {
        return Origin.LIST;
    }

    @Override
    public Look look(Person person, Deadline deadline) {
        return Look.of(book.byMailDomain(person.domain()).map(p -> candidates(p, person, origin(), true)).orElse(List.of()));
    }

    static List<Candidate> candidates(Provider provider, Person person, Origin origin, boolean trusted) {
        return provider.serversFor(person.domain()).stream().map(server -> new Candidate(server.host(), server.port(), server.security(),
                provider.userFor(person.address()), origin, trusted, !trusted && !person.owns(server.host()))).toList();
    }
}
