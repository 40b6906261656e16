package org.mailmedic.ui;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mailmedic.checkup.Checkup;
import org.mailmedic.checkup.Progress;
import org.mailmedic.checkup.Running;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.Settings;
import org.mailmedic.ui.page.Engine;

/// The real check-up. It is put together at its first use and started in the background, since both read files.
final class CheckupEngine implements Engine {
    private final Supplier<Checkup> maker;
    private final Executor background;
    private Checkup ready;

    CheckupEngine(Supplier<Checkup> maker, Executor background) {
        this.maker = maker;
        this.background = background;
    }

    @Override
    public Run start(Settings settings, Options options, Consumer<Progress> listener, Consumer<Throwable> broke) {
        var starting = new Starting();
        background.execute(() -> {
            try {
                Running running = checkup().start(settings, options, listener);
                starting.started(running);
                running.report().whenComplete((_, bug) -> {
                    if (bug != null) {
                        broke.accept(bug);
                    }
                });
            } catch (IOException | RuntimeException notStarted) {
                broke.accept(notStarted);
            }
        });
        return starting;
    }

    @Override
    public void prepare(Consumer<Throwable> broke) {
        background.execute(() -> {
            try {
                checkup();
            } catch (RuntimeException | Error unreadable) {
                broke.accept(unreadable);
            }
        });
    }

    /// Put together at the first call, which reads files: not on the JavaFX thread.
    synchronized Checkup checkup() {
        if (ready == null) {
            ready = maker.get();
        }
        return ready;
    }

    /// A check-up that may be cancelled before it has begun. Thread-safe.
    private static final class Starting implements Run {
        private Running running;
        private boolean cancelled;

        synchronized void started(Running now) {
            running = now;
            if (cancelled) {
                now.cancel();
            }
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (running != null) {
                running.cancel();
            }
        }
    }
}
