package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.DeviceFirewall;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;

/// `tcp.refused`: actively refused, and no other submission port answers. Where another address of the host takes the
/// connection it is a warning. Only when the same port works elsewhere is it surely the server that refuses.
final class TcpRefusedRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var reach = new ServerReach(file);
        List<Evidence.TcpConnect> refused = reach.failed(how -> how == Failure.REFUSED);
        if (refused.isEmpty()) {
            return Stream.empty();
        }
        var elsewhere = new ControlConnects(file);
        Facts facts = elsewhere.add(ServerReach.facts(refused).and("openPorts", reach.openPorts())
                .and("seen", reach.connected() ? "sibling" : ""));
        return Stream.of(reach.connected() ? Finding.of(Code.TCP_REFUSED, 0.8, facts, refused.stream()).asWarning()
                : Finding.of(Code.TCP_REFUSED, new DeviceFirewall(file).doubtful() ? 0.5 : confidence(reach, elsewhere), facts,
                        Stream.concat(refused.stream(), reach.unfinishedPorts().stream())));
    }

    private static double confidence(ServerReach reach, ControlConnects elsewhere) {
        return elsewhere.works() && reach.unfinishedPorts().isEmpty() ? 0.93
                : elsewhere.fails() ? 0.5 : reach.otherPortsAsked() ? 0.75 : 0.65;
    }
}
