package org.mailmedic.diagnosis.rules;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.FirewallLook;
import org.mailmedic.evidence.Evidence.FirewallRule;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;

/// What the comparison with other places came to. A port is only called shut elsewhere when every control on it failed.
record Elsewhere(CaseFile file) {
    /// Controls of one family on one port that were really tried: a line without that family proves nothing about a port.
    List<TcpConnect> on(int port, Predicate<Route> which) {
        return file.all(TcpConnect.class, Route.Role.CONTROL).filter(c -> c.route().port() == port && which.test(c.route()))
                .filter(c -> c.outcome().seen().isPresent() || c.outcome().failure().filter(how -> how != Failure.CANCELLED
                        && how != Failure.NO_ROUTE && how != Failure.NO_LOCAL_ADDRESS).isPresent()).toList();
    }

    private List<TcpConnect> onAskedPort() {
        boolean ipv4 = file.all(TcpConnect.class, Route.Role.TARGET).anyMatch(c -> !c.route().ipv6());
        return on(file.plan().port(), route -> !ipv4 || !route.ipv6());
    }

    /// The asked port gets through somewhere else.
    boolean works() {
        return onAskedPort().stream().anyMatch(this::through);
    }

    /// The asked port was tried elsewhere, and got through nowhere.
    boolean fails() {
        return !onAskedPort().isEmpty() && !works();
    }

    List<TcpConnect> failed() {
        return fails() ? onAskedPort() : List.of();
    }

    /// Connected, and not cut off before a word.
    private boolean through(TcpConnect connect) {
        boolean cutOff = file.all(Evidence.Greeting.class, Route.Role.CONTROL).anyMatch(g -> g.route().equals(connect.route())
                && (g.outcome().failed(Failure.RESET) || g.outcome().failed(Failure.CLOSED)) && g.firstByteMs() < 0)
                || file.all(Evidence.TlsHandshake.class, Route.Role.CONTROL).anyMatch(t -> t.route().equals(connect.route())
                && t.outcome().failed(Failure.RESET) && t.certificate().isEmpty());
        return connect.outcome().seen().isPresent() && !cutOff;
    }

    /// Something gets through on another port, to this server or elsewhere.
    boolean otherPortsWork() {
        return file.all(TcpConnect.class).anyMatch(c -> c.route().role() != Route.Role.CANARY && c.route().port() != file.plan().port()
                && c.outcome().seen().isPresent());
    }

    /// Where the asked port got through, by name.
    String names() {
        return onAskedPort().stream().filter(this::through).map(c -> c.route().host()).distinct().limit(3).collect(Collectors.joining(", "));
    }

    /// Whether any control was asked at all.
    boolean compared() {
        return file.all(TcpConnect.class, Route.Role.CONTROL).findAny().isPresent();
    }

    /// Whether any control, or a web page, got through.
    boolean anythingWorks() {
        return file.all(TcpConnect.class, Route.Role.CONTROL).anyMatch(c -> c.outcome().seen().isPresent())
                || file.all(Evidence.PageCheck.class).anyMatch(p -> p.outcome().seen().isPresent());
    }

    /// Mail ports that got through: at this server first, else elsewhere.
    String workingPorts() {
        return Stream.concat(new Reach(file).greetingPorts().stream(),
                        file.all(TcpConnect.class, Route.Role.CONTROL).filter(this::through).map(TcpConnect::route))
                .map(Route::port).filter(port -> port != file.plan().port() && (port == 465 || port == 587 || port == 2525)).distinct()
                .map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// Rules of this device that stop what was asked for.
    List<FirewallLook> stoppedHere() {
        return file.all(FirewallLook.class).filter(look -> look.outcome().seen().map(rules -> rules.stream().anyMatch(this::meetsTarget))
                .orElse(false)).toList();
    }

    boolean firewallReadable() {
        return file.all(FirewallLook.class).anyMatch(look -> look.outcome().seen().isPresent());
    }

    String ruleText() {
        return stoppedHere().stream().flatMap(look -> look.outcome().seen().stream()).flatMap(List::stream).filter(this::meetsTarget)
                .map(FirewallRule::text).findFirst().orElse("");
    }

    private boolean meetsTarget(FirewallRule rule) {
        return rule.covers(file.plan().port()) && file.all(TcpConnect.class, Route.Role.TARGET)
                .anyMatch(c -> c.outcome().failure().isPresent() && (c.route().ipv6() ? rule.ipv6() : rule.ipv4())
                        && (rule.address().isEmpty() || rule.address().equals(c.route().addressText()) || rule.address().contains("/")
                        && sameNetwork(rule.address(), c.route())));
    }

    private static boolean sameNetwork(String network, Route route) {
        String[] parts = network.split("/", 2);
        try {
            var base = InetAddress.ofLiteral(parts[0]);
            return OddAddresses.sharesPrefix(base, route.address(), Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException notANetwork) {
            return false;
        }
    }
}
