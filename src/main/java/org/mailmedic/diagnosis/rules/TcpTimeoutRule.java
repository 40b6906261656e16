package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.DeviceFirewall;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;

/// `tcp.timeout`: no answer on the asked port, nor on another submission port. Where another address of the host takes
/// the connection it is a warning. Silence alone does not tell whose it is: where
/// controls get through, somebody on the way may still be against this one host, and without them nothing is known.
final class TcpTimeoutRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var reach = new ServerReach(file);
        List<Evidence.TcpConnect> silent = reach.failed(how -> how == Failure.TIMEOUT);
        if (silent.isEmpty()) {
            return Stream.empty();
        }
        double longest = silent.stream().mapToDouble(c -> c.span().durationMs()).max().orElse(0);
        var elsewhere = new ControlConnects(file);
        Facts facts = elsewhere.add(ServerReach.facts(silent).and("budget", FactText.budget(longest)).and("openPorts", reach.openPorts())
                .and("silentPorts", reach.silentPorts()).and("seen", reach.connected() ? "sibling" : ""));
        return Stream.of(reach.connected() ? Finding.of(Code.TCP_TIMEOUT, 0.8, facts, silent.stream()).asWarning()
                : Finding.of(Code.TCP_TIMEOUT, firewall(file, confidence(reach, elsewhere)), facts,
                        Stream.concat(silent.stream(), reach.unfinishedPorts().stream())));
    }

    private static double confidence(ServerReach reach, ControlConnects elsewhere) {
        return elsewhere.works() && reach.unfinishedPorts().isEmpty() ? 0.85 : elsewhere.fails() || !reach.silentEverywhere() ? 0.5 : 0.65;
    }

    /// A rule of this device that could not be judged may as well be it.
    private static double firewall(CaseFile file, double sure) {
        return new DeviceFirewall(file).doubtful() ? Math.min(sure, 0.7) : sure;
    }
}
