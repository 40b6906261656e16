package org.mailmedic.net.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.net.Network;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.settings.HostName;

/// Fetches one small document over HTTP/1.1 (RFC 9112), within one deadline from the name lookup to the last byte, following at most
/// three redirections and none that leaves TLS. Spoken by ourselves because the JDK's clients neither take addresses from another
/// resolver nor end a slow drip of bytes.
public final class BoundedDocument {
    private static final int MOST_REDIRECTIONS = 3;
    private static final int MOST_ADDRESSES = 3;
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9_.-]{1,253})(?::(\\d{1,5}))?");

    /// Where a host's addresses come from.
    @FunctionalInterface
    public interface Lookup {
        /// The addresses in the order to try; empty when there are none.
        List<InetAddress> addresses(String host, Deadline deadline) throws IOException;
    }

    /// @param status what the last server said, such as 200 or 404
    /// @param secure whether every step came over TLS with a certificate that proves its host
    public record Document(int status, byte[] body, boolean secure) {}

    /// The certificate does not prove the host.
    public static final class UnprovenException extends IOException {
        private final transient List<CertificateProblem> problems;

        UnprovenException(String message, List<CertificateProblem> problems) {
            super(message);
            this.problems = List.copyOf(problems);
        }

        /// What is wrong with it; never empty.
        public List<CertificateProblem> problems() {
            return problems;
        }
    }

    private final Network network;
    private final Lookup lookup;
    private final TlsInspector tls;
    private final int largest;
    private final boolean oneHost;

    public BoundedDocument(Network network, Lookup lookup, TlsInspector tls) {
        this.network = network;
        this.lookup = lookup;
        this.tls = tls;
        this.largest = HttpReply.USUAL_BODY;
        this.oneHost = false;
    }

    private BoundedDocument(BoundedDocument other, int largest, boolean oneHost) {
        this.network = other.network;
        this.lookup = other.lookup;
        this.tls = other.tls;
        this.largest = largest;
        this.oneHost = oneHost;
    }

    /// The same, which follows no redirection to another host.
    ///
    /// @param largest the largest document that is taken, in bytes
    public BoundedDocument ofOneHost(int largest) {
        return new BoundedDocument(this, largest, true);
    }

    /// @throws IOException when it cannot be had ([UnfetchedException#why])
    public Document get(URI address, Deadline deadline) throws IOException {
        URI here = address;
        boolean secure = true;
        for (int hop = 0; hop <= MOST_REDIRECTIONS; hop++) {
            boolean https = "https".equalsIgnoreCase(here.getScheme());
            if (!https && (hop > 0 || !"http".equalsIgnoreCase(here.getScheme())) || named(here).isEmpty()) {
                throw hop > 0 ? new UnfetchedException("off_tls", "it leads away from TLS") : noAddress();
            }
            if (hop > 0 && elsewhere(address, here)) {
                throw new UnfetchedException("elsewhere", "it leads to where no web page of others is");
            }
            secure &= https;
            HttpReply reply = ask(here, https, hop == 0 || sameHost(address, here), deadline);
            if (!reply.redirects()) {
                return new Document(reply.status(), reply.body(), secure);
            }
            try {
                here = here.resolve(reply.location());
            } catch (IllegalArgumentException senseless) {
                throw new UnfetchedException("nowhere", "it leads nowhere");
            }
            if (oneHost && !named(here).equals(named(address))) {
                throw new UnfetchedException("other_host", "it leads to another host");
            }
        }
        throw new UnfetchedException("endless", "it leads on and on");
    }

    /// The same over TLS alone and without following redirections, which a policy must not come by (RFC 8461 §3.3).
    public Document getWithoutRedirections(URI address, Deadline deadline) throws IOException {
        if (!"https".equalsIgnoreCase(address.getScheme()) || named(address).isEmpty()) {
            throw noAddress();
        }
        HttpReply reply = ask(address, true, true, deadline);
        return new Document(reply.status(), reply.body(), true);
    }

    /// The address of a page.
    static URI address(String url) throws IOException {
        try {
            URI address = URI.create(url);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web && named(address).isPresent()) {
                return address;
            }
        } catch (IllegalArgumentException senseless) {
            // said below
        }
        throw noAddress();
    }

    /// Whoever redirects chooses where we knock: the ports of the web alone, and the port that was asked for itself.
    private static boolean elsewhere(URI asked, URI here) {
        return port(here) > 0 && port(here) != 443 && port(here) != port(asked);
    }

    private static boolean sameHost(URI asked, URI here) {
        return host(asked).equals(host(here));
    }

    /// Inside this computer or this network, where a public name has no business.
    private static boolean inside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                || address.isMulticastAddress() || uniqueLocal;
    }

    /// @param anywhere whether an address inside this network will do: only for what was asked for, not for where others lead
    private HttpReply ask(URI address, boolean https, boolean anywhere, Deadline deadline) throws IOException {
        String host = host(address);
        int port = port(address) > 0 ? port(address) : https ? 443 : 80;
        IOException last = new UnfetchedException("no_address", "there is no " + host);
        for (InetAddress each : lookup.addresses(host, deadline).stream().limit(MOST_ADDRESSES).toList()) {
            if (!anywhere && inside(each)) {
                last = new UnfetchedException("inside", "it leads into this network");
                continue;
            }
            Connection link;
            try {
                link = network.connect(new InetSocketAddress(each, port), deadline);
            } catch (IOException noWay) {
                last = noWay;
                continue;
            }
            try (link) {
                link.until(deadline);
                if (https) {
                    secure(link, host, deadline);
                }
                link.write(request(address, host, "text/xml, application/xml").getBytes(StandardCharsets.US_ASCII));
                return HttpReply.read(link, largest);
            }
        }
        throw last;
    }

    private void secure(Connection link, String host, Deadline deadline) throws IOException {
        boolean literal = HostName.read(host) instanceof HostName.Usable(var _, var isLiteral) && isLiteral;
        try {
            var dialogue = new SmtpDialogue(link, new Transcript(network::nanoTime, network.nanoTime()));
            TlsInspector.Look look = tls.handshake(dialogue, host, literal, deadline);
            if (look.outcome().seen().isEmpty()) {
                throw noTls();
            }
            CertificateFacts shown = look.certificate().orElseThrow(BoundedDocument::noTls);
            if (!shown.verified()) {
                throw new UnprovenException("the certificate does not prove " + host, shown.problems());
            }
        } catch (GeneralSecurityException unavailable) {
            throw noTls();
        }
    }

    private static UnfetchedException noAddress() {
        return new UnfetchedException("no_page", "not a web address");
    }

    private static UnfetchedException noTls() {
        return new UnfetchedException("no_tls", "TLS does not come about");
    }

    static String host(URI address) {
        String host = named(address).orElse("");
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /// As it stands in the address; empty where none does. Names with an underscore are no host to [URI], and are one to the DNS and to
    /// browsers.
    private static Optional<String> named(URI address) {
        String authority = address.getRawAuthority() == null ? "" : address.getRawAuthority().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(address.getHost()).map(host -> host.toLowerCase(Locale.ROOT))
                .or(() -> Optional.of(AUTHORITY.matcher(authority)).filter(Matcher::matches).map(found -> found.group(1)));
    }

    /// Not positive where none is given.
    static int port(URI address) {
        var found = AUTHORITY.matcher(address.getRawAuthority() == null ? "" : address.getRawAuthority());
        return address.getHost() != null || !found.matches() || found.group(2) == null ? address.getPort()
                : Integer.parseInt(found.group(2));
    }

    static String request(URI address, String host, String accept) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String named = (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + (port(address) > 0 ? ":" + port(address) : "");
        return "GET " + path + query + " HTTP/1.1\r\nHost: " + named + "\r\nUser-Agent: Mail Medic\r\nAccept: " + accept + "\r\n"
                + "Accept-Encoding: identity\r\nConnection: close\r\n\r\n";
    }
}
