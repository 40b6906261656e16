package org.mailmedic.net.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// One question for addresses to one DNS server (RFC 1034 §5.3.3), following its CNAMEs ourselves, because a loop or a dead end
/// tells more than "not found".
public final class DnsQuestion {
    private static final int MOST_ALIASES = 8;

    private final DnsDoor server;
    private final Deadline deadline;

    /// In plain DNS.
    public DnsQuestion(InetSocketAddress server, Deadline deadline) {
        this((name, type, until) -> DnsExchange.ask(server, name, type, until), deadline);
    }

    public DnsQuestion(DnsOverHttps server, Deadline deadline) {
        this((DnsDoor) server, deadline);
    }

    private DnsQuestion(DnsDoor server, Deadline deadline) {
        this.server = server;
        this.deadline = deadline;
    }

    /// @param type `A` or `AAAA`
    public Outcome<Answer> ask(String host, String type) {
        try {
            return follow(Name.fromString(host + "."), Type.value(type));
        } catch (TextParseException impossible) {
            return Outcome.failed(Failure.NAME_NOT_FOUND, Failures.raw(impossible));
        } catch (SocketTimeoutException silent) {
            return Outcome.failed(Failure.TIMEOUT, Failures.raw(silent));
        } catch (InterruptedIOException stopped) {
            return Outcome.failed(Failure.CANCELLED, Failures.raw(stopped));
        } catch (SocketException unreachable) {
            return Outcome.failed(Failure.RESOLVER_UNREACHABLE, Failures.raw(unreachable));
        } catch (IOException problem) {
            boolean timedOut = problem.getCause() instanceof SocketTimeoutException;
            return Outcome.failed(timedOut ? Failure.TIMEOUT : Failure.RESOLVER_UNREACHABLE, Failures.raw(problem));
        }
    }

    private Outcome<Answer> follow(Name first, int type) throws IOException {
        List<String> aliases = new ArrayList<>();
        Set<Name> seen = new HashSet<>();
        Name name = first;
        while (true) {
            Message reply = server.ask(name, type, deadline);
            Name before = name;
            boolean loop = false;
            for (Record record : reply.getSection(Section.ANSWER)) {
                if (record instanceof CNAMERecord alias && alias.getName().equals(name)) {
                    loop |= !seen.add(name) || aliases.size() > MOST_ALIASES;
                    name = alias.getTarget();
                    aliases.add(name.toString(true));
                }
            }
            if (loop || seen.contains(name)) {
                return Outcome.failed(Failure.CNAME_BROKEN, "the aliases lead back to " + name);
            }
            Outcome<Answer> here = read(reply, type, name, aliases);
            boolean unfinished = here.failed(Failure.NO_ADDRESS) && !name.equals(before);
            if (!unfinished) {
                return here.failed(Failure.SERVER_FAILURE) && aliases.isEmpty() && loops(first)
                        ? Outcome.failed(Failure.CNAME_BROKEN, "the aliases of " + first + " go round in circles") : here;
            }
        }
    }

    private Outcome<Answer> read(Message reply, int type, Name name, List<String> aliases) {
        List<InetAddress> addresses = new ArrayList<>();
        for (Record record : reply.getSection(Section.ANSWER)) {
            if (record.getName().equals(name)) {
                switch (record) {
                    case ARecord a when type == Type.A -> addresses.add(a.getAddress());
                    case AAAARecord aaaa when type == Type.AAAA -> addresses.add(aaaa.getAddress());
                    default -> { }
                }
            }
        }
        if (!addresses.isEmpty()) {
            return Outcome.of(new Answer(addresses, aliases));
        }
        String raw = Rcode.string(reply.getRcode());
        return switch (reply.getRcode()) {
            case Rcode.NOERROR -> Outcome.failed(Failure.NO_ADDRESS, raw);
            // the alias exists, what it leads to does not (RFC 2308 §2.1)
            case Rcode.NXDOMAIN -> Outcome.failed(aliases.isEmpty() ? Failure.NAME_NOT_FOUND : Failure.CNAME_BROKEN, raw);
            case Rcode.REFUSED -> Outcome.failed(Failure.RESOLVER_REFUSED, raw);
            default -> Outcome.failed(aliases.isEmpty() ? Failure.SERVER_FAILURE : Failure.CNAME_BROKEN, raw);
        };
    }

    /// Many servers answer a loop with SERVFAIL alone; asked for the aliases one by one they show it.
    private boolean loops(Name first) throws IOException {
        Set<Name> seen = new HashSet<>();
        Name name = first;
        while (seen.add(name) && seen.size() <= MOST_ALIASES) {
            Name next = null;
            for (Record record : server.ask(name, Type.CNAME, deadline).getSection(Section.ANSWER)) {
                if (record instanceof CNAMERecord alias && alias.getName().equals(name)) {
                    next = alias.getTarget();
                }
            }
            if (next == null) {
                return false;
            }
            name = next;
        }
        return true;
    }
}
