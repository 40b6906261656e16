package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.DeviceFirewall;
import org.mailmedic.diagnosis.observation.IpFamilies;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.NameLookup;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.OffRoute.DnsCanary;
import org.mailmedic.evidence.OffRoute.InterfaceLook;
import org.mailmedic.evidence.OffRoute.PageCheck;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Route;

/// `network.offline`: no route at all, or neither name lookup nor any control endpoint answers, and no rule of this device's firewall
/// explains that.
///
/// An answer of the system's own lookup may come from a file or from memory. Where a name that nobody can have in store was asked for too,
/// that one tells whether names are really looked up.
final class OfflineRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        boolean opened = file.all(TcpConnect.class).anyMatch(c -> c.outcome().seen().isPresent());
        if (opened || new ControlConnects(file).anythingWorks() || namesAnswer(file) || !new DeviceFirewall(file).stopsAll().isEmpty()) {
            return Stream.empty();
        }
        List<TcpConnect> tried = file.all(TcpConnect.class).filter(c -> c.outcome().failure().filter(how -> how != Failure.CANCELLED)
                .isPresent()).toList();
        List<InterfaceLook> unplugged = file.all(InterfaceLook.class)
                .filter(look -> look.outcome().seen().filter(all -> all.stream().allMatch(OffRoute.Interface::loopback)).isPresent())
                .toList();
        boolean noRoute = tried.stream().anyMatch(c -> !c.route().ipv6()) && IpFamilies.nowhereToGo(tried);
        if (noRoute || !unplugged.isEmpty()) {
            return Stream.of(Finding.of(Code.NETWORK_OFFLINE, 0.95, Facts.of("failure", Failure.NO_ROUTE.id()),
                    Stream.concat(tried.stream(), unplugged.stream())));
        }
        boolean byAddress = file.all(TcpConnect.class, Route.Role.CONTROL).findAny().isPresent();
        return byAddress || elsewhereSought(file)
                ? Stream.of(Finding.of(Code.NETWORK_OFFLINE, byAddress ? 0.85 : 0.7, Facts.none(), all(file))) : Stream.empty();
    }

    /// Without names no control could be connected to, but its name was asked for, or its page.
    private static boolean elsewhereSought(CaseFile file) {
        return file.all(NameLookup.class).anyMatch(l -> !l.name().equals(file.plan().host()))
                || file.all(PageCheck.class).anyMatch(p -> p.outcome().failure().isPresent());
    }

    private static boolean namesAnswer(CaseFile file) {
        boolean direct = file.all(NameLookup.class).filter(l -> !l.bySystem())
                .anyMatch(l -> !mute(l.outcome()) && !l.outcome().failed(Failure.OTHER));
        boolean system = file.all(NameLookup.class).filter(NameLookup::bySystem)
                .anyMatch(l -> !mute(l.outcome()) && !temporary(l.outcome()));
        List<DnsCanary> fresh = file.all(DnsCanary.class).filter(c -> c.lure() == DnsCanary.Lure.IMPOSSIBLE_NAME).toList();
        boolean freshAnswer = fresh.stream().anyMatch(c -> !mute(c.outcome()) && !temporary(c.outcome()));
        return direct || (fresh.isEmpty() ? system : freshAnswer);
    }

    private static boolean mute(Outcome<?> outcome) {
        return outcome.failed(Failure.TIMEOUT) || outcome.failed(Failure.RESOLVER_UNREACHABLE) || outcome.failed(Failure.CANCELLED)
                || outcome instanceof Outcome.Skipped<?> || outcome instanceof Outcome.Broke<?>;
    }

    /// The system calls the silence of its name servers a temporary failure.
    private static boolean temporary(Outcome<?> outcome) {
        return outcome.failed(Failure.SERVER_FAILURE) || outcome.failed(Failure.OTHER);
    }

    private static Stream<Evidence> all(CaseFile file) {
        return file.evidence().stream().filter(e -> e instanceof NameLookup || e instanceof TcpConnect || e instanceof PageCheck);
    }
}
