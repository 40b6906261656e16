package org.mailmedic.maildomain.dns;

import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// Where records come from: the network, or a list in memory. Asked from several threads at once.
@FunctionalInterface
public interface Zone {
    /// @param name without the closing dot
    DnsAnswer ask(String name, DnsType type);

    /// Says that this will be asked for soon, so that whoever can may ask it at once. Without that, a row of silent servers is waited for
    /// one after the other.
    default void ahead(String name, DnsType type) {}

    /// Whether the person named who is asked; else it is whomever this computer's network names, which may deny names that exist.
    default boolean chosen() {
        return false;
    }
}
