package org.mailmedic.net.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.net.Network;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.net.transport.Share;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/// Asks for records of any kind: over UDP, over TCP where the answer is cut off, or over HTTPS. The servers are asked in turn until one
/// answers; that none does is told apart from "there is no such record". An answer is at most 64 KiB by the protocol itself.
/// Thread-safe.
public final class DnsLookup {
    private static final int MOST_ALIASES = 8;

    private final List<Server> servers;
    private final Network network;
    private final Duration time;

    private record Server(String name, DnsDoor door, boolean believed) {}

    /// @param plain     asked in plain DNS, in this order, before the others
    /// @param overHttps asked after them
    /// @param time      for one question, all servers together
    public DnsLookup(List<InetSocketAddress> plain, List<DnsOverHttps> overHttps, Network network, Duration time) {
        List<Server> all = new ArrayList<>();
        for (InetSocketAddress each : plain) {
            all.add(new Server(each.getAddress().getHostAddress(), (name, type, until) -> DnsExchange.ask(each, name, type, until),
                    each.getAddress().isLoopbackAddress()));
        }
        overHttps.forEach(each -> all.add(new Server(each.host(), each, true)));
        this.servers = List.copyOf(all);
        this.network = network;
        this.time = time;
    }

    /// @param name without the closing dot, one character for each byte; what can be no name does not exist
    public DnsAnswer ask(String name, DnsType type) {
        Name question;
        try {
            question = Name.fromString(name.replace("\\", "\\\\") + ".");
        } catch (TextParseException impossible) {
            return DnsAnswer.without(Status.NO_NAME);
        }
        var deadline = Deadline.in(time, network::nanoTime);
        var said = new StringBuilder();
        var last = Status.UNREACHABLE;
        for (int i = 0; i < servers.size(); i++) {
            Server server = servers.get(i);
            DnsAnswer answer = ask(server, question, type, deadline.orIn(Share.of(deadline.remaining(), 1, servers.size() - i)));
            if (!answer.failed()) {
                return answer.saidBy(server.name());
            }
            last = answer.status();
            said.append(said.isEmpty() ? "" : "; ").append(server.name()).append(": ").append(answer.raw());
        }
        return new DnsAnswer(last, List.of(), List.of(), false, said.toString());
    }

    private static DnsAnswer ask(Server server, Name question, DnsType type, Deadline deadline) {
        try {
            return follow(server, question, type, deadline);
        } catch (SocketTimeoutException silent) {
            return failed(Status.TIMEOUT, silent);
        } catch (InterruptedIOException stopped) {
            return failed(Status.UNREACHABLE, stopped);
        } catch (IOException problem) {
            return failed(problem.getCause() instanceof SocketTimeoutException ? Status.TIMEOUT
                    : Failures.ownLimit(problem) ? Status.NOT_ASKED : Status.UNREACHABLE, problem);
        }
    }

    private static DnsAnswer failed(Status how, IOException problem) {
        return new DnsAnswer(how, List.of(), List.of(), false, Failures.raw(problem));
    }

    /// Follows aliases ourselves, since a server that does not (RFC 1034 §4.3.2) leaves it to whoever asks.
    private static DnsAnswer follow(Server server, Name first, DnsType type, Deadline deadline) throws IOException {
        List<String> aliases = new ArrayList<>();
        Name name = first;
        boolean authentic = true;
        while (true) {
            Message reply = server.door().ask(name, type.number(), deadline);
            authentic &= server.believed() && reply.getHeader().getFlag(Flags.AD);
            String raw = Rcode.string(reply.getRcode());
            if (reply.getRcode() != Rcode.NOERROR && reply.getRcode() != Rcode.NXDOMAIN) {
                if (reply.getRcode() == Rcode.SERVFAIL && type != DnsType.CNAME && loops(server, name, deadline)) {
                    return new DnsAnswer(Status.ALIAS_LOOP, List.of(), aliases, false, raw);
                }
                return new DnsAnswer(reply.getRcode() == Rcode.REFUSED ? Status.REFUSED : Status.SERVER_FAILURE, List.of(), aliases, false,
                        raw);
            }
            Name asked = name;
            if (type != DnsType.CNAME) {
                for (Optional<Name> next = alias(reply, name); next.isPresent(); next = alias(reply, name)) {
                    if (aliases.size() >= MOST_ALIASES) {
                        return new DnsAnswer(Status.ALIAS_LOOP, List.of(), aliases, false, raw);
                    }
                    name = next.get();
                    aliases.add(text(name));
                }
            }
            List<DnsData> found = read(reply, name, type);
            if (found.isEmpty() && referral(reply)) {
                return new DnsAnswer(Status.SERVER_FAILURE, List.of(), aliases, false, "it only names other servers");
            }
            boolean unfinished = found.isEmpty() && !name.equals(asked) && reply.getRcode() == Rcode.NOERROR;
            if (!unfinished) {
                Status status = !found.isEmpty() ? Status.FOUND : reply.getRcode() == Rcode.NXDOMAIN ? Status.NO_NAME : Status.NO_DATA;
                return new DnsAnswer(status, found, aliases, authentic, raw).keptFor(kept(reply, type));
            }
        }
    }

