package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.checkup.Progress;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Stage;
import org.mailmedic.settings.Settings;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;

/// What the answer needs is there before anybody hears that there is an answer.
final class AnswerAheadTest {
    private final FakeEngine engine = new FakeEngine();
    private final List<String> order = new ArrayList<>();

    @Test
    void getsReadyBeforeItTellsOfTheEndAndOnlyThen() {
        start(new AnswerAhead(engine, _ -> order.add("ready")));
        engine.tell(new Progress.StageBegan(Stage.DNS));
        engine.end(Samples.blocked());
        assertEquals(List.of("StageBegan", "ready", "Ended"), order);
    }

    @Test
    void whatCannotBeReadIsToldInsteadOfTheEnd() {
        start(new AnswerAhead(engine, _ -> {
            throw new IllegalStateException("unreadable");
        }));
        engine.end(Samples.blocked());
        assertEquals(List.of("broke: unreadable"), order);
    }

    @Test
    void cancellingReachesTheEngine() {
        start(new AnswerAhead(engine, _ -> { })).cancel();
        assertTrue(engine.cancelled());
    }

    private Engine.Run start(AnswerAhead ahead) {
        return ahead.start(new Errand(Settings.of("mail.gmx.net"), Options.usual(), false),
                event -> order.add(event.getClass().getSimpleName()), bug -> order.add("broke: " + bug.getMessage()));
    }
}
