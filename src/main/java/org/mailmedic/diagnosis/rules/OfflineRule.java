package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;

/// `network.offline`: no route at all, or neither name lookup nor any control endpoint answers.
final class OfflineRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        List<TcpConnect> connects = file.all(TcpConnect.class).toList();
        boolean nothingOpened = connects.stream().noneMatch(c -> c.outcome().seen().isPresent());
        if (!nothingOpened || new Elsewhere(file).anythingWorks()) {
            return Stream.empty();
        }
        List<TcpConnect> tried = connects.stream().filter(c -> c.outcome().failure().isPresent()).toList();
        boolean noRoute = tried.stream().anyMatch(c -> !c.route().ipv6())
                && tried.stream().allMatch(c -> c.outcome().failed(Failure.NO_ROUTE) || c.outcome().failed(Failure.NO_LOCAL_ADDRESS));
        if (noRoute) {
            return Stream.of(Finding.of(Code.NETWORK_OFFLINE, 0.95, Facts.of("failure", Failure.NO_ROUTE.id()), tried.stream()));
        }
        return silence(file).flatMap(seen -> seen.isEmpty() ? Stream.empty()
                : Stream.of(Finding.of(Code.NETWORK_OFFLINE, 0.85, Facts.none(), seen.stream())));
    }

    /// Every name lookup was mute, and every control too; at least one of the controls must have been tried.
    private static Stream<List<Evidence>> silence(CaseFile file) {
        List<Evidence> lookups = file.all(Evidence.NameLookup.class).map(e -> (Evidence) e).toList();
        boolean anyAnswer = lookups.stream().anyMatch(l -> !mute(l.outcome()));
        boolean compared = !file.plan().controls().tcp().isEmpty() && (new Elsewhere(file).compared() || lookups.size() > 1
                && file.all(Evidence.NameLookup.class).anyMatch(l -> !l.name().equals(file.plan().host())));
        return anyAnswer || !compared ? Stream.empty()
                : Stream.of(Stream.concat(lookups.stream(), file.all(TcpConnect.class).map(e -> (Evidence) e)).toList());
    }

    /// The system calls the silence of its name servers a temporary failure.
    private static boolean mute(Outcome<?> outcome) {
        return outcome.failed(Failure.TIMEOUT) || outcome.failed(Failure.RESOLVER_UNREACHABLE) || outcome.failed(Failure.CANCELLED)
                || outcome.failed(Failure.SERVER_FAILURE) || outcome instanceof Outcome.Skipped<?>;
    }
}
