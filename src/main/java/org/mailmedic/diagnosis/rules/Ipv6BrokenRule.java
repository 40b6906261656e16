package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;

/// `network.ipv6_broken`: IPv6 fails to the host and to every IPv6 control, while IPv4 works. A warning; a diagnosis where the host has
/// only IPv6. That a line has no IPv6 at all is normal and no warning where IPv4 does the work.
final class Ipv6BrokenRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        List<TcpConnect> host = file.all(TcpConnect.class, Route.Role.TARGET).toList();
        List<TcpConnect> overIpv6 = host.stream().filter(c -> c.route().ipv6()).toList();
        boolean hostHasIpv4 = host.stream().anyMatch(c -> !c.route().ipv6());
        List<TcpConnect> controls = file.all(TcpConnect.class, Route.Role.CONTROL).filter(c -> c.route().ipv6()).toList();
        boolean ipv4Works = file.all(TcpConnect.class).anyMatch(c -> !c.route().ipv6() && c.route().role() != Route.Role.CANARY
                && c.outcome().seen().isPresent());
        if (overIpv6.isEmpty() || controls.isEmpty() || !ipv4Works || !Stream.concat(overIpv6.stream(), controls.stream()).allMatch(Ipv6BrokenRule::failed)) {
            return Stream.empty();
        }
        if (hostHasIpv4 && overIpv6.stream().allMatch(c -> c.outcome().failed(Failure.NO_ROUTE) || c.outcome().failed(Failure.NO_LOCAL_ADDRESS))) {
            return Stream.empty();
        }
        Finding finding = Finding.of(Code.NETWORK_IPV6_BROKEN, 0.9, Reach.facts(overIpv6), Stream.concat(overIpv6.stream(), controls.stream()));
        return Stream.of(hostHasIpv4 ? finding.asWarning() : finding);
    }

    private static boolean failed(TcpConnect connect) {
        return connect.outcome().failure().filter(how -> how != Failure.CANCELLED).isPresent();
    }
}
