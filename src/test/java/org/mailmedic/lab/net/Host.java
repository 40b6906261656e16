package org.mailmedic.lab.net;

/// The hosts of the laboratory's small Internet.
public enum Host {
    /// Where Mail Medic runs: a computer in a home or an office.
    CLIENT,
    /// Between the computer and everything else: home router, firewall of an office, Internet provider.
    ROUTER,
    /// The mail server that is asked about, on as many addresses as needed.
    SERVER,
    /// Well-known servers elsewhere.
    CONTROLS,
    /// Name servers: the network's own and public ones.
    RESOLVERS;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
