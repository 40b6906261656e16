package org.mailmedic.maildomain.dns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// Whether whoever answers says of every name that there is none (RFC 2308 §2.1), as networks do that lead nowhere. What they say of the
/// name that somebody wants to know about is worth nothing then.
public final class DeniedNames {
    /// Names that do not end, by a kind of record that they have.
    private static final List<Map.Entry<String, DnsType>> WELL_KNOWN = List.of(Map.entry("gmail.com", DnsType.MX),
            Map.entry("outlook.com", DnsType.MX), Map.entry("com", DnsType.NS), Map.entry("org", DnsType.NS));

    private DeniedNames() {}

    /// One of the well-known names that are denied, where all of them are, and all above `name`.
    ///
    /// @param name one that was denied
    public static Optional<String> likeAll(Zone zone, String name) {
        WELL_KNOWN.forEach(each -> zone.ahead(each.getKey(), each.getValue()));
        Stream<Map.Entry<String, DnsType>> above = Stream.iterate(name, each -> each.indexOf('.') > 0, each -> DomainName.without(each, 1))
                .skip(1).map(each -> Map.entry(each, DnsType.NS));
        Stream<Map.Entry<String, DnsType>> top = Stream.of(Map.entry(name.substring(name.lastIndexOf('.') + 1), DnsType.NS));
        boolean none = Stream.of(WELL_KNOWN.stream(), above, top).flatMap(all -> all)
                .allMatch(each -> zone.ask(each.getKey(), each.getValue()).status() == DnsAnswer.Status.NO_NAME);
        return none ? Optional.of(WELL_KNOWN.getFirst().getKey()) : Optional.empty();
    }

    /// The same zone, where that a name does not exist is no answer.
    public static Zone disbelieved(Zone zone) {
        return new Zone() {
            @Override
            public DnsAnswer ask(String name, DnsType type) {
                DnsAnswer answer = zone.ask(name, type);
                return answer.status() == DnsAnswer.Status.NO_NAME ? DnsAnswer.without(DnsAnswer.Status.REFUSED) : answer;
            }

            @Override
            public void ahead(String name, DnsType type) {
                zone.ahead(name, type);
            }
        };
    }
}
