package org.mailmedic.ui.page;

import java.util.function.Consumer;
import org.mailmedic.checkup.Progress;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.Settings;

/// What the window asks of the check-up.
@FunctionalInterface
public interface Engine {
    /// Returns at once. `listener` is called on a thread of the check-up, one event at a time.
    Run start(Settings settings, Options options, Consumer<Progress> listener);

    /// A check-up under way.
    @FunctionalInterface
    interface Run {
        /// Returns at once; from any thread; harmless when it is over.
        void cancel();
    }
}
