package org.mailmedic.checkup;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// The pulse that a run feels: one of its own, or one for all that run side by side, since each would feel the same, and as many threads
/// that beat would be a load themselves. A shared one beats as long as anybody feels it. Thread-safe.
final class CommonPulse {
    private final boolean shared;
    private Optional<Beating> common = Optional.empty();
    private int feeling;

    CommonPulse(boolean shared) {
        this.shared = shared;
    }

    /// @param until is over when it beats no more; failed where a fault of ours ended it
    private record Beating(Pulse pulse, Future<Boolean> until) {}

    /// One run's hand on the pulse, which it takes off at its end.
    final class Felt implements AutoCloseable {
        private final Beating felt;

        private Felt(Beating felt) {
            this.felt = felt;
        }

        Pulse pulse() {
            return felt.pulse();
        }

        /// Failed where a fault of ours ended the pulse.
        Future<Boolean> beating() {
            return felt.until();
        }

        @Override
        public void close() {
            leave(felt.pulse());
        }
    }

    /// @param fresh   begins a pulse
    /// @param workers who lends it a thread when it begins
    synchronized Felt feel(Supplier<Pulse> fresh, Workers workers) {
        if (shared && common.isPresent()) {
            feeling++;
            return new Felt(common.get());
        }
        Pulse pulse = fresh.get();
        var begun = new Beating(pulse, workers.startNative("pulse", () -> {
            pulse.run();
            return true;
        }));
        if (shared) {
            common = Optional.of(begun);
            feeling = 1;
        }
        return new Felt(begun);
    }

    private synchronized void leave(Pulse pulse) {
        if (!shared) {
            pulse.end();
            return;
        }
        feeling--;
        if (feeling == 0) {
            pulse.end();
            common = Optional.empty();
        }
    }
}
