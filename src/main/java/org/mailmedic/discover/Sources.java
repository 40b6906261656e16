package org.mailmedic.discover;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.mailmedic.net.Network;
import org.mailmedic.net.dns.DnsRecords;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.web.BoundedDocument;
import org.mailmedic.provider.ProviderBook;

/// Which sources are asked, and where: everything that differs between the open Internet, a closed network and a test.
///
/// @param asked      the sources that may be asked; the book always is
/// @param dns        DNS servers for SRV and MX records
/// @param lookup     where addresses of hosts come from
/// @param autoconfig the domain's own file, with `{domain}` and `{address}`
/// @param wellKnown  the domain's other own file
/// @param ispdb      the base address of Mozilla's database, or of one's own copy
public record Sources(Set<Origin> asked, List<InetSocketAddress> dns, BoundedDocument.Lookup lookup, String autoconfig, String wellKnown,
        URI ispdb) {
    public static final URI MOZILLA = URI.create("https://autoconfig.thunderbird.net/v1.1/");
    public static final Duration USUAL_BUDGET = Duration.ofSeconds(10);
    private static final String AUTOCONFIG = "https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress={address}";
    private static final String WELL_KNOWN = "https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml";

    public Sources {
        asked = Set.copyOf(asked);
    }

    /// Where the public asks.
    public static Sources usual(List<InetSocketAddress> dns, BoundedDocument.Lookup lookup) {
        return new Sources(EnumSet.allOf(Origin.class), dns, lookup, AUTOCONFIG, WELL_KNOWN, MOZILLA);
    }

    /// Asking these alone, and the book.
    public Sources asking(Set<Origin> these) {
        return new Sources(these, dns, lookup, autoconfig, wellKnown, ispdb);
    }

    public Sources withIspdb(URI base) {
        return new Sources(asked, dns, lookup, autoconfig, wellKnown, base);
    }

    private boolean mayBeAsked(Source source) {
        return asked.contains(source.origin());
    }

    /// @param threads runs each task on a thread of its own
    public Discovery discovery(ProviderBook book, Network network, TlsInspector tls, Executor threads) {
        var web = new BoundedDocument(network, lookup, tls);
        var records = new DnsRecords(dns);
        String base = ispdb.toString();
        var database = new AutoconfigSource(Origin.ISPDB, base + (base.endsWith("/") ? "" : "/") + "{domain}", web);
        List<Source> beside = List.of(new AutoconfigSource(Origin.AUTOCONFIG, autoconfig, web), new AutoconfigSource(Origin.WELL_KNOWN,
                wellKnown, web),
                database, new SrvSource(records), new MxSource(records, book,
                Optional.of(database).filter(this::mayBeAsked)));
        Optional<Source> last = Optional.of(new PortGuessSource(network, lookup, tls, PortGuessSource.Ports.USUAL));
        return new Discovery(book, beside.stream().filter(this::mayBeAsked).toList(), last.filter(this::mayBeAsked), threads,
                network::nanoTime);
    }
}
