package org.mailmedic.ui.page.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.ui.page.Engine;

/// Answers when the test says so.
public final class FakeDomainEngine implements DomainEngine {
    public final List<DomainQuestion> questions = new ArrayList<>();
    public int cancelled;
    private Consumer<DomainLook> found;
    private Consumer<Throwable> broke;

    @Override
    public Engine.Run start(DomainQuestion question, Consumer<DomainLook> listener, Consumer<Throwable> broken) {
        questions.add(question);
        found = listener;
        broke = broken;
        return () -> cancelled++;
    }

    public void finds(DomainLook look) {
        found.accept(look);
    }

    public void breaks(Throwable fault) {
        broke.accept(fault);
    }
}
