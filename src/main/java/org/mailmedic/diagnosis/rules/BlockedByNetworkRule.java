package org.mailmedic.diagnosis.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.BlockedPort;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.DeviceFirewall;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.diagnosis.observation.NamedProtection;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.MailPorts;
import org.mailmedic.settings.Symptom;

/// `port.blocked_by_network`: the port is silent or rejected to the target and to every control, while other ports get through.
/// On the very machine that sends it is `port.blocked_by_hosting`. Where this device's firewall could not be read, or
/// has rules that could not be judged, it may as well be that one: `port.blocked_by_device` follows then, with less confidence. A warning
/// where the server is reached over the other family.
final class BlockedByNetworkRule implements Rule {

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return BlockedPort.in(file).stream().flatMap(shut -> findings(file, shut));
    }

    private static Stream<Finding> findings(CaseFile file, BlockedPort shut) {
        var firewall = new DeviceFirewall(file);
        boolean clear = firewall.clear();
        Facts facts = NamedProtection.add(open(ServerReach.facts(shut.here()), new ControlConnects(file).workingPorts()), file);
        Optional<Route> better = new ServerReach(file).greetingPorts().stream().filter(r -> r.port() != MailPorts.BETWEEN_SERVERS)
                .min(Comparator.comparing((Route r) -> r.port() == MailPorts.LAST_RESORT).thenComparingInt(Route::port));
        if (better.isPresent()) {
            facts = facts.and("otherPort", better.get().port()).and("otherSecurity", FactText.security(better.get()));
        }
        Code code = file.settings().symptom() == Symptom.SERVER ? Code.PORT_BLOCKED_BY_HOSTING : Code.PORT_BLOCKED_BY_NETWORK;
        List<Evidence> because = Stream.concat(shut.here().stream(), shut.elsewhere().stream()).map(seen -> (Evidence) seen).toList();
        Finding blocked = Finding.of(code, shut.confidence(clear), facts, because.stream());
        if (!shut.entirely()) {
            String family = shut.here().getFirst().route().ipv6() ? "IPv6" : "IPv4";
            return Stream.of(Finding.of(code, blocked.confidence(), facts.and("family", family), because.stream()).asWarning());
        }
        return clear ? Stream.of(blocked) : Stream.of(blocked, Finding.of(Code.PORT_BLOCKED_BY_DEVICE, 0.4,
                facts.and("seen", firewall.doubtful() ? "doubt" : "silence").and("rule", firewall.doubtText()), because.stream()));
    }

    /// One port and several are spoken of differently.
    private static Facts open(Facts facts, String ports) {
        return facts.and("openPorts", ports).and(ports.indexOf(',') < 0 ? "onlyPort" : "severalPorts", ports);
    }
}
