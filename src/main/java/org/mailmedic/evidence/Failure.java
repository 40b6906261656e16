package org.mailmedic.evidence;

import java.util.Locale;

/// The closed list of ways in which a look at the network can end without what was looked for.
public enum Failure {
    // name lookup (RFC 1035 §4.1.1, RFC 2308)
    NAME_NOT_FOUND, NO_ADDRESS, CNAME_BROKEN, SERVER_FAILURE, RESOLVER_REFUSED, RESOLVER_UNREACHABLE,
    // anywhere
    /// The step's whole deadline passed.
    TIMEOUT,
    /// The peer closed in an orderly way.
    CLOSED,
    /// The peer, or something in between, sent a reset.
    RESET,
    // connect
    REFUSED,
    /// ICMP said that the host cannot be reached.
    HOST_UNREACHABLE,
    /// ICMP said that the network cannot be reached.
    NET_UNREACHABLE,
    /// This computer has no route at all (at once, nothing was sent).
    NO_ROUTE,
    /// This computer's system itself refused to send.
    PERMISSION_DENIED,
    /// No local address of this family.
    NO_LOCAL_ADDRESS,
    // dialogue
    /// Bytes came that are no SMTP reply (RFC 5321 §4.2).
    NOT_SMTP,
    /// More bytes or lines than any reply has.
    FLOOD,
    /// Bytes were sent in plaintext after STARTTLS had been accepted (CVE-2011-0411 and kin).
    PLAINTEXT_AFTER_STARTTLS,
    // TLS (RFC 8446 §6)
    /// The answer to the ClientHello was no TLS record.
    NOT_TLS,
    TLS_ALERT,
    /// Nothing in common, said by this side.
    TLS_NO_COMMON,
    /// The server's answer made no sense as TLS.
    TLS_BROKEN,
    // sign-in
    /// The server's own proof in SCRAM was wrong (RFC 5802 §3).
    SERVER_NOT_PROVEN,
    /// The server's challenge could not be understood.
    BAD_CHALLENGE,
    CANCELLED,
    /// Something the list does not know; the raw text says what.
    OTHER;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// True where a packet or a system call said that there is no way to the peer.
    public boolean unreachable() {
        return this == HOST_UNREACHABLE || this == NET_UNREACHABLE || this == NO_ROUTE || this == NO_LOCAL_ADDRESS;
    }
}
