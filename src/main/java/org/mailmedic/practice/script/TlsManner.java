package org.mailmedic.practice.script;

import org.mailmedic.practice.certificate.IdentityKind;

/// How the server behaves when TLS begins.
public sealed interface TlsManner {
    /// A real handshake with this identity.
    record Genuine(IdentityKind identity) implements TlsManner {}

    /// Something else happens in place of the handshake.
    record Instead(Act act) implements TlsManner {}

    /// Reads the ClientHello and answers with a fatal alert (RFC 8446 §6.2).
    record Alert(int description) implements TlsManner {}

    /// A server of the days before TLS 1.2.
    ///
    /// @param minor   its newest version, as the second byte on the wire: 1 for TLS 1.0, 2 for TLS 1.1
    /// @param lenient answers every client with its own version, as software did that never heard of the
    ///                supported_versions extension; otherwise it refuses newer clients with protocol_version
    record Antique(int minor, boolean lenient) implements TlsManner {}
}
