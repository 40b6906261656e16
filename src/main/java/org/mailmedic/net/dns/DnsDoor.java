package org.mailmedic.net.dns;

import java.io.IOException;
import org.mailmedic.net.transport.Deadline;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;

/// One DNS server, however it is asked.
@FunctionalInterface
interface DnsDoor {
    /// @throws IOException as [DnsQuestion] tells them apart
    Message ask(Name name, int type, Deadline deadline) throws IOException;
}
