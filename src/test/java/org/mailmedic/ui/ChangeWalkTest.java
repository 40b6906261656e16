package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.history.InterventionNotes;
import org.mailmedic.history.NotedIntervention;

/// What the person changed, what it did, and what has to be switched on again: by mouse and by keyboard.
final class ChangeWalkTest extends WalkThrough {
    private static final String STILL_OFF = "Your antivirus is still off. Switch it on again.";
    private static final String BY_THE_ANTIVIRUS =
            "It works while the antivirus is off, so its mail protection was most likely in the way. "
            + "Switch it on again now, and allow the mail program in its settings.";

    private List<NotedIntervention> kept() {
        return InterventionNotes.in(window.history(), InstantSource.fixed(Instant.EPOCH)).all();
    }

    @Test
    void theAntivirusIsSwitchedOffForATestAndOnAgain() {
        Gestures.answer(window, Samples.blocked());
        // far down on the page, which follows the focus
        window.does(() -> window.scene().lookup("#answer-change").requestFocus());
        robot.clickOn("#answer-change");
        TestWindow.settle();
        robot.clickOn("I switched the antivirus off");
        TestWindow.settle();
        assertTrue(hands().shows("Only for this test. We remind you to switch it on again."));
        assertFalse(hands().shows(STILL_OFF), "not before the person goes on");
        robot.clickOn("I changed something: check again");
        assertTrue(hands().shows(STILL_OFF), "from now on, also while the check-up runs");
        assertEquals(List.of(true), kept().stream().map(NotedIntervention::stillOff).toList(), "on the disk before anything can go wrong");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertEquals("It works now", hands().headline());
        assertTrue(hands().shows(BY_THE_ANTIVIRUS));
        assertTrue(hands().shows("You noted: “I switched the antivirus off”"));
        assertEquals(Samples.healthy().id(), kept().getFirst().after());

        robot.clickOn("It is on again");
        assertFalse(hands().shows(STILL_OFF));
        assertEquals("It works now", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()), "the focus is not lost");
        window.does(() -> window.walk().remind());
        assertFalse(hands().shows(STILL_OFF), "nor does it come back");
    }

    @Test
    void theSameByKeyboardAlone() {
        Gestures.answer(window, Samples.blocked());
        hands().tabTo("What did you change? (optional)");
        hands().press(KeyCode.DOWN);
        hands().press(KeyCode.DOWN);
        hands().press(KeyCode.DOWN);
        hands().press(KeyCode.DOWN);
        assertEquals(Optional.of(Kind.FIREWALL_OFF), window.sees(() -> ((ComboBox<?>) window.scene().lookup("#answer-change")).getValue()));
        hands().tabTo("In your own words");
        robot.write("the built-in one");
        hands().press(KeyCode.ENTER);
        assertEquals(2, window.engine.starts(), "Enter checks again");
        window.does(() -> window.engine.end(Samples.blocked()));
        assertEquals("Nothing has changed", hands().headline());
        assertTrue(hands().shows(
                "It makes no difference, so the firewall on this computer is most likely not in the way. Switch it on again now."));
        hands().tabTo("Your firewall is still off. Switch it on again. It is on again");
        hands().press(KeyCode.SPACE);
        assertFalse(hands().shows("Your firewall is still off. Switch it on again."));
        assertEquals(new Intervention(Kind.FIREWALL_OFF, "the built-in one"), kept().getFirst().intervention());
    }

    @Test
    void whoeverSaidNothingBeforeIsAskedAfterwards() {
        Gestures.answer(window, Samples.blocked());
        robot.clickOn("I changed something: check again");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        robot.clickOn("Did you change something in between? See what it shows");
        assertEquals("answer-change", window.sees(() -> window.scene().getFocusOwner().getId()));
        window.does(() -> Gestures.choose(window, Kind.ANTIVIRUS_OFF));
        assertFalse(hands().shows(STILL_OFF));
        robot.clickOn("Show what it means");
        assertTrue(hands().shows(BY_THE_ANTIVIRUS));
        assertTrue(hands().shows("You noted: “I switched the antivirus off”"));
        assertTrue(hands().shows(STILL_OFF));
        assertEquals(Samples.healthy().id(), kept().getFirst().after());
        robot.clickOn("It is on again");
        assertEquals(List.of(false), kept().stream().map(NotedIntervention::stillOff).toList());
    }

    @Test
    void whatWasLeftOffIsAskedForWhenTheProgramStartsAgain() {
        Gestures.remembered(window, new Intervention(Kind.ANTIVIRUS_OFF, ""));
        window.does(() -> window.walk().remind());
        assertEquals("What is happening with your mail?", hands().headline());
        assertTrue(hands().shows(STILL_OFF));
        Gestures.answer(window, Samples.blocked());
        // far down on the page, which follows the focus
        window.does(() -> window.scene().lookup("#answer-change").requestFocus());
        robot.clickOn("#answer-change");
        TestWindow.settle();
        robot.clickOn("I switched the antivirus on again");
        robot.clickOn("I changed something: check again");
        assertFalse(hands().shows(STILL_OFF));
        window.does(() -> window.engine.end(Samples.blocked()));
        assertTrue(hands().shows("Nothing changed with the antivirus on."));
    }

    @Test
    void withNothingKeptItIsRememberedForThisRunAndThatIsSaid() {
        robot.clickOn("Earlier check-ups");
        robot.clickOn("#earlier-keep");
        robot.clickOn("Back");
        Gestures.answer(window, Samples.blocked());
        window.does(() -> Gestures.choose(window, Kind.ANTIVIRUS_OFF));
        robot.clickOn("I changed something: check again");
        assertTrue(hands().shows(STILL_OFF + " It is not kept on this computer, so this reminder ends when Mail Medic is closed."));
        assertEquals(List.of(), kept());
        robot.clickOn("Stop");
        robot.clickOn("Start over");
        assertEquals(1, window.sees(() -> window.scene().getRoot().lookupAll(".reminder").size()), "it stays, wherever the person goes");
    }

    @Test
    void afterEverythingWasDeletedTheReminderLastsForThisRunAndThatIsSaid() {
        Gestures.answer(window, Samples.blocked());
        window.does(() -> Gestures.choose(window, Kind.ANTIVIRUS_OFF));
        robot.clickOn("I changed something: check again");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        robot.clickOn("Start over");
        robot.clickOn("Earlier check-ups");
        assertTrue(hands().shows(STILL_OFF));
        robot.clickOn("Delete all");
        robot.clickOn("Delete all");
        assertEquals(List.of(), kept());
        assertTrue(hands().shows(STILL_OFF + " It is not kept on this computer, so this reminder ends when Mail Medic is closed."));
    }

    @Test
    void newSettingsAreChangedHereTooAndJudgedTogether() {
        Gestures.answer(window, Samples.blocked());
        window.does(() -> Gestures.choose(window, Kind.SETTINGS));
        robot.clickOn("Change settings");
        assertEquals("Your mail account", hands().headline());
        window.does(() -> ((TextField) window.scene().lookup("#account-port")).setText("465"));
        robot.clickOn("Start the check-up");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertTrue(hands().shows(
                "Both check-ups used the same settings, so they say nothing about new ones. Change them here too, then check again."),
                "the fake engine's report names the old port");
        assertTrue(hands().shows("You noted: “I changed the port or a setting”"));
    }

    @Test
    void aStoppedCheckUpForgetsNothingAndANewBeginningForgetsTheChange() {
        Gestures.answer(window, Samples.blocked());
        window.does(() -> Gestures.choose(window, Kind.ROUTER_RESTARTED));
        robot.clickOn("I changed something: check again");
        robot.clickOn("Stop");
        robot.clickOn("Check again");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertTrue(hands().shows("It works since the router was restarted. If it comes back, the router is the place to look."));
        robot.clickOn("Check again");
        window.does(() -> window.engine.end(Samples.blocked()));
        assertEquals("It worked before and does not now", hands().headline());
        assertFalse(hands().shows("What your change shows"), "nothing was changed this time");
    }
}
