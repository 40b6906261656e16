package org.mailmedic.ui.page;

import java.util.function.Consumer;
import org.mailmedic.monitor.Watching;
import org.mailmedic.report.Report;

/// What the window asks of the watch.
@FunctionalInterface
public interface Watches {
    /// Repeats the errand until it works; returns at once.
    ///
    /// @param earlier  what the first round is compared with
    /// @param listener hears of everything on the watch's thread; the last event comes always
    Vigil start(Errand errand, Report earlier, Consumer<Watching> listener);

    /// A watch under way.
    @FunctionalInterface
    interface Vigil {
        /// Ends it at once; harmless when it is over.
        void stop();
    }
}
