package org.mailmedic.maildomain.dns;

import java.net.InetAddress;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// A domain's own name servers, to be asked directly. Asked from several threads at once.
@FunctionalInterface
public interface AuthoritativeServers {
    /// @param name without the closing dot
    /// @return an answer only where the server has the say about the name; anything else has [DnsAnswer#failed]
    DnsAnswer ask(InetAddress server, String name, DnsType type);

    /// None can be asked.
    static AuthoritativeServers nobody() {
        return (_, _, _) -> DnsAnswer.without(DnsAnswer.Status.NOT_ASKED);
    }
}
