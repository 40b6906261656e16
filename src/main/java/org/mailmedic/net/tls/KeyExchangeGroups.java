package org.mailmedic.net.tls;

/// Which groups of the key exchange a hello offers (RFC 8446 §4.2.7). Java makes a key for the first group of each family in advance, and
/// a curve's first key costs a table; X25519 alone costs a third of both families, and nearly every server takes it.
public enum KeyExchangeGroups {
    /// For the first hello on the way itself. A server that has no such group says so by an alert, or hangs up.
    X25519_ALONE("x25519"),
    /// Java's own groups and order, but for one: its first key on P-256 takes several times as long as one on P-384.
    ALL("x25519", "secp384r1", "secp256r1", "secp521r1", "x448", "ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe6144", "ffdhe8192");

    private final String[] names;

    KeyExchangeGroups(String... names) {
        this.names = names;
    }

    String[] names() {
        return names.clone();
    }
}
