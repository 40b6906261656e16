package org.mailmedic.discover;

import org.mailmedic.settings.Security;

/// Settings that may be the right ones.
///
/// @param host    outgoing mail server, in ASCII
/// @param user    the sign-in name; empty when only the person can know it
/// @param trusted whether nobody on the way can have made it up: the built-in list, the domain's own word over HTTPS, DNSSEC,
///                or a server below the domain itself, which its certificate will have to prove
/// @param confirm whether the person is to be asked before a password goes there: the server lies outside the domain of the address
///                and nothing vouches for the way that led to it (RFC 6186 §6, RFC 8314 §5.1)
public record Candidate(String host, int port, Security security, String user, Origin origin, boolean trusted, boolean confirm) {
    /// Whether both lead to the same door.
    public boolean sameServer(Candidate other) {
        return host.equals(other.host) && port == other.port && security == other.security;
    }
}
