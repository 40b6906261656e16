package org.mailmedic.diagnosis.observation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.PageCheck;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.MailPorts;

/// What the comparison with other places came to. A port is only called shut elsewhere when every control on it failed; one that gets
/// through is enough to say that it is open. Only controls of a family in which the server itself was tried count.
public record ControlConnects(CaseFile file) {

    /// Controls on the asked port that were really tried. A line without the family proves nothing about a port.
    private List<TcpConnect> onAskedPort(Predicate<Route> which) {
        var families = new IpFamilies(file);
        return file.all(TcpConnect.class, Route.Role.CONTROL).filter(c -> c.route().port() == file.plan().port() && which.test(c.route()))
                .filter(c -> IpFamilies.ended(c) && listenedTo(c) && (families.alive(c.route().ipv6())
                        || c.outcome().failure().filter(IpFamilies::noWay).isEmpty())).toList();
    }

    private boolean listenedTo(TcpConnect connect) {
        return Patience.had(file, connect) && !CutConnections.unknown(file, connect.route());
    }

    /// Of a family in which the server was tried, and which this line has.
    private boolean concerned(Route route) {
        var families = new IpFamilies(file);
        boolean onlyOne = !families.asked(!route.ipv6());
        return families.asked(route.ipv6()) && (onlyOne || !families.absent(route.ipv6()));
    }

    /// The asked port gets through somewhere else.
    public boolean works() {
        return onAskedPort(this::concerned).stream().anyMatch(this::through);
    }

    /// The asked port was tried elsewhere, and got through nowhere.
    public boolean fails() {
        return !failed().isEmpty();
    }

    public List<TcpConnect> failed() {
        return failed(this::concerned);
    }

    /// The controls of one family on the asked port, when all of them failed.
    public List<TcpConnect> failed(boolean ipv6) {
        return failed(route -> route.ipv6() == ipv6);
    }

    private List<TcpConnect> failed(Predicate<Route> which) {
        List<TcpConnect> tried = onAskedPort(which);
        return tried.stream().anyMatch(this::through) || outOfReach() ? List.of() : tried;
    }

    /// No control got through anywhere, not even on a port on which the server itself did: they are missing, which tells nothing about
    /// any port.
    private boolean outOfReach() {
        Set<Integer> open = file.all(TcpConnect.class, Route.Role.OTHER_PORT)
                .filter(c -> c.outcome().seen().isPresent() && !cutOff(c.route())).map(c -> c.route().port()).collect(Collectors.toSet());
        return file.all(TcpConnect.class, Route.Role.CONTROL).noneMatch(c -> c.outcome().seen().isPresent())
                && file.all(TcpConnect.class, Route.Role.CONTROL).anyMatch(c -> IpFamilies.ended(c) && open.contains(c.route().port()));
    }

    /// Connected; where the server hangs up before a word, only a control that does not do the same got through. A reset may come so soon
    /// that the connection was never seen.
    private boolean through(TcpConnect connect) {
        var reach = new ServerReach(file);
        boolean hangsUp = reach.connected() || !reach.failed(how -> how == Failure.RESET).isEmpty();
        return connect.outcome().seen().isPresent() && !(hangsUp && cutOff(connect.route()));
    }

    private boolean cutOff(Route route) {
        return CutConnections.at(file, route);
    }

    /// Something else gets through: another port, to this server or elsewhere, or a web page that comes as it should.
    public boolean otherPortsWork() {
        return otherPortsWork(this::concerned) || file.all(PageCheck.class).anyMatch(PageCheck::asExpected);
    }

    public boolean otherPortsWork(boolean ipv6) {
        return otherPortsWork(route -> route.ipv6() == ipv6);
    }

    private boolean otherPortsWork(Predicate<Route> which) {
        return file.all(TcpConnect.class).anyMatch(c -> c.route().role() != Route.Role.CANARY && c.route().port() != file.plan().port()
                && which.test(c.route()) && c.outcome().seen().isPresent() && !cutOff(c.route()));
    }

    /// Compared, and no wiser: the port fails elsewhere too, and so does everything else.
    boolean undecided() {
        return fails() && !otherPortsWork();
    }

    /// Whether any control was connected to at all.
    boolean compared() {
        return file.all(TcpConnect.class, Route.Role.CONTROL).findAny().isPresent();
    }

    /// Whether any control, or a web page, got through.
    public boolean anythingWorks() {
        return file.all(TcpConnect.class, Route.Role.CONTROL).anyMatch(c -> c.outcome().seen().isPresent())
                || file.all(PageCheck.class).anyMatch(p -> p.outcome().seen().isPresent());
    }

    /// Adds `elsewhere`, where the asked port got through, and `compared`, when comparing did not help.
    public Facts add(Facts facts) {
        return facts.and("elsewhere", onAskedPort(this::concerned).stream().filter(this::through).map(c -> c.route().host()).distinct()
                .limit(3).collect(Collectors.joining(", "))).and("compared", undecided() ? "undecided" : "");
    }

    /// Mail ports that got through, in order: at this server if any, else elsewhere.
    public String workingPorts() {
        List<Integer> here = new ServerReach(file).greetingPorts().stream().map(Route::port).toList();
        List<Integer> there = file.all(TcpConnect.class, Route.Role.CONTROL).filter(this::through).map(c -> c.route().port()).toList();
        return Stream.of(here, there).map(ports -> MailPorts.FOR_PROGRAMS.stream().filter(ports::contains)
                        .filter(port -> port != file.plan().port()).map(String::valueOf).collect(Collectors.joining(", ")))
                .filter(ports -> !ports.isEmpty()).findFirst().orElse("");
    }
}
