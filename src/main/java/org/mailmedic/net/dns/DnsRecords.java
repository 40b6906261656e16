package org.mailmedic.net.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Share;
import org.mailmedic.settings.HostName;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Asks DNS servers which hosts offer a service (RFC 2782) or receive the mail (RFC 5321 §5.1) of a domain. The servers are asked in
/// turn until one answers. Thread-safe.
public final class DnsRecords {
    private static final List<InetAddress> THIS_COMPUTER = List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

    private final List<InetSocketAddress> servers;

    /// @param target without the closing dot; empty for the root, which means "not offered"
    public record Service(int priority, int weight, int port, String target) {}

    /// @param target without the closing dot; empty for the root, which means "receives no mail" (RFC 7505)
    public record MailHost(int priority, String target) {}

    /// @param records   empty when the name or the type does not exist
    /// @param authentic whether a validating resolver on this very computer vouches for the answer by DNSSEC; a flag that came over
    ///                  the network proves nothing (RFC 4035 §4.9.3)
    public record Answered<T>(List<T> records, boolean authentic) {}

    public DnsRecords(List<InetSocketAddress> servers) {
        this.servers = List.copyOf(servers);
    }

    /// The services called `name`, such as `_submission._tcp.example.org`: lowest priority first, then the heaviest.
    ///
    /// @throws IOException when no server gives an answer
    public Answered<Service> services(String name, Deadline deadline) throws IOException {
        var order = Comparator.comparingInt(Service::priority).thenComparing(Service::weight, Comparator.reverseOrder());
        return ask(name, Type.SRV, deadline, order, record -> record instanceof SRVRecord srv
                ? Optional.of(new Service(srv.getPriority(), srv.getWeight(), srv.getPort(), text(srv.getTarget()))) : Optional.empty());
    }

    /// The MX hosts of `domain`, the preferred one first.
    ///
    /// @throws IOException when no server gives an answer
    public Answered<MailHost> mailHosts(String domain, Deadline deadline) throws IOException {
        return ask(domain, Type.MX, deadline, Comparator.comparingInt(MailHost::priority), record -> record instanceof MXRecord mx
                ? Optional.of(new MailHost(mx.getPriority(), text(mx.getTarget()))) : Optional.empty());
    }

    /// The addresses of `host`, IPv4 first; empty when there are none. An address literal is its own answer, and `localhost` is this
    /// computer: no server is asked for either (RFC 6761 §6.3).
    public List<InetAddress> addresses(String host, Deadline deadline) {
        if (HostName.read(host) instanceof HostName.Usable(var name, var literal) && (literal || isThisComputer(name))) {
            return literal ? List.of(InetAddress.ofLiteral(name)) : THIS_COMPUTER;
        }
        List<InetAddress> all = new ArrayList<>();
        for (String type : List.of("A", "AAAA")) {
            for (int i = 0; i < servers.size(); i++) {
                Outcome<Answer> outcome = new DnsQuestion(servers.get(i), share(i, deadline)).ask(host, type);
                outcome.seen().ifPresent(answer -> all.addAll(answer.addresses()));
                if (outcome.seen().isPresent() || outcome.failed(Failure.NAME_NOT_FOUND) || outcome.failed(Failure.NO_ADDRESS)) {
                    break;
                }
            }
        }
        return all;
    }

    private static boolean isThisComputer(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("localhost") || lower.endsWith(".localhost");
    }

    private interface Reading<T> {
        Optional<T> of(Record record);
    }

    private <T> Answered<T> ask(String name, int type, Deadline deadline, Comparator<T> order, Reading<T> reading) throws IOException {
        IOException last = new IOException("there is no DNS server to ask");
        for (int i = 0; i < servers.size(); i++) {
            InetSocketAddress server = servers.get(i);
            try {
                Message reply = DnsExchange.ask(server, Name.fromString(name + "."), type, share(i, deadline));
                if (reply.getRcode() == Rcode.NOERROR || reply.getRcode() == Rcode.NXDOMAIN) {
                    List<T> found = reply.getSection(Section.ANSWER).stream().flatMap(record -> reading.of(record).stream()).sorted(order)
                            .toList();
                    return new Answered<>(found, reply.getHeader().getFlag(Flags.AD) && server.getAddress().isLoopbackAddress());
                }
                last = new IOException(Rcode.string(reply.getRcode()));
            } catch (IOException silent) {
                last = silent;
            }
        }
        throw last;
    }

    /// What a server may take of the time that is left, so that a silent one leaves some for the next.
    private Deadline share(int index, Deadline deadline) {
        return deadline.orIn(Share.of(deadline.remaining(), 1, servers.size() - index));
    }

    private static String text(Name target) {
        return target.equals(Name.root) ? "" : target.toString(true);
    }
}
