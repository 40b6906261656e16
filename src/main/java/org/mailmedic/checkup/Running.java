package org.mailmedic.checkup;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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

    /// Waits for the report.
    public Report await() throws InterruptedException {
        try {
            return report.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("the check-up itself broke", bug.getCause());
        }
    }
}
