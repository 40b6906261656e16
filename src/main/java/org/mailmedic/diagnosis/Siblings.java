package org.mailmedic.diagnosis;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Route;

/// The dialogues that were begun with several addresses of one host, taken apart: the last one in which everything went well is the one
/// that counts, else the last one in which the server was understood, as for a mail program that goes on to the next address.
record Siblings(CaseFile file, List<InetAddress> begun) {
    static Siblings of(CaseFile file) {
        return new Siblings(file, file.evidence().stream().filter(Siblings::ofDialogue).flatMap(e -> e.onRoute().stream())
                .map(Route::address).distinct().toList());
    }

    /// Connects are made to all addresses at once, and say nothing about which one was spoken to.
    private static boolean ofDialogue(Evidence seen) {
        return !(seen instanceof Evidence.TcpConnect) && seen.onRoute().filter(r -> r.role() == Route.Role.TARGET).isPresent();
    }

    boolean several() {
        return begun.size() > 1;
    }

    /// The address whose dialogue counts.
    InetAddress chosen() {
        return last(address -> understood(address) && well(address)).or(() -> last(this::understood)).orElse(begun.getFirst());
    }

    private Optional<InetAddress> last(Predicate<InetAddress> which) {
        return begun.stream().filter(which).reduce((_, later) -> later);
    }

    /// Whether the last word of every kind was a good one: a server may refuse what it takes later.
    private boolean well(InetAddress address) {
        Map<Object, Boolean> words = new LinkedHashMap<>();
        file.evidence().stream().filter(e -> ofDialogue(e) && on(e, address::equals) && !(e.outcome() instanceof Outcome.Skipped<?>))
                .forEach(e -> words.put(e.getClass(), e.good()));
        return !words.containsValue(false);
    }

    private boolean understood(InetAddress address) {
        return file.evidence().stream().filter(e -> ofDialogue(e) && on(e, address::equals))
                .anyMatch(e -> e instanceof Evidence.Greeting && e.outcome().seen().isPresent()
                        || e instanceof Evidence.TlsHandshake tls && tls.certificate().isPresent());
    }

    /// The others, in the order in which they were tried.
    Stream<InetAddress> others() {
        InetAddress chosen = chosen();
        return begun.stream().filter(address -> !address.equals(chosen));
    }

    /// The case as if only this one had been spoken to.
    CaseFile with(InetAddress address) {
        return new CaseFile(file.settings(), file.plan(), file.evidence().stream()
                .filter(e -> !ofDialogue(e) || on(e, address::equals)).toList());
    }

    /// Whether a finding rests on the dialogue with this address.
    boolean about(Finding finding, InetAddress address) {
        return file.evidence().stream().filter(e -> ofDialogue(e) && on(e, address::equals)).map(Evidence::id)
                .anyMatch(finding.because()::contains);
    }

    private static boolean on(Evidence seen, Predicate<InetAddress> which) {
        return seen.onRoute().map(Route::address).filter(which).isPresent();
    }
}
