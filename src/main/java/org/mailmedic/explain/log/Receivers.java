package org.mailmedic.explain.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailmedic.provider.ShippedData;
import tools.jackson.databind.JsonNode;

/// Who takes the mail in: known by the recipient's domain, or by the host that the domain's mail goes to. From `receivers.json`.
final class Receivers {
    static final String OTHER = "other";

    private static final String RESOURCE = "/org/mailmedic/explain/receivers.json";
    private static final int REMEMBERED = 16_384;

    private final List<Receiver> all = new ArrayList<>();
    private final Map<String, Receiver> byDomain = new HashMap<>();
    private final Map<String, Receiver> byHostEnd = new HashMap<>();
    private final Memo<Receiver> seen = new Memo<>(REMEMBERED);
    /// Domains that are not known by themselves, together with the host.
    private final Memo<Receiver> seenAt = new Memo<>(REMEMBERED);
    final Receiver other;

    Receivers() {
        for (JsonNode each : ShippedData.read(Receivers.class, RESOURCE).path("receivers")) {
            Receiver receiver = add(each.path("name").asString());
            each.path("domains").valueStream().forEach(domain -> byDomain.put(domain.asString(), receiver));
            each.path("hosts").valueStream().forEach(end -> byHostEnd.put(end.asString(), receiver));
        }
        other = add(OTHER);
    }

    private Receiver add(String name) {
        Receiver receiver = new Receiver(all.size(), name);
        all.add(receiver);
        return receiver;
    }

    List<Receiver> all() {
        return all;
    }

    Receiver at(int index) {
        return all.get(index);
    }

    /// Finds the receiver by what stands in the line; the host counts where the domain is not known by itself.
    ///
    /// @param hostFrom,hostTo where the receiving host's name stands, of no length when the line names none
    Receiver find(Line line, int domainFrom, int domainTo, int hostFrom, int hostTo) {
        long key = line.hash(domainFrom, domainTo);
        Receiver known = seen.get(key);
        if (known != null && (known != other || hostFrom == hostTo)) {
            return known;
        }
        long both = key * 31 + line.hash(hostFrom, hostTo);
        Receiver same = known == null ? null : seenAt.get(both);
        if (same != null) {
            return same;
        }
        String domain = line.name(domainFrom, domainTo).toLowerCase(Locale.ROOT);
        Receiver found = byDomain.get(domain);
        if (found == null && hostTo > hostFrom) {
            found = byHost(line.name(hostFrom, hostTo).toLowerCase(Locale.ROOT));
        }
        if (found == null) {
            found = other;
        }
        seenAt.put(both, found);
        if (known != found) {
            seen.put(key, found);
            if (found != other) {
                found.domain(domain);
            }
        }
        return found;
    }

    private @Nullable Receiver byHost(String host) {
        String end = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        while (!end.isEmpty()) {
            Receiver found = byHostEnd.get(end);
            if (found != null) {
                return found;
            }
            int dot = end.indexOf('.');
            end = dot < 0 ? "" : end.substring(dot + 1);
        }
        return null;
    }
}
