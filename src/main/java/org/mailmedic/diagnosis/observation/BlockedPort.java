package org.mailmedic.diagnosis.observation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.LongLine;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;

/// The asked port is shut on the way: to the server and to every control, while something else gets through.
///
/// @param here      how it failed at the server
/// @param elsewhere how it failed at the controls
/// @param entirely  whether no address of the server let us in; otherwise only one family is concerned
public record BlockedPort(List<? extends Evidence.OnRoute> here, List<TcpConnect> elsewhere, boolean entirely) {
    public static Optional<BlockedPort> in(CaseFile file) {
        var reach = new ServerReach(file);
        var elsewhere = new ControlConnects(file);
        if (!new DeviceFirewall(file).stops().isEmpty()) {
            return Optional.empty();
        }
        List<? extends Evidence.OnRoute> here = reach.connected() ? CutConnections.here(file) : reach.failed(how -> true).stream()
                .filter(BlockedPort::onTheWay).toList();
        if (!here.isEmpty()) {
            return elsewhere.fails() && elsewhere.otherPortsWork() ? Optional.of(new BlockedPort(here, elsewhere.failed(), true))
                    : Optional.empty();
        }
        return cutLater(file).or(() -> Stream.of(false, true).flatMap(ipv6 -> oneFamily(file, ipv6).stream()).findFirst());
    }

    /// Greeted, and silent soon after, before TLS was agreed on, here and elsewhere alike, while handshakes at other ports are finished:
    /// somebody on the way minds what is said on this one. Where a long line is lost too, it is about large packets.
    private static Optional<BlockedPort> cutLater(CaseFile file) {
        var dialogue = Dialogue.of(file);
        List<Evidence.OnRoute> here = dialogue.implicitTls() || dialogue.encrypted() ? List.of()
                : Stream.of(dialogue.hello(), dialogue.startTls(), dialogue.handshake()).flatMap(step -> step.<Evidence.OnRoute>map(e -> e)
                        .stream()).filter(step -> step.outcome().failed(Failure.TIMEOUT)).toList();
        List<TcpConnect> there = file.all(TcpConnect.class, Route.Role.CONTROL).filter(c -> c.route().port() == file.plan().port()
                && stalled(file, c.route()).isPresent()).toList();
        boolean alike = !here.isEmpty() && !there.isEmpty() && there.stream().allMatch(c -> stalled(file, c.route()).orElseThrow());
        boolean otherPorts = file.all(TlsHandshake.class)
                .anyMatch(t -> t.route().port() != file.plan().port() && t.outcome().seen().isPresent());
        boolean large = file.all(LongLine.class).anyMatch(line -> line.outcome().failed(Failure.TIMEOUT));
        return alike && otherPorts && !large ? Optional.of(new BlockedPort(here, there, true)) : Optional.empty();
    }

    /// Whether a dialogue elsewhere fell silent before TLS was agreed on; empty where none went beyond the greeting.
    private static Optional<Boolean> stalled(CaseFile file, Route route) {
        List<Evidence> steps = file.evidence().stream().filter(e -> e.onRoute().filter(route::equals).isPresent())
                .filter(e -> e instanceof Evidence.Hello || e instanceof Evidence.StartTls || e instanceof TlsHandshake).toList();
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().outcome().failed(Failure.TIMEOUT));
    }

    /// The server is reached over the other family.
    private static Optional<BlockedPort> oneFamily(CaseFile file, boolean ipv6) {
        var elsewhere = new ControlConnects(file);
        boolean reached = file.all(TcpConnect.class, Route.Role.TARGET)
                .anyMatch(c -> c.route().ipv6() == ipv6 && c.outcome().seen().isPresent());
        List<TcpConnect> here = new ServerReach(file).failed(how -> true).stream().filter(c -> c.route().ipv6() == ipv6 && onTheWay(c))
                .toList();
        return reached || here.isEmpty() || elsewhere.failed(ipv6).isEmpty() || !elsewhere.otherPortsWork(ipv6) ? Optional.empty()
                : Optional.of(new BlockedPort(here, elsewhere.failed(ipv6), false));
    }

    /// Silent or rejected. What this system itself refuses never got on the way.
    private static boolean onTheWay(TcpConnect connect) {
        return connect.outcome().failure().filter(how -> how == Failure.TIMEOUT || how == Failure.REFUSED || how == Failure.RESET
                || how.unreachable())
                .isPresent();
    }

    /// How sure it is that the way is shut. A single control may be down itself, a port that is silent here and refused there need not be
    /// one and the same thing, and the way to a private address is not the way to the Internet.
    public double confidence(boolean firewallRead) {
        double sure = firewallRead ? 0.93 : 0.85;
        boolean alone = elsewhere.stream().map(c -> c.route().host()).distinct().count() < 2;
        boolean alike = elsewhere.stream().anyMatch(c -> here.stream().anyMatch(h -> silent(h) == IpFamilies.silent(c)));
        boolean privately = here.stream().allMatch(h -> h.route().address().isSiteLocalAddress())
                && elsewhere.stream().noneMatch(c -> c.route().address().isSiteLocalAddress());
        return !alike || privately ? 0.7 : alone ? Math.min(sure, 0.8) : sure;
    }

    private static boolean silent(Evidence.OnRoute seen) {
        return seen instanceof TcpConnect connect && IpFamilies.silent(connect);
    }
}