    /// Many resolvers answer a loop with SERVFAIL alone; asked for the aliases one by one they show it.
    private static boolean loops(Server server, Name first, Deadline deadline) throws IOException {
        Set<Name> seen = new HashSet<>();
        Optional<Name> name = Optional.of(first);
        while (name.isPresent() && seen.add(name.get())) {
            name = seen.size() > MOST_ALIASES ? Optional.empty() : alias(server.door().ask(name.get(), DnsType.CNAME.number(), deadline),
                    name.get());
        }
        return name.isPresent();
    }

    /// A server that is not in charge and asks nobody else only says who is (RFC 1034 §4.3.1): that is no answer.
    private static boolean referral(Message reply) {
        List<Record> authority = reply.getSection(Section.AUTHORITY);
        return reply.getRcode() == Rcode.NOERROR && !reply.getHeader().getFlag(Flags.AA) && !reply.getHeader().getFlag(Flags.RA)
                && authority.stream().anyMatch(NSRecord.class::isInstance) && authority.stream().noneMatch(SOARecord.class::isInstance);
    }

    /// Until the first of what makes up the answer runs out. What is not there is kept as long as the zone's SOA record says, or lasts.
    static long kept(Message reply, DnsType type) {
        long records = reply.getSection(Section.ANSWER).stream()
                .filter(each -> each.getType() == type.number() || each instanceof CNAMERecord).mapToLong(Record::getTTL).min().orElse(-1);
        return records >= 0 ? records : reply.getSection(Section.AUTHORITY).stream().filter(SOARecord.class::isInstance)
                .mapToLong(soa -> Math.min(soa.getTTL(), ((SOARecord) soa).getMinimum())).findFirst().orElse(-1);
    }

    static Optional<Name> alias(Message reply, Name of) {
        for (Record record : reply.getSection(Section.ANSWER)) {
            if (record instanceof CNAMERecord alias && alias.getName().equals(of)) {
                return Optional.of(alias.getTarget());
            }
        }
        return Optional.empty();
    }

    static List<DnsData> read(Message reply, Name name, DnsType type) {
        List<DnsData> found = new ArrayList<>();
        for (Record record : reply.getSection(Section.ANSWER)) {
            if (record.getType() == type.number() && record.getName().equals(name)) {
                found.add(read(record));
            }
        }
        return found;
    }

    private static DnsData read(Record record) {
        return switch (record) {
            case ARecord a -> new DnsData.Address(a.getAddress());
            case AAAARecord aaaa -> new DnsData.Address(aaaa.getAddress());
            case MXRecord mx -> new DnsData.MailHost(mx.getPriority(), text(mx.getTarget()));
            case TXTRecord txt -> text(txt);
            case PTRRecord ptr -> new DnsData.Named(text(ptr.getTarget()));
            case NSRecord ns -> new DnsData.Named(text(ns.getTarget()));
            case CNAMERecord cname -> new DnsData.Named(text(cname.getTarget()));
            case TLSARecord tlsa -> DnsData.Tlsa.of(tlsa.getCertificateUsage(), tlsa.getSelector(), tlsa.getMatchingType(),
                    tlsa.getCertificateAssociationData());
            case CAARecord caa -> new DnsData.Caa(caa.getFlags(), caa.getTag(), caa.getValue());
            // read() is asked for the types of DnsType alone
            default -> throw new IllegalStateException(record.getClass().getName());
        };
    }

    private static DnsData.Text text(TXTRecord txt) {
        var joined = new StringBuilder();
        List<byte[]> strings = txt.getStringsAsByteArrays();
        for (byte[] each : strings) {
            for (byte b : each) {
                joined.append((char) (b & 0xff));
            }
        }
        return new DnsData.Text(joined.toString(), strings.size());
    }

    static String text(Name target) {
        return target.equals(Name.root) ? "" : target.toString(true);
    }
}
