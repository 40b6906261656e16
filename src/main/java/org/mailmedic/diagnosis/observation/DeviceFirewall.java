package org.mailmedic.diagnosis.observation;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.OffRoute.FirewallLook;
import org.mailmedic.evidence.OffRoute.FirewallRule;
import org.mailmedic.evidence.OffRoute.FirewallRule.Sway;
import org.mailmedic.plan.Route;

/// What this device's own firewall has to do with it, as far as it could be read.
///
/// A rule counts when it covers a connect to the server that did not succeed, and no connect that it covers did: it may be for another
/// user or another interface, or an earlier rule may let us pass.
public record DeviceFirewall(CaseFile file) {
    /// Whether its filters could be read. Everybody may read the rules of routing, and whoever has no rights finds none in iptables' old
    /// tables.
    public boolean readable() {
        return file.all(FirewallLook.class).anyMatch(look -> look.outcome().seen().isPresent() && !look.command().startsWith("ip ")
                && !(look.command().matches("ip6?tables-.*") && rules(look).findAny().isEmpty()));
    }

    /// Whether it was read, and has no rule against the server that could not be judged.
    public boolean clear() {
        return readable() && file.all(FirewallLook.class).flatMap(DeviceFirewall::rules).noneMatch(this::unjudged);
    }

    private boolean unjudged(FirewallRule rule) {
        return (rule.sway() == Sway.MAY_STOP && rule.mark() < 0 || ledAside(rule)) && meetsTargetAlone(rule);
    }

    /// Whether it marks packets, and what is marked so meets a rule that cannot be judged.
    private boolean ledAside(FirewallRule rule) {
        return rule.sway() == Sway.MARKS && marked(rule, Sway.MAY_STOP);
    }

    private boolean marked(FirewallRule rule, Sway what) {
        return file.all(FirewallLook.class).flatMap(DeviceFirewall::rules).anyMatch(other -> other.sway() == what
                && other.mark() == rule.mark() && (other.ipv4() && rule.ipv4() || other.ipv6() && rule.ipv6()));
    }

    /// The looks in which such a rule was found.
    public List<FirewallLook> stops() {
        return file.all(FirewallLook.class).filter(look -> rules(look).anyMatch(this::stops)).toList();
    }

    /// The connection to the asked port that was made, and over which nothing came to pass, where a rule stops what is said.
    public List<Evidence.OnRoute> mutedBy() {
        return CutConnections.here(file).stream()
                .filter(seen -> file.all(FirewallLook.class).flatMap(DeviceFirewall::rules)
                        .anyMatch(rule -> rule.sway() == Sway.STOPS_LATER && stops(rule) && covers(rule, seen.route())))
                .toList();
    }

    /// Whether a rule that could not be judged may be in the way of what did not succeed.
    public boolean doubtful() {
        return readable() && !clear();
    }

    /// The looks with the rules that stop all there is: every connect that was tried failed, and each is covered by a rule. Where there
    /// is no way out at all, no rule has met anything.
    public List<FirewallLook> stopsAll() {
        List<TcpConnect> tried = file.all(TcpConnect.class).filter(c -> c.route().role() != Route.Role.CANARY && IpFamilies.ended(c))
                .toList();
        boolean all = !tried.isEmpty()
                && tried.stream().allMatch(c -> c.outcome().failure().filter(how -> !IpFamilies.noWay(how)).isPresent()
                && file.all(FirewallLook.class).flatMap(DeviceFirewall::rules)
                        .anyMatch(rule -> stopping(rule) && covers(rule, c.route())));
        return all
                ? file.all(FirewallLook.class)
                        .filter(look -> rules(look).anyMatch(rule -> stopping(rule) && covers(rule, tried.getFirst().route()))).toList()
                : List.of();
    }

    /// The first such rule as the system shows it; empty when there is none.
    public String ruleText() {
        return text(stops(), this::stops);
    }

    /// The same, of those that stop all there is.
    public String ruleTextOfAll() {
        return text(stopsAll(), rule -> stopping(rule)
                && file.all(TcpConnect.class).anyMatch(c -> covers(rule, c.route())));
    }

    /// The same, of those that could not be judged.
    public String doubtText() {
        return text(file.all(FirewallLook.class).toList(), this::unjudged);
    }

    private static String text(List<FirewallLook> looks, Predicate<FirewallRule> which) {
        return looks.stream().flatMap(DeviceFirewall::rules).filter(which).map(FirewallRule::text).findFirst().orElse("");
    }

    private static Stream<FirewallRule> rules(FirewallLook look) {
        return look.outcome().seen().stream().flatMap(List::stream);
    }

    private boolean stops(FirewallRule rule) {
        return stopping(rule) && meetsTargetAlone(rule);
    }

    /// A mark stops nothing by itself, and nothing is stopped for a mark that nobody sets.
    private boolean stopping(FirewallRule rule) {
        return switch (rule.sway()) {
            case STOPS, STOPS_LATER -> true;
            case MARKS -> marked(rule, Sway.STOPS_MARKED);
            case MAY_STOP, STOPS_MARKED -> false;
        };
    }

    /// A rule about what is said over a connection shows in silence after it was made, and counts for nothing once a word was heard.
    private boolean meetsTargetAlone(FirewallRule rule) {
        boolean later = rule.sway() == Sway.STOPS_LATER || rule.sway() == Sway.MAY_STOP;
        if (later && CutConnections.here(file).stream().anyMatch(seen -> covers(rule, seen.route()))) {
            return file.all(Evidence.Greeting.class).noneMatch(g -> g.firstByteMs() >= 0 && covers(rule, g.route()))
                    && file.all(Evidence.TlsHandshake.class).noneMatch(t -> t.heard() && covers(rule, t.route()));
        }
        boolean stopsTarget = rule.sway() != Sway.STOPS_LATER && file.all(TcpConnect.class, Route.Role.TARGET)
                .anyMatch(c -> c.outcome().failure().isPresent() && covers(rule, c.route()));
        boolean idle = file.all(TcpConnect.class).anyMatch(c -> c.outcome().seen().isPresent() && covers(rule, c.route()));
        return stopsTarget && !idle;
    }

    private static boolean covers(FirewallRule rule, Route route) {
        return rule.covers(route.port()) && (route.ipv6() ? rule.ipv6() : rule.ipv4()) && about(rule.address(), route);
    }

    private static boolean about(String address, Route route) {
        if (address.isEmpty() || address.equals(route.addressText())) {
            return true;
        }
        String[] parts = address.split("/", 2);
        String[] ends = address.split("-", 2);
        try {
            if (ends.length == 2) {
                return between(InetAddress.ofLiteral(ends[0]), route.address(), InetAddress.ofLiteral(ends[1]));
            }
            var base = InetAddress.ofLiteral(parts[0]);
            int bits = parts.length == 1 ? base.getAddress().length * Byte.SIZE : Integer.parseInt(parts[1]);
            return bits <= base.getAddress().length * Byte.SIZE && NonMailAddresses.sharesPrefix(base, route.address(), bits);
        } catch (IllegalArgumentException notANetwork) {
            return false;
        }
    }

    private static boolean between(InetAddress first, InetAddress address, InetAddress last) {
        return first.getAddress().length == address.getAddress().length && last.getAddress().length == address.getAddress().length
                && Arrays.compareUnsigned(first.getAddress(), address.getAddress()) <= 0
                && Arrays.compareUnsigned(address.getAddress(), last.getAddress()) <= 0;
    }
}
