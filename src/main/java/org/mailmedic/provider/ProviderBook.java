package org.mailmedic.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.settings.Security;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The known providers. The file is read when the first question is asked, since most check-ups ask none. Thread-safe.
public final class ProviderBook {
    private final String resource;
    private List<Provider> providers;

    private ProviderBook(String resource) {
        this.resource = resource;
    }

    /// The book that comes with the program.
    public static ProviderBook load() {
        return new ProviderBook("providers.json");
    }

    public synchronized List<Provider> all() {
        if (providers == null) {
            try (InputStream in = ProviderBook.class.getResourceAsStream(resource)) {
                providers = JsonMapper.shared().readTree(in).path("providers").valueStream().map(ProviderBook::provider).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return providers;
    }

    /// Whose server this is.
    public Optional<Provider> byHost(String host) {
        String name = plain(host);
        return all().stream().filter(p -> p.serves(name)).findFirst();
    }

    /// Whose mail addresses end in this domain.
    public Optional<Provider> byDomain(String domain) {
        String name = plain(domain);
        return all().stream().filter(p -> p.domains().contains(name)).findFirst();
    }

    /// Every host that is written out in full, in the book's order.
    public Stream<String> allHosts() {
        return all().stream().flatMap(p -> p.servers().stream()).map(Provider.Server::host).filter(h -> h.indexOf('*') < 0).distinct();
    }

    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Provider provider(JsonNode node) {
        List<Provider.Server> servers = node.path("servers").valueStream().map(ProviderBook::server).toList();
        List<String> domains = node.path("domains").valueStream().map(JsonNode::asString).toList();
        return new Provider(node.path("key").asString(), node.path("name").asString(), servers, domains,
                Provider.UserName.of(node.path("user_name").asString()), Provider.SignIn.of(node.path("sign_in").asString()),
                node.path("note").asString(""), node.path("help").asString(""),
                node.path("source").asString(), node.path("last_checked").asString());
    }

    private static Provider.Server server(JsonNode node) {
        Security security = Security.of(node.path("security").asString()).orElseThrow();
        return new Provider.Server(node.path("host").asString(), node.path("port").asInt(), security);
    }
}
