package org.mailmedic.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.settings.Security;

/// The known providers. Each file is read when the first question is asked, since most check-ups ask none. Thread-safe.
public final class ProviderBook {
    private final Resource<Pages> pages = new Resource<>("providers.json", ProviderBook::pages);
    private final Resource<Map<String, ProviderDetails>> details = new Resource<>("details.json", DetailsReader::read);

    /// The providers, by which name they are found at once, and those of which some servers are known by a pattern alone. An MX host's
    /// name leads to the place in the book of the first that has it.
    private record Pages(List<Provider> all, List<Provider> byPattern, Map<String, Provider> byHost, Map<String, Provider> byDomain,
                         Map<String, Provider> byParent, Map<String, Integer> byMx) {}

    private ProviderBook() {}

    /// The book that comes with the program.
    public static ProviderBook load() {
        return new ProviderBook();
    }

    public List<Provider> all() {
        return pages.get().all();
    }

    /// Whose server this is.
    public Optional<Provider> byHost(String host) {
        String name = Names.plain(host);
        Provider known = pages.get().byHost().get(name);
        return known != null ? Optional.of(known) : pages.get().byPattern().stream().filter(p -> p.serves(name)).findFirst();
    }

    /// Whose mail addresses end in this domain.
    public Optional<Provider> byDomain(String domain) {
        return Optional.ofNullable(pages.get().byDomain().get(Names.plain(domain)));
    }

    /// The same, and whose customers have their addresses below a name of its own: `anna@contoso.onmicrosoft.com`.
    public Optional<Provider> byMailDomain(String domain) {
        String name = Names.plain(domain);
        Provider known = pages.get().byDomain().get(name);
        for (int dot = name.indexOf('.'); known == null && dot >= 0; dot = name.indexOf('.', dot + 1)) {
            known = pages.get().byParent().get(name.substring(dot + 1));
        }
        return Optional.ofNullable(known);
    }

    /// Who receives the mail of a domain with this MX host.
    public Optional<Provider> byMx(String host) {
        String name = Names.plain(host);
        Map<String, Integer> known = pages.get().byMx();
        int first = known.getOrDefault(name, Integer.MAX_VALUE);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            first = Math.min(first, known.getOrDefault(name.substring(dot + 1), Integer.MAX_VALUE));
        }
        return first == Integer.MAX_VALUE ? Optional.empty() : Optional.of(all().get(first));
    }

    /// Every host that many people use and that is written out in full, in the book's order: what a slip of the fingers may have meant.
    public Stream<String> allHosts() {
        return all().stream().filter(p -> !p.seldom()).flatMap(p -> p.servers().stream()).map(Provider.Server::host)
                .filter(h -> h.indexOf('*') < 0).distinct();
    }

    /// Every domain that many people use, in the book's order: what a slip of the fingers may have meant.
    public Stream<String> allDomains() {
        return all().stream().filter(p -> !p.seldom()).flatMap(p -> p.domains().stream());
    }

    /// What else is known about a provider; empty lists when nothing is.
    public ProviderDetails details(Provider provider) {
        return details.get().getOrDefault(provider.key(), ProviderDetails.NONE);
    }

    /// The keys that have details.
    Stream<String> detailed() {
        return details.get().keySet().stream();
    }

    private static Pages pages(Entry root) {
        List<Entry> entries = root.entries("providers");
        List<Provider> all = entries.stream().map(ProviderBook::provider).toList();
        Map<String, Provider> byHost = new HashMap<>();
        Map<String, Provider> byDomain = new HashMap<>();
        for (Provider each : all) {
            each.servers().forEach(server -> byHost.putIfAbsent(server.host(), each));
            each.domains().forEach(domain -> byDomain.putIfAbsent(domain, each));
        }
        Map<String, Provider> byParent = new HashMap<>();
        Map<String, Integer> byMx = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Provider each = all.get(i);
            for (String suffix : each.mx()) {
                byMx.putIfAbsent(suffix, i);
            }
            entries.get(i).texts("more_domains").forEach(domain -> byDomain.putIfAbsent(domain, each));
            entries.get(i).texts("subdomains").forEach(parent -> byParent.putIfAbsent(parent, each));
        }
        List<Provider> byPattern = all.stream().filter(p -> p.servers().stream().anyMatch(s -> s.host().indexOf('*') >= 0)).toList();
        return new Pages(all, byPattern, byHost, byDomain, byParent, byMx);
    }

    private static Provider provider(Entry entry) {
        return new Provider(entry.text("key"), entry.text("name"), entry.entries("servers").stream().map(ProviderBook::server).toList(),
                entry.texts("domains"), entry.texts("mx"), Provider.UserName.of(entry.text("user_name")), entry.text("login"),
                Provider.SignIn.of(entry.text("sign_in")), entry.text("note"), entry.text("help"), entry.text("source"),
                entry.texts("unverified"), entry.text("last_checked"), entry.flag("seldom"));
    }

    private static Provider.Server server(Entry entry) {
        return new Provider.Server(entry.text("host"), entry.number("port"), Security.of(entry.text("security")).orElseThrow(),
                entry.texts("for"));
    }
}
