package org.mailmedic.ui;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.application.Platform;

/// The one way onto the JavaFX thread. What arrives before that thread gets to it is done in one go and in order, so that a burst of
/// events costs one pulse; a burst that takes longer lets the window paint in between.
public final class FxThread implements Executor {
    /// After so long, half a pulse, no further work is begun in one go.
    private static final long ONE_GO_NANOS = 8_000_000;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Watcher watcher;
    private final LongSupplier nanos;
    private boolean asked;

    /// Is told what runs; on the JavaFX thread.
    interface Watcher {
        /// Runs `all`, the work of one stretch.
        void stretch(Runnable all);

        /// `one` is about to run, as a part of the stretch.
        default void next(Runnable one) {}
    }

    public FxThread() {
        this(Runnable::run);
    }

    FxThread(Watcher watcher) {
        this(watcher, System::nanoTime);
    }

    /// @param nanos a monotonic clock, in nanoseconds
    FxThread(Watcher watcher, LongSupplier nanos) {
        this.watcher = watcher;
        this.nanos = nanos;
    }

    /// Returns at once; from any thread.
    @Override
    public synchronized void execute(Runnable work) {
        waiting.add(work);
        ask();
    }

    private void drain() {
        watcher.stretch(this::runAll);
    }

    private void runAll() {
        long start = nanos.getAsLong();
        try {
            for (Runnable work = next(); work != null; work = nanos.getAsLong() - start < ONE_GO_NANOS ? next() : null) {
                watcher.next(work);
                work.run();
            }
        } finally {
            goOn();
        }
    }

    private synchronized Runnable next() {
        return waiting.poll();
    }

    /// Work that threw must not hold up what waits behind it.
    private synchronized void goOn() {
        asked = false;
        if (!waiting.isEmpty()) {
            ask();
        }
    }

    private void ask() {
        if (!asked) {
            asked = true;
            Platform.runLater(this::drain);
        }
    }
}
