package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.DeviceFirewall;
import org.mailmedic.diagnosis.observation.IpFamilies;
import org.mailmedic.diagnosis.observation.NamedProtection;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;

/// `port.blocked_by_device`: the operating system itself refuses to send, or a firewall rule of this device is in the way.
final class BlockedByDeviceRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var reach = new ServerReach(file);
        var firewall = new DeviceFirewall(file);
        if (reach.connected()) {
            List<Evidence.OnRoute> muted = firewall.mutedBy();
            return muted.isEmpty() ? Stream.empty() : Stream.of(Finding.of(Code.PORT_BLOCKED_BY_DEVICE, 0.93, ServerReach.facts(muted)
                    .and("seen", "rule").and("rule", firewall.ruleText()), Stream.concat(muted.stream(), firewall.stops().stream())));
        }
        List<Evidence.TcpConnect> tried = reach.failed(how -> how != Failure.CANCELLED && !IpFamilies.noWay(how));
        if (!tried.isEmpty() && !firewall.stops().isEmpty()) {
            return Stream.of(Finding.of(Code.PORT_BLOCKED_BY_DEVICE, 0.95, ServerReach.facts(tried).and("seen", "rule")
                    .and("rule", firewall.ruleText()),
                    Stream.concat(tried.stream(), firewall.stops().stream())));
        }
        // The name could not even be looked up, and nothing else gets past the rules.
        if (tried.isEmpty() && !firewall.stopsAll().isEmpty()) {
            return Stream.of(Finding.of(Code.PORT_BLOCKED_BY_DEVICE, 0.9, NamedProtection.add(Facts.of("seen", "rule")
                    .and("rule", firewall.ruleTextOfAll()), file),
                    Stream.concat(file.all(Evidence.TcpConnect.class), firewall.stopsAll().stream())));
        }
        List<Evidence.TcpConnect> denied = reach.failed(how -> how == Failure.PERMISSION_DENIED);
        return denied.isEmpty() ? Stream.empty()
                : Stream.of(Finding.of(Code.PORT_BLOCKED_BY_DEVICE, 0.93, NamedProtection.add(ServerReach.facts(denied), file),
                        denied.stream()));
    }
}
