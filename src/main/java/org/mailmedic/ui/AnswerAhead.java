package org.mailmedic.ui;

import java.util.Locale;
import java.util.function.Consumer;
import org.mailmedic.checkup.Progress;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;

/// The engine, which on its own thread gets ready what the answer needs before it tells that the check-up has ended: the window does not
/// have to wait for a page of advice.
///
/// @param ready gets it ready; when it throws, that is told instead of the end
record AnswerAhead(Engine engine, Consumer<Report> ready) implements Engine {
    @Override
    public Run start(Errand errand, Consumer<Progress> listener, Consumer<Throwable> broke) {
        return engine.start(errand, event -> tell(event, listener, broke), broke);
    }

    private void tell(Progress event, Consumer<Progress> listener, Consumer<Throwable> broke) {
        if (event instanceof Progress.Ended(var report)) {
            try {
                ready.accept(report);
            } catch (RuntimeException unreadable) {
                broke.accept(unreadable);
                return;
            }
        }
        listener.accept(event);
    }

    @Override
    public void prepare(Consumer<Throwable> broke) {
        engine.prepare(broke);
    }

    @Override
    public void reworded() {
        engine.reworded();
    }

    @Override
    public Report retold(Locale language, Report report) {
        return engine.retold(language, report);
    }
}
