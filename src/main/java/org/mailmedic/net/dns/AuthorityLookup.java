package org.mailmedic.net.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailmedic.net.Network;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TextParseException;

/// Asks a domain's own name servers, over UDP, and over TCP where the answer is cut off. Only what one of them says with authority
/// (RFC 1035 §4.1.1, AA) is an answer: something else may have answered in its place. Thread-safe.
public final class AuthorityLookup {
    private static final int MOST_ALIASES = 8;

    private final Network network;
    private final Duration time;
    private final int port;

    /// @param time for one question
    /// @param port where name servers are asked; 53, but for tests
    public AuthorityLookup(Network network, Duration time, int port) {
        this.network = network;
        this.time = time;
        this.port = port;
    }

    /// @param name without the closing dot
    public DnsAnswer ask(InetAddress server, String name, DnsType type) {
        try {
            var question = Name.fromString(name.replace("\\", "\\\\") + ".");
            var deadline = Deadline.in(time, network::nanoTime);
            Message reply = DnsExchange.askItself(new InetSocketAddress(server, port), question, type.number(), deadline);
            return read(reply, question, type).saidBy(server.getHostAddress());
        } catch (TextParseException impossible) {
            return DnsAnswer.without(Status.NO_NAME);
        } catch (SocketTimeoutException silent) {
            return DnsAnswer.without(Status.TIMEOUT);
        } catch (IOException problem) {
            return DnsAnswer.without(problem.getCause() instanceof SocketTimeoutException ? Status.TIMEOUT
                    : Failures.ownLimit(problem) ? Status.NOT_ASKED : Status.UNREACHABLE);
        }
    }

    private static DnsAnswer read(Message reply, Name question, DnsType type) {
        if (reply.getRcode() != Rcode.NOERROR && reply.getRcode() != Rcode.NXDOMAIN || !reply.getHeader().getFlag(Flags.AA)) {
            return DnsAnswer.without(reply.getRcode() == Rcode.REFUSED ? Status.REFUSED : Status.SERVER_FAILURE);
        }
        List<String> aliases = new ArrayList<>();
        Name name = question;
        for (Optional<Name> next = DnsLookup.alias(reply, name); next.isPresent() && aliases.size() < MOST_ALIASES;
                next = DnsLookup.alias(reply, name)) {
            name = next.get();
            aliases.add(DnsLookup.text(name));
        }
        List<DnsData> found = DnsLookup.read(reply, name, type);
        // where an alias leads to is another server's to say
        Status status = !found.isEmpty() ? Status.FOUND : !aliases.isEmpty() ? Status.NOT_ASKED
                : reply.getRcode() == Rcode.NXDOMAIN ? Status.NO_NAME : Status.NO_DATA;
        return new DnsAnswer(status, found, aliases, false, Rcode.string(reply.getRcode())).keptFor(DnsLookup.kept(reply, type));
    }
}
