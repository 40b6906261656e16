package org.mailmedic.ui;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one way onto the JavaFX thread. What arrives before that thread gets to it is done in one go and in order,
/// so that a burst of events costs one pulse.
public final class FxThread implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean asked;

    /// Returns at once; from any thread.
    @Override
    public synchronized void execute(Runnable work) {
        waiting.add(work);
        ask();
    }

    private void drain() {
        try {
            for (Runnable work = next(); work != null; work = next()) {
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
