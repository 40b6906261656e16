package org.mailmedic.discover.slip;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

/// Port and encryption that do not go together (RFC 8314 §3.3, §7.3).
final class SecurityLint implements Lint {
    private static final Set<Integer> TLS_PORTS = Set.of(465, 2465, 8465);
    private static final Set<Integer> PLAIN_PORTS = Set.of(25, 587, 2525, 2587, 8025);

    @Override
    public Stream<Slip> look(Draft draft, ProviderBook book) {
        if (draft.portNumber().isEmpty()) {
            return Stream.empty();
        }
        int port = draft.portNumber().getAsInt();
        Optional<Security> meant = switch (draft.security()) {
            case AUTO -> Optional.empty();
            case TLS -> PLAIN_PORTS.contains(port) ? Optional.of(Security.STARTTLS) : Optional.empty();
            case STARTTLS -> TLS_PORTS.contains(port) ? Optional.of(Security.TLS) : Optional.empty();
            case NONE -> TLS_PORTS.contains(port) ? Optional.of(Security.TLS) : byProvider(draft, port, book);
        };
        return meant.map(security -> new Slip(Slip.Kind.SECURITY_PORT, SlipField.SECURITY, draft.security().id(), security.id())).stream();
    }

    /// No encryption, where the provider is known to encrypt.
    private static Optional<Security> byProvider(Draft draft, int port, ProviderBook book) {
        return book.byHost(draft.host()).flatMap(provider -> provider.servers().stream()
                .filter(s -> s.port() == port).map(Provider.Server::security).findFirst());
    }
}
