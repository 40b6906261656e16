package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import java.util.List;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;

/// `port.blocked_by_device`: the operating system itself refuses to send.
///
/// With IPv6 the same word also comes from far away (ICMPv6 "administratively prohibited"), so only IPv4 proves it.
final class BlockedByDeviceRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var reach = new Reach(file);
        List<Evidence.TcpConnect> denied = reach.failed(how -> how == Failure.PERMISSION_DENIED).stream()
                .filter(c -> !c.route().ipv6()).toList();
        return reach.connected() || denied.isEmpty() ? Stream.empty()
                : Stream.of(Finding.of(Code.PORT_BLOCKED_BY_DEVICE, 0.93, Reach.facts(denied), denied.stream()));
    }
}
