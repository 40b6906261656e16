package org.mailmedic.diagnosis.observation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Addresses that cannot be a public mail server. The list of web-only networks is read when first needed. Thread-safe.
public final class NonMailAddresses {
    private record Network(InetAddress start, int bits, String owner) {
        boolean contains(InetAddress address) {
            return sharesPrefix(start, address, bits);
        }
    }

    public static final String PRIVATE = "private";

    private static final List<Network> NOT_PUBLIC = List.of(network("10.0.0.0/8", PRIVATE), network("172.16.0.0/12", PRIVATE),
            network("192.168.0.0/16", PRIVATE), network("100.64.0.0/10", PRIVATE), network("169.254.0.0/16", PRIVATE),
            network("fc00::/7", PRIVATE), network("fe80::/10", PRIVATE), network("127.0.0.0/8", "loopback"), network("::1/128", "loopback"),
            network("0.0.0.0/8", "unspecified"), network("::/128", "unspecified"), network("224.0.0.0/3", "unspecified"),
            network("ff00::/8", "unspecified"));

    private @Nullable List<Network> webOnly;

    /// `unspecified` (also for what no single computer can have: multicast, broadcast, reserved; RFC 6890), `loopback`, `private` or `cdn`;
    /// empty for an address like any other.
    public Optional<String> kind(InetAddress address) {
        return NOT_PUBLIC.stream().filter(n -> n.contains(address)).map(Network::owner).findFirst()
                .or(() -> network(address).map(_ -> "cdn"));
    }

    /// Who runs the web-only network it belongs to.
    public Optional<String> network(InetAddress address) {
        return webOnly().stream().filter(n -> n.contains(address)).map(Network::owner).findFirst();
    }

    public static boolean sharesPrefix(InetAddress one, InetAddress other, int bits) {
        byte[] a = one.getAddress();
        byte[] b = other.getAddress();
        boolean same = a.length == b.length;
        for (int bit = 0; same && bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            same = (a[bit / Byte.SIZE] & mask) == (b[bit / Byte.SIZE] & mask);
        }
        return same;
    }

    private synchronized List<Network> webOnly() {
        if (webOnly == null) {
            try (InputStream in = NonMailAddresses.class.getResourceAsStream("/org/mailmedic/diagnosis/web-only-networks.json")) {
                webOnly = JsonMapper.shared().readTree(in).path("networks").valueStream()
                        .flatMap(owner -> owner.path("ranges").valueStream()
                        .map(JsonNode::asString).map(range -> network(range, owner.path("name").asString()))).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return webOnly;
    }

    private static Network network(String range, String owner) {
        String[] parts = range.split("/");
        return new Network(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]), owner);
    }
}
