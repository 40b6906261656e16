package org.mailmedic.ui;

import java.util.Optional;
import java.util.function.Consumer;
import org.mailmedic.monitor.Pauses;
import org.mailmedic.monitor.Round;
import org.mailmedic.monitor.Time;
import org.mailmedic.monitor.Until;
import org.mailmedic.monitor.Watch;
import org.mailmedic.monitor.Watcher;
import org.mailmedic.monitor.Watching;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.Watches;

/// The real watch, over the real check-up.
final class MonitorWatches implements Watches {
    private final CheckupEngine engine;

    MonitorWatches(CheckupEngine engine) {
        this.engine = engine;
    }

    /// Never sends: nobody wants a test message every few minutes.
    @Override
    public Vigil start(Errand errand, Report earlier, Consumer<Watching> listener) {
        Round round = Round.of(() -> engine.checkup().start(errand.settings().withoutSending(), errand.options(), _ -> { }));
        var watch = new Watch(round, Pauses.polite(), Until.itWorks(), Time.system(), Optional.of(earlier));
        return Watcher.start(watch, listener)::close;
    }
}
