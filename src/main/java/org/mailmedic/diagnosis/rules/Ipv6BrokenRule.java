package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.IpFamilies;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.plan.AddressText;
import org.mailmedic.plan.Route;

/// `network.ipv6_broken`: IPv6 fails to the host and to every IPv6 control, while IPv4 works. A warning; a diagnosis where the host has
/// only IPv6, also where this system therefore leaves all of its addresses out. That a line has no IPv6 at all is normal and no warning
/// where IPv4 does the work.
final class Ipv6BrokenRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var families = new IpFamilies(file);
        var names = NameAnswers.of(file);
        if (names.onlyLeftOut(file)) {
            List<String> addresses = names.direct().flatMap(v -> v.addresses().stream()).map(AddressText::of).distinct().toList();
            return Stream.of(Finding.of(Code.NETWORK_IPV6_BROKEN, new ControlConnects(file).anythingWorks() ? 0.9 : 0.7,
                    Facts.of("address", addresses.getFirst()).and("seen", "only_ipv6"), names.all()));
        }
        boolean hostHasIpv4 = families.asked(false);
        if (!families.ipv6Broken() || hostHasIpv4 && families.absent(true)) {
            return Stream.empty();
        }
        List<TcpConnect> seen = families.overIpv6().toList();
        List<TcpConnect> host = seen.stream().filter(c -> c.route().role() == Route.Role.TARGET).toList();
        Finding finding = Finding.of(Code.NETWORK_IPV6_BROKEN, 0.9, ServerReach.facts(host).and("seen", hostHasIpv4 ? "" : "only_ipv6"),
                seen.stream());
        return Stream.of(hostHasIpv4 ? finding.asWarning() : finding);
    }
}
