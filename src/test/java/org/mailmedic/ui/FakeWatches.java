package org.mailmedic.ui;

import java.util.function.Consumer;
import org.mailmedic.monitor.Watching;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.Watches;

/// A watch whose events the test sends by hand.
public final class FakeWatches implements Watches {
    private Consumer<Watching> listener;
    private int starts;
    private boolean stopped;

    @Override
    public Vigil start(Errand errand, Report earlier, Consumer<Watching> hears) {
        listener = hears;
        starts++;
        stopped = false;
        return () -> stopped = true;
    }

    public int starts() {
        return starts;
    }

    public boolean stopped() {
        return stopped;
    }

    public void tell(Watching... events) {
        for (Watching event : events) {
            listener.accept(event);
        }
    }
}
