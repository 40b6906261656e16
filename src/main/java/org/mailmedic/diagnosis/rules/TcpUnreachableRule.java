package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.IpFamilies;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;

/// `tcp.unreachable`: host, network or port unreachable or prohibited. An answer about the one host points at the server's
/// side, a missing way to its whole network at this side; only controls over the same family can prove it.
final class TcpUnreachableRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var reach = new ServerReach(file);
        List<Evidence.TcpConnect> all = reach.failed(Failure::unreachable);
        if (all.isEmpty()) {
            return Stream.empty();
        }
        Failure how = all.getFirst().outcome().failure().orElseThrow();
        var elsewhere = new ControlConnects(file);
        var families = new IpFamilies(file);
        boolean gotThrough = all.stream().anyMatch(c -> families.alive(c.route().ipv6()));
        boolean compared = elsewhere.fails() || elsewhere.works();
        boolean hostAlone = all.stream().anyMatch(c -> c.outcome().failed(Failure.HOST_UNREACHABLE));
        boolean thisSide = !gotThrough && (compared || !hostAlone);
        Finding finding = Finding.of(Code.TCP_UNREACHABLE, elsewhere.works() ? 0.85 : gotThrough || compared ? 0.8 : 0.65,
                elsewhere.add(ServerReach.facts(all).and("failure", how.id()).and("seen", reach.connected() ? "sibling" : "")),
                all.stream());
        return Stream.of(reach.connected() ? finding.asWarning() : thisSide ? finding.fixedBy(Party.NETWORK) : finding);
    }
}
