package org.mailmedic.checkup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.probe.Instruments;

/// What many check-ups have in common, looked at once for all of them: a name's addresses, the controls, this device, a server's other
/// ports. The first that needs it looks, who comes meanwhile waits for it, and who comes within a minute is told, with its age.
///
/// Never shared: the dialogue that was asked about. Thread-safe, and bounded in size.
final class Commons {
    private static final int MOST = 4_000;

    /// A look. It writes what it sees into the notes it is handed, and is over when it returns.
    @FunctionalInterface
    interface Looking {
        void look(Notes notes) throws InterruptedException;
    }

    private final boolean shared;
    private final CommonPulse pulse;
    private final Map<Object, Look> looks = new LinkedHashMap<>();
    private final Map<Optional<Path>, TrustStores> stores = new LinkedHashMap<>();

    /// @param beganNanos when the check-up began that looked
    private record Seen(List<Evidence> evidence, long beganNanos) {}

    /// @param seen empty when the look was cut off, so that it tells nothing
    private record Look(long atNanos, CompletableFuture<Optional<Seen>> seen) {}

    private Commons(boolean shared) {
        this.shared = shared;
        this.pulse = new CommonPulse(shared);
    }

    /// For a check-up that looks at everything itself.
    static Commons none() {
        return new Commons(false);
    }

    static Commons shared() {
        return new Commons(true);
    }

    CommonPulse pulse() {
        return pulse;
    }

    /// Whether it serves a run over many targets, in which nobody reads what each sender's domain might do better.
    boolean forMany() {
        return shared;
    }

    /// The authorities to trust: read once for all.
    TrustStores stores(Optional<Path> extra) throws IOException {
        if (!shared) {
            return TrustStores.with(extra);
        }
        synchronized (stores) {
            TrustStores known = stores.get(extra);
            if (known == null) {
                known = TrustStores.with(extra);
                stores.put(extra, known);
            }
            return known;
        }
    }

    /// Looks, or tells what somebody else saw.
    ///
    /// @param key     equal where the look is the same
    /// @param by      the check-up that wants it
    /// @param patience how long it waits for somebody else's look
    void look(Object key, Instruments by, Deadline patience, Notes notes, Looking looking) throws InterruptedException {
        if (!shared) {
            looking.look(notes);
            return;
        }
        var mine = new Look(by.now(), new CompletableFuture<>());
        Look first = enter(key, mine);
        if (first == mine) {
            lookForAll(key, mine, by, notes, looking);
            return;
        }
        Optional<Seen> seen = await(first, patience);
        if (seen.isPresent()) {
            double laterMs = (by.beganNanos() - seen.get().beganNanos()) / 1e6;
            seen.get().evidence().forEach(each -> notes.note(Age.in(each, laterMs)));
        } else {
            looking.look(notes);
        }
    }

    private synchronized Look enter(Object key, Look mine) {
        Look there = looks.get(key);
        if (there != null && mine.atNanos() - there.atNanos() < ProbingPolicy.FRESH.toNanos()) {
            return there;
        }
        looks.remove(key);
        looks.put(key, mine);
        if (looks.size() > MOST) {
            looks.remove(looks.keySet().iterator().next());
        }
        return mine;
    }

    private void lookForAll(Object key, Look mine, Instruments by, Notes notes, Looking looking) throws InterruptedException {
        var copy = new Copy(notes);
        boolean whole = false;
        try {
            looking.look(copy);
            whole = !Thread.currentThread().isInterrupted() && copy.whole();
        } finally {
            if (!whole) {
                forget(key, mine);
            }
            mine.seen().complete(whole ? Optional.of(new Seen(copy.all(), by.beganNanos())) : Optional.empty());
        }
    }

    private synchronized void forget(Object key, Look look) {
        looks.remove(key, look);
    }

    private static Optional<Seen> await(Look first, Deadline patience) throws InterruptedException {
        try {
            return first.seen().get(Math.max(1, patience.remaining().toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a look that is shared is never completed with an exception", impossible);
        }
    }

    /// Writes down twice.
    private static final class Copy implements Notes {
        private final Notes notes;
        private final List<Evidence> all = new ArrayList<>();

        private Copy(Notes notes) {
            this.notes = notes;
        }

        @Override
        public <E extends Evidence> E note(E seen) {
            synchronized (this) {
                all.add(seen);
            }
            return notes.note(seen);
        }

        private synchronized List<Evidence> all() {
            return List.copyOf(all);
        }

        /// Nothing was cut off by the end of the check-up that looked, and nothing broke.
        private synchronized boolean whole() {
            return all.stream().map(Evidence::outcome)
                    .noneMatch(outcome -> outcome instanceof Outcome.Broke<?> || outcome.failed(Failure.CANCELLED));
        }
    }
}
