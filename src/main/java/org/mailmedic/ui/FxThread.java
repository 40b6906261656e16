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
        if (!asked) {
            asked = true;
            Platform.runLater(this::drain);
        }
    }

    private void drain() {
        for (Runnable work = next(); work != null; work = next()) {
            work.run();
        }
    }

    private synchronized Runnable next() {
        Runnable work = waiting.poll();
        asked = work != null;
        return work;
    }
}
