package org.mailmedic.ui.start;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// A training that left something out is no training: the build is to notice.
final class TrainingRunTest {
    private final List<String> made = new ArrayList<>();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final TrainingRun run = new TrainingRun(List.of(
            TrainingRun.Step.now("check", () -> made.add("check")),
            new TrainingRun.Step("details", answered::get, () -> made.add("details")),
            TrainingRun.Step.now("close", () -> made.add("close"))));

    @Test
    void oneStepAtAGlanceInTheirOrderEachWhenTheWindowIsReadyForIt() {
        run.glance();
        run.glance();
        assertEquals(List.of("check"), made);
        answered.set(true);
        run.glance();
        assertEquals(List.of("check", "details"), made);
        run.glance();
        run.glance();
        assertEquals(List.of("check", "details", "close"), made);
        assertDoesNotThrow(run::end);
    }

    @Test
    void aStepThatNeverCameIsSaidAtTheEnd() {
        run.glance();
        run.glance();
        var unfinished = assertThrows(IllegalStateException.class, run::end);
        assertEquals("the training run never came to: details, close", unfinished.getMessage());
    }
}
