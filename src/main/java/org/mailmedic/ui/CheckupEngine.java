package org.mailmedic.ui;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailmedic.checkup.Checkup;
import org.mailmedic.checkup.Progress;
import org.mailmedic.checkup.Retest;
import org.mailmedic.checkup.Running;
import org.mailmedic.report.Report;
import org.mailmedic.report.Rewording;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;

/// The real check-up. It is put together at its first use and started in the background, since both read files.
final class CheckupEngine implements Engine {
    private final Supplier<Checkup> maker;
    private final Executor background;
    private @Nullable Checkup ready;

    CheckupEngine(Supplier<Checkup> maker, Executor background) {
        this.maker = maker;
        this.background = background;
    }

    @Override
    public Run start(Errand errand, Consumer<Progress> listener, Consumer<Throwable> broke) {
        var starting = new Starting();
        background.execute(() -> {
            try {
                Running running = begin(errand, listener);
                starting.started(running);
                running.whenOver((_, bug) -> bug.ifPresent(broke));
            } catch (IOException | RuntimeException notStarted) {
                broke.accept(notStarted);
            }
        });
        return starting;
    }

    private Running begin(Errand errand, Consumer<Progress> listener) throws IOException {
        return errand.earlier().isPresent() ? new Retest(checkup()).start(errand.settings(), errand.options(), errand.earlier().get(),
                listener)
                : checkup().start(errand.settings(), errand.options(), listener);
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

    @Override
    public synchronized void reworded() {
        ready = null;
    }

    @Override
    public Report retold(Locale language, Report report) {
        return new Rewording(language, ZoneId.systemDefault()).apply(report);
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
        private @Nullable Running running;
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
