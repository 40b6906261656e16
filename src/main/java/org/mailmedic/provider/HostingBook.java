package org.mailmedic.provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who blocks outgoing mail ports. Read when the first question is asked. Thread-safe.
public final class HostingBook {
    private final Resource<List<Hosting>> pages = new Resource<>("hosting.json",
            root -> root.entries("hosting").stream().map(HostingBook::hosting).toList());

    private HostingBook() {}

    /// The book that comes with the program.
    public static HostingBook load() {
        return new HostingBook();
    }

    public List<Hosting> all() {
        return pages.get();
    }

    public Optional<Hosting> byKey(String key) {
        return all().stream().filter(h -> h.key().equals(key)).findFirst();
    }

    /// The company whose machines call themselves so.
    ///
    /// @param machine a host name such as `web12.example-host.net`
    public Optional<Hosting> byMachine(String machine) {
        String name = "." + machine.toLowerCase(Locale.ROOT);
        return all().stream().filter(h -> h.machines().stream().anyMatch(ending -> name.endsWith("." + ending))).findFirst();
    }

    private static Hosting hosting(Entry entry) {
        return new Hosting(entry.text("key"), entry.text("name"), entry.numbers("blocked_ports"), entry.text("plans"), entry.text("since"),
                entry.text("how_to_ask"), entry.numbers("workaround_ports"), entry.text("note"), entry.text("source"),
                entry.texts("unverified"), entry.texts("machines"), entry.text("last_checked"));
    }
}
