package org.mailmedic.evidence;

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
        return evidence.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// Evidence of one kind from routes with one role.
    public <E extends Evidence> Stream<E> all(Class<E> kind, Route.Role role) {
        return all(kind).filter(e -> e.onRoute().isPresent() && e.onRoute().get().role() == role);
    }

    /// The last evidence of a kind on the way to the server that was asked about.
    public <E extends Evidence> Optional<E> target(Class<E> kind) {
        return all(kind, Route.Role.TARGET).reduce((_, last) -> last);
    }

    public <E extends Evidence> Optional<E> target(Class<E> kind, Predicate<E> condition) {
        return all(kind, Route.Role.TARGET).filter(condition).reduce((_, last) -> last);
    }

    /// Whether the connection that was asked about got as far as TLS with a finished handshake.
    public boolean encrypted() {
        return target(Evidence.TlsHandshake.class).map(t -> t.outcome().seen().isPresent()).orElse(false);
    }
}
