package org.mailmedic.maildomain.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.Network;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.web.BoundedDocument;
import org.mailmedic.net.web.UnfetchedException;

/// Fetches policies over HTTPS, with a certificate that proves the host, from where the same resolver says that it is.
public final class HttpsPolicies implements PolicyServer {
    private static final int OK = 200;
    /// What a certificate of a known authority may lack. One that nobody vouches for may as well be that of a box on the way.
    private static final Set<CertificateProblem> OWN = Set.of(CertificateProblem.WRONG_NAME, CertificateProblem.EXPIRED,
            CertificateProblem.NOT_YET_VALID);

    private final Network network;
    private final BoundedDocument web;
    private final Duration time;

    /// @param time for one policy, name lookup included
    public HttpsPolicies(Network network, Zone zone, TlsInspector tls, Duration time) {
        this.network = network;
        this.time = time;
        this.web = new BoundedDocument(network, (host, _) -> addresses(zone, host), tls);
    }

    private static List<InetAddress> addresses(Zone zone, String host) {
        return Stream.of(DnsType.A, DnsType.AAAA).flatMap(type -> zone.ask(host, type).all(DnsData.Address.class))
                .map(DnsData.Address::address)
                .toList();
    }

    @Override
    public Fetched fetch(String domain) {
        try {
            var address = new URI("https", "mta-sts." + domain, "/.well-known/mta-sts.txt", null);
            BoundedDocument.Document document = web.getWithoutRedirections(address, Deadline.in(time, network::nanoTime));
            return document.status() == OK ? Fetched.of(new String(document.body(), StandardCharsets.UTF_8))
                    : Fetched.refused(UnfetchedException.said(document.status()));
        } catch (BoundedDocument.UnprovenException shown) {
            String why = UnfetchedException.why(shown);
            return OWN.containsAll(shown.problems()) ? Fetched.refused(why) : Fetched.unseen(why);
        } catch (IOException cannot) {
            return Fetched.unseen(UnfetchedException.why(cannot));
        } catch (URISyntaxException impossible) {
            return Fetched.unseen("no_page");
        }
    }
}
