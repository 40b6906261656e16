package org.mailmedic.diagnosis.observation;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;

/// IPv4 and IPv6 are two lines of their own: what gets through over one says nothing about the other.
public record IpFamilies(CaseFile file) {
    /// By then a SYN was sent a second time (RFC 6298 §2), so that being given up later is silence too.
    private static final double SENT_AGAIN_MS = 1500;

    /// Connects of one family that really ended one way or the other. A canary proves nothing about a line.
    private Stream<TcpConnect> tried(boolean ipv6) {
        return file.all(TcpConnect.class).filter(c -> c.route().role() != Route.Role.CANARY && c.route().ipv6() == ipv6)
                .filter(IpFamilies::ended);
    }

    /// Whether it came to something: it connected, it failed, or it was given up after a long silence.
    static boolean ended(TcpConnect connect) {
        return connect.outcome().seen().isPresent() || connect.outcome().failure().filter(how -> how != Failure.CANCELLED).isPresent()
                || silent(connect);
    }

    static boolean silent(TcpConnect connect) {
        return connect.outcome().failed(Failure.TIMEOUT)
                || connect.outcome().failed(Failure.CANCELLED) && connect.span().durationMs() >= SENT_AGAIN_MS;
    }

    /// Whether anything at all got through over this family.
    public boolean alive(boolean ipv6) {
        return tried(ipv6).anyMatch(c -> c.outcome().seen().isPresent());
    }

    /// Whether this line simply lacks the family: no packet could even be sent.
    public boolean absent(boolean ipv6) {
        return !alive(ipv6) && nowhereToGo(tried(ipv6).toList());
    }

    /// Whether all of them ended in this computer's own routing table. A busy computer takes a moment to say so now and then, which
    /// then looks like word from afar; one that it said at once tells.
    public static boolean nowhereToGo(List<TcpConnect> failed) {
        return failed.stream().allMatch(c -> c.outcome().failure().filter(how -> noWay(how) || how == Failure.NET_UNREACHABLE).isPresent())
                && failed.stream().anyMatch(c -> c.outcome().failure().filter(IpFamilies::noWay).isPresent());
    }

    public static boolean noWay(Failure how) {
        return how == Failure.NO_ROUTE || how == Failure.NO_LOCAL_ADDRESS;
    }

    /// Whether the server was tried over this family.
    public boolean asked(boolean ipv6) {
        return tried(ipv6).anyMatch(c -> c.route().role() == Route.Role.TARGET);
    }

    /// IPv6 leads nowhere, neither to the server nor elsewhere, while IPv4 gets through on a port on which IPv6 was tried elsewhere.
    public boolean ipv6Broken() {
        List<TcpConnect> controls = tried(true).filter(c -> c.route().role() == Route.Role.CONTROL).toList();
        boolean comparable = controls.stream().anyMatch(c -> tried(false)
                .anyMatch(other -> other.route().port() == c.route().port() && other.outcome().seen().isPresent()));
        return asked(true) && !alive(true) && comparable;
    }

    /// What [#ipv6Broken] rests on.
    public Stream<TcpConnect> overIpv6() {
        return tried(true).filter(c -> c.route().role() == Route.Role.TARGET || c.route().role() == Route.Role.CONTROL);
    }
}
