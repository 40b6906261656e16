package org.mailmedic.diagnosis.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.Symptom;

/// `port.blocked_by_network`: the port is silent or rejected to the target and to every control, while other ports get through.
/// On the very machine that sends it is `port.blocked_by_hosting`. Where this device's firewall could not be read, it may as well be
/// that one: `port.blocked_by_device` follows then, with less confidence.
final class BlockedByNetworkRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var elsewhere = new Elsewhere(file);
        List<? extends Evidence.OnRoute> shut = shut(file);
        if (shut.isEmpty() || !elsewhere.fails() || !elsewhere.otherPortsWork() || !elsewhere.stoppedHere().isEmpty()) {
            return Stream.empty();
        }
        Facts facts = Reach.facts(shut).and("openPorts", elsewhere.workingPorts());
        Optional<Route> better = new Reach(file).greetingPorts().stream().filter(r -> r.port() != 25)
                .min(Comparator.comparing((Route r) -> r.port() == 2525).thenComparing(Route::port));
        if (better.isPresent()) {
            facts = facts.and("otherPort", better.get().port()).and("otherSecurity", Words.security(better.get()));
        }
        boolean hosted = file.settings().symptom() == Symptom.SERVER;
        var because = Stream.concat(shut.stream(), elsewhere.failed().stream()).map(e -> (Evidence) e).toList();
        Finding network = Finding.of(hosted ? Code.PORT_BLOCKED_BY_HOSTING : Code.PORT_BLOCKED_BY_NETWORK,
                elsewhere.firewallReadable() ? 0.93 : 0.85, facts, because.stream());
        return elsewhere.firewallReadable() ? Stream.of(network)
                : Stream.of(network, Finding.of(Code.PORT_BLOCKED_BY_DEVICE, 0.4, facts, because.stream()));
    }

    /// What was tried at the target: connects that failed, or a connection that was cut before a word.
    private static List<? extends Evidence.OnRoute> shut(CaseFile file) {
        var reach = new Reach(file);
        if (!reach.connected()) {
            return reach.failed(how -> how == Failure.TIMEOUT || how == Failure.REFUSED || how == Failure.RESET || how == Failure.PERMISSION_DENIED
                    || how.unreachable());
        }
        return Dialogue.of(file).greeting().filter(g -> g.outcome().failed(Failure.RESET) && g.firstByteMs() < 0).stream().toList();
    }
}
