package org.mailmedic.ui;

import java.util.function.Consumer;
import org.mailmedic.advice.Entries;
import org.mailmedic.checkup.Progress;
import org.mailmedic.ui.page.AnswerModel;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;

/// The engine, which reads what the answer needs on its own thread before it tells that the check-up has ended: the window does not have to
/// wait for a page of advice.
///
/// @param entries where it is found again
record AnswerAhead(Engine engine, Entries entries) implements Engine {
    @Override
    public Run start(Errand errand, Consumer<Progress> listener, Consumer<Throwable> broke) {
        return engine.start(errand, event -> tell(event, listener, broke), broke);
    }

    private void tell(Progress event, Consumer<Progress> listener, Consumer<Throwable> broke) {
        if (event instanceof Progress.Ended(var report)) {
            try {
                AnswerModel.prepare(report, entries);
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
}
