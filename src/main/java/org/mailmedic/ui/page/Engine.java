package org.mailmedic.ui.page;

import java.util.Locale;
import java.util.function.Consumer;
import org.mailmedic.checkup.Progress;
import org.mailmedic.report.Report;

/// What the window asks of the check-up.
@FunctionalInterface
public interface Engine {
    /// Returns at once. Both listeners are called on threads of the check-up: `listener` for one event at a time, `broke` at most
    /// once and instead of the last event, when our own code stumbled. A second [Progress.Began] says that it begins anew.
    Run start(Errand errand, Consumer<Progress> listener, Consumer<Throwable> broke);

    /// A check-up under way.
    @FunctionalInterface
    interface Run {
        /// Returns at once; from any thread; harmless when it is over.
        void cancel();
    }

    /// Reads in the background what a check-up needs, so that the first one begins at once. Returns at once.
    ///
    /// @param broke called from another thread when it cannot be read
    default void prepare(Consumer<Throwable> broke) {}

    /// The language has changed: the next check-up is told in the new one. Returns at once.
    default void reworded() {}

    /// A report in a language, see [Retelling].
    default Report retold(Locale language, Report report) {
        return report;
    }
}
