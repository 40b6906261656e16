package org.mailmedic.monitor;

import java.io.IOException;
import org.mailmedic.checkup.Running;
import org.mailmedic.report.Report;

/// One whole check-up of a watch.
@FunctionalInterface
public interface Round {
    /// Waits for its end.
    ///
    /// @throws InterruptedException when the watch was stopped; then nothing of it goes on
    /// @throws IOException          when it cannot be begun; the message says why
    Report run() throws IOException, InterruptedException;

    /// Begins a check-up.
    @FunctionalInterface
    interface Start {
        Running start() throws IOException;
    }

    static Round of(Start checkup) {
        return () -> {
            Running running = checkup.start();
            try {
                return running.await();
            } catch (InterruptedException stopped) {
                running.cancel();
                throw stopped;
            }
        };
    }
}
