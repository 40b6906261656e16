package org.mailmedic.plan;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// One way to one address: who is asked, where, and in which mode. Whatever was seen belongs to exactly one route.
///
/// @param role    why this route is looked at
/// @param host    the name it came from, for TLS (SNI, certificate) and for words
/// @param address the one address to connect to
/// @param port    1 to 65535
/// @param mode    what is spoken first
public record Route(Role role, String host, InetAddress address, int port, Mode mode) {
    public enum Role {
        /// The server, port and mode that were asked about.
        TARGET,
        /// The same server and port in the other mode, to tell a mode mismatch from silence.
        OTHER_MODE,
        /// Another port of the same server.
        OTHER_PORT,
        /// A well-known endpoint elsewhere.
        CONTROL,
        /// An address that cannot answer.
        CANARY
    }

    /// As every record has it. Written out, since the JVM makes that code when it is first asked for, in the middle of the dialogue.
    @Override
    public boolean equals(Object other) {
        return other instanceof Route route && role == route.role && host.equals(route.host) && address.equals(route.address)
                && port == route.port && mode == route.mode;
    }

    @Override
    public int hashCode() {
        return (address.hashCode() * 31 + port) * 31 + role.ordinal();
    }

    public InetSocketAddress endpoint() {
        return new InetSocketAddress(address, port);
    }

    public boolean ipv6() {
        return address instanceof Inet6Address;
    }

    /// `192.0.2.1` or `2001:db8::1`, without a zone's blanks.
    public String addressText() {
        return AddressText.of(address);
    }

    public Route in(Mode other) {
        return new Route(role, host, address, port, other);
    }

    public Route as(Role other) {
        return new Route(other, host, address, port, mode);
    }

    /// A short name that tells routes of one run apart, used in evidence ids: `587-192.0.2.1`.
    public String key() {
        String base = port + "-" + addressText();
        return switch (role) {
            case TARGET, OTHER_PORT -> base;
            case OTHER_MODE -> base + "-" + mode.id();
            case CONTROL -> base + "-control";
            case CANARY -> base + "-canary";
        };
    }
}
