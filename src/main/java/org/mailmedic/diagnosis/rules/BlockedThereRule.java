package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.PairRule;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;

/// `port.blocked_by_hosting`: from here the server takes connections on that very port, from the website's server none of its addresses
/// does, and the port does not get out of there to anybody else. Where it does get out to others, or nobody else was tried on it, the mail
/// server may as well refuse that one address: that is `tcp.*`.
final class BlockedThereRule implements PairRule {
    @Override
    public Stream<Finding> examine(CaseFile here, CaseFile there) {
        List<TcpConnect> open = here.all(TcpConnect.class, Route.Role.TARGET).filter(c -> c.outcome().seen().isPresent()
                && c.route().port() == there.plan().port()).toList();
        List<TcpConnect> shut = new ServerReach(there).failed(BlockedThereRule::onTheWay);
        var elsewhere = new ControlConnects(there);
        if (open.isEmpty() || shut.isEmpty() || new ServerReach(there).connected() || !elsewhere.fails()) {
            return Stream.empty();
        }
        double confidence = elsewhere.otherPortsWork() ? 0.95 : 0.85;
        String ports = elsewhere.workingPorts();
        Facts facts = ServerReach.facts(shut).and("openPorts", ports).and(ports.indexOf(',') < 0 ? "onlyPort" : "severalPorts", ports)
                .and("how", how(shut)).and("hereAddress", open.getFirst().route().addressText()).and("hereWorks", there.plan().port());
        return Stream.of(Finding.of(Code.PORT_BLOCKED_BY_HOSTING, confidence, facts,
                Stream.concat(shut.stream(), elsewhere.failed().stream()).map(seen -> (Evidence) seen)));
    }

    private static boolean onTheWay(Failure how) {
        return how == Failure.TIMEOUT || how == Failure.REFUSED || how == Failure.RESET || how.unreachable();
    }

    /// `silent`, `rejected`, or `rejected_or_silent`.
    private static String how(List<TcpConnect> shut) {
        return shut.stream().map(c -> c.outcome().failed(Failure.TIMEOUT) ? "silent" : "rejected").distinct().sorted()
                .collect(Collectors.joining("_or_"));
    }
}
