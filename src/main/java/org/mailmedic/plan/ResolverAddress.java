package org.mailmedic.plan;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// The address of a DNS server as people write it.
public final class ResolverAddress {
    private static final int DNS_PORT = 53;

    private ResolverAddress() {}

    /// Reads `https://dns.example/dns-query`, for DNS over HTTPS (RFC 8484).
    public static Optional<URI> url(String text) {
        try {
            var address = new URI(text.strip());
            boolean usable = "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null && address.getRawUserInfo() == null
                    && address.getPort() <= 65535 && address.getPort() != 0;
            return usable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException senseless) {
            return Optional.empty();
        }
    }

    /// Reads `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53` or `[2001:db8::53]:5353`.
    public static Optional<InetSocketAddress> parse(String text) {
        String host = text.strip();
        int port = DNS_PORT;
        boolean bracketed = host.startsWith("[");
        int colon = host.lastIndexOf(':');
        if (bracketed ? host.contains("]:") : colon > 0 && host.indexOf(':') == colon) {
            try {
                port = Integer.parseInt(host.substring(colon + 1));
            } catch (NumberFormatException notAPort) {
                return Optional.empty();
            }
            host = host.substring(0, colon);
        }
        if (bracketed && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        // the JDK also takes 192.0.2 for 192.0.0.2, which nobody means
        if (host.indexOf(':') < 0 && !host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return Optional.empty();
        }
        try {
            return port < 1 || port > 65535 ? Optional.empty() : Optional.of(new InetSocketAddress(InetAddress.ofLiteral(host), port));
        } catch (IllegalArgumentException aName) {
            return Optional.empty();
        }
    }
}
