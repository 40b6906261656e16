package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mailmedic.monitor.Watching;

/// Watching until it works.
final class WatchWalkTest extends WalkThrough {
    @Test
    void aWatchTellsEachRoundAndLeadsToWhatChanged() {
        Gestures.answer(window, Samples.blocked());
        robot.clickOn("Keep watching");
        assertEquals("Watching mail.gmx.net", hands().headline());
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        window.does(() -> window.watches.tell(new Watching.RoundBegan(1, noon), new Watching.RoundEnded(1, noon, Samples.blocked()),
                new Watching.NextRound(2, noon.plusSeconds(25), Duration.ofSeconds(15)), new Watching.RoundBegan(2, noon),
                new Watching.RoundEnded(2, noon, Samples.healthy()),
                new Watching.Stopped(Watching.Reason.HEALTHY, Optional.of(Samples.healthy()))));
        assertEquals("Your mail can go out", hands().headline());
        assertTrue(hands().shows("The watch is over. Nothing more is contacted."));
        robot.clickOn("See what changed");
        assertEquals("It works now", hands().headline());
    }

    @Test
    void aChangeIsShownWithItsMinuteToldBeyondTheWindowAndKeptOnce() {
        Gestures.answer(window, Samples.blocked());
        robot.clickOn("Keep watching");
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        var worse = Samples.inconclusive();
        var fine = Samples.healthy();
        window.does(() -> window.watches.tell(new Watching.RoundEnded(1, noon, Samples.blocked()),
                new Watching.RoundEnded(2, noon.plusSeconds(60), worse),
                new Watching.Changed(noon.plusSeconds(60), Samples.blocked(), worse)));
        assertEquals(List.of("Mail Medic: Something changed with your mail. Open the window to see what."), window.herald.told);
        hands().tabTo("Tell me with a sound and a notification when it changes");
        hands().press(KeyCode.SPACE);
        window.does(() -> window.watches.tell(new Watching.RoundEnded(3, noon.plusSeconds(120), fine),
                new Watching.Changed(noon.plusSeconds(120), worse, fine),
                new Watching.Stopped(Watching.Reason.HEALTHY, Optional.of(fine))));
        assertEquals(1, window.herald.told.size(), "not when it is switched off");
        String changed = window.sees(() -> ((Label) window.scene().lookup("#watch-changed")).getText());
        assertTrue(changed.matches("It changed at \\d+:02.*Before: We could not find out for sure. Now: These settings work."), changed);
        robot.clickOn("See what changed");
        robot.clickOn("Start over");
        robot.clickOn("Earlier check-ups");
        assertTrue(hands().shows("4 check-ups"), "the answer before, the first round, and the two that changed");
    }

    @Test
    void leavingAWatchStopsIt() {
        Gestures.answer(window, Samples.blocked());
        robot.clickOn("Keep watching");
        robot.clickOn("Stop watching");
        assertTrue(window.watches.stopped());
        window.does(() -> window.watches.tell(new Watching.Stopped(Watching.Reason.CANCELLED, Optional.empty())));
        robot.clickOn("Back to the answer");
        assertEquals("Your network blocks the mail door 587", hands().headline(), "nothing ended, so the answer is as it was");
    }
}
