package org.mailmedic.maildomain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.mailmedic.maildomain.dns.DomainName;
import tools.jackson.databind.JsonNode;

/// Known companies that manage DNS, by the names of their name servers.
public final class DnsHosts {
    private record Entry(String suffix, DnsHost host) {}

    private final List<Entry> entries = new ArrayList<>();

    private DnsHosts() {}

    /// The list that comes with the program.
    public static DnsHosts load() {
        var all = new DnsHosts();
        Properties english = DataFile.words("provider");
        for (JsonNode each : DataFile.read("dns-hosts.json").get("hosts")) {
            String key = each.path("where").asString("");
            var host = new DnsHost(each.get("name").asString(), key, english.getProperty(key, ""));
            each.get("servers").forEach(suffix -> all.entries.add(new Entry(suffix.asString(), host)));
        }
        return all;
    }

    /// A `*` in the list stands for the rest of a label, as in `awsdns-*.com`.
    public Optional<DnsHost> of(List<String> nameServers) {
        return nameServers.stream().map(DomainName::plain).flatMap(server -> entries.stream().filter(entry -> fits(server, entry.suffix())))
                .map(Entry::host).findFirst();
    }

    private static boolean fits(String server, String suffix) {
        int star = suffix.indexOf('*');
        if (star < 0) {
            return DomainName.within(server, suffix);
        }
        String before = "." + suffix.substring(0, star);
        int at = ("." + server).indexOf(before);
        return at >= 0 && server.endsWith(suffix.substring(star + 1));
    }
}
