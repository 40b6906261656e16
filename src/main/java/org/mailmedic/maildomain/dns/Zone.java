package org.mailmedic.maildomain.dns;

import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// Where records come from: the network, or a list in memory. Asked from several threads at once.
@FunctionalInterface
public interface Zone {
    /// @param name without the closing dot
    DnsAnswer ask(String name, DnsType type);
}
