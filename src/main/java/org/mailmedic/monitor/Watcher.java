package org.mailmedic.monitor;

import java.io.IOException;
import java.util.function.Consumer;

/// A watch on a thread of its own, for a window. Thread-safe.
public final class Watcher implements AutoCloseable {
    private final Thread thread;

    private Watcher(Thread thread) {
        this.thread = thread;
    }

    /// Begins it and returns at once.
    ///
    /// @param listener hears of everything on the watch's thread; the last event comes always
    public static Watcher start(Watch watch, Consumer<Watching> listener) {
        return new Watcher(Thread.ofPlatform().daemon().name("watch").start(() -> {
            try {
                watch.run(listener);
            } catch (IOException notBegun) {
                // the last event has told that it ended
                System.getLogger(Watcher.class.getName())
                        .log(System.Logger.Level.WARNING, "a round could not be begun: " + notBegun.getClass().getName());
            }
        }));
    }

    /// Ends it at once. A round under way is given up.
    @Override
    public void close() {
        thread.interrupt();
    }
}
