package org.mailmedic.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.Settings;

/// All evidence of one run, in the order in which it came, and what was asked.
public record CaseFile(Settings settings, Plan plan, List<Evidence> evidence) {
    public CaseFile {
        evidence = List.copyOf(evidence);
    }

    public <E extends Evidence> Stream<E> all(Class<E> kind) {
        return found(kind, _ -> true).stream();
    }

    /// Evidence of one kind from routes with one role.
    public <E extends Evidence> Stream<E> all(Class<E> kind, Route.Role role) {
        return found(kind, e -> onRole(e, role)).stream();
    }

    /// The last evidence of a kind on the way to the server that was asked about.
    public <E extends Evidence> Optional<E> target(Class<E> kind) {
        return target(kind, _ -> true);
    }

    public <E extends Evidence> Optional<E> target(Class<E> kind, Predicate<E> condition) {
        return last(kind, e -> onRole(e, Route.Role.TARGET) && condition.test(e));
    }

    /// The last evidence of a kind that meets a condition.
    public <E extends Evidence> Optional<E> last(Class<E> kind, Predicate<E> condition) {
        for (int i = evidence.size() - 1; i >= 0; i--) {
            Evidence each = evidence.get(i);
            if (kind.isInstance(each) && condition.test(kind.cast(each))) {
                return Optional.of(kind.cast(each));
            }
        }
        return Optional.empty();
    }

    /// Every rule asks, and of most kinds there is nothing: a loop costs a fraction of a stream.
    private <E extends Evidence> List<E> found(Class<E> kind, Predicate<E> condition) {
        List<E> found = List.of();
        for (Evidence each : evidence) {
            if (kind.isInstance(each) && condition.test(kind.cast(each))) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(kind.cast(each));
            }
        }
        return found;
    }

    private static boolean onRole(Evidence seen, Route.Role role) {
        return seen.onRoute().isPresent() && seen.onRoute().get().role() == role;
    }

    /// Whether the connection that was asked about got as far as TLS with a finished handshake.
    public boolean encrypted() {
        return target(Evidence.TlsHandshake.class).map(t -> t.outcome().seen().isPresent()).orElse(false);
    }
}
