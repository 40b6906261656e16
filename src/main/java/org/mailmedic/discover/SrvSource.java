package org.mailmedic.discover;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mailmedic.net.dns.DnsRecords;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Security;

/// SRV records: `_submissions._tcp` for TLS from the first byte (RFC 8314 §5.1), `_submission._tcp` for STARTTLS (RFC 6186 §3.1).
/// Priorities count across both; where they are equal, TLS from the first byte goes first (RFC 8314 §3).
///
/// Plain DNS can be made up by anybody on the way. So a target is trusted when DNSSEC vouches for it, or when it lies below the domain
/// itself: then the certificate has to name a host of that domain, which a stranger cannot get (RFC 6186 §6, RFC 9525 §2).
final class SrvSource implements Source {
    private final DnsRecords dns;

    SrvSource(DnsRecords dns) {
        this.dns = dns;
    }

    /// A candidate on its way, with what decides the order.
    private record Entry(int priority, Candidate candidate) {}

    @Override
    public Origin origin() {
        return Origin.SRV;
    }

    @Override
    public Look look(Person person, Deadline deadline) throws IOException {
        var encrypted = dns.services("_submissions._tcp." + person.domain(), deadline);
        var upgraded = dns.services("_submission._tcp." + person.domain(), deadline);
        List<Entry> entries = new ArrayList<>();
        collect(encrypted, Security.TLS, person, entries);
        collect(upgraded, Security.STARTTLS, person, entries);
        if (entries.isEmpty() && (refuses(encrypted) || refuses(upgraded))) {
            return new Look.NotOffered();
        }
        // a stable sort: of equal ones, TLS came first
        return Look.of(entries.stream().sorted(Comparator.comparingInt(Entry::priority)).map(Entry::candidate).toList());
    }

    /// A single record whose target is the root (RFC 2782, "Target").
    private static boolean refuses(DnsRecords.Answered<DnsRecords.Service> answered) {
        return answered.records().size() == 1 && answered.records().getFirst().target().isEmpty();
    }

    private static void collect(DnsRecords.Answered<DnsRecords.Service> answered, Security security, Person person, List<Entry> into) {
        for (var service : answered.records()) {
            if (HostName.read(service.target()) instanceof HostName.Usable(var ascii, var _) && service.port() > 0) {
                String host = ascii.toLowerCase(Locale.ROOT);
                boolean trusted = answered.authentic() || person.owns(host);
                into.add(new Entry(service.priority(), new Candidate(host, service.port(), security, person.address().toString(),
                        Origin.SRV,
                        trusted, !trusted)));
            }
        }
    }
}
