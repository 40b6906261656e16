package org.mailmedic.checkup;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.mailmedic.report.Report;

/// A check-up under way. Thread-safe.
public final class Running {
    private final CompletableFuture<Report> report = new CompletableFuture<>();
    private final Runnable stop;

    Running(Runnable stop) {
        this.stop = stop;
    }

    /// Ends it at once; what was seen so far still makes a report.
    public void cancel() {
        stop.run();
    }

    /// Completed with the report, always: a check-up that was cancelled, or that met a bug of ours, has one too.
    public CompletableFuture<Report> report() {
        return report;
    }

    /// @param then gets the report, or the bug that stands in its place; what it throws itself goes where an exception goes that nobody
    ///             caught on the thread that ends the check-up
    public void whenOver(BiConsumer<Optional<Report>, Optional<Throwable>> then) {
        var _ = report.whenComplete((made, bug) -> {
            try {
                then.accept(Optional.ofNullable(made), Optional.ofNullable(bug));
            } catch (RuntimeException | Error deaf) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, deaf);
            }
        });
    }

    /// Waits for the report.
    public Report await() throws InterruptedException {
        try {
            return report.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("the check-up itself broke", bug.getCause());
        }
    }
}
