package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Login;

/// What was not looked at is not called fine, a refused password is not sent again by itself, and neither is a real message.
final class PasswordWalkTest extends WalkThrough {
    private void ends(Report report) {
        Gestures.check(window);
        window.does(() -> window.engine.passAll(report));
        window.answered();
    }

    private String password() {
        return new String(((Login.Password) window.engine.settings().login()).password().chars());
    }

    @Test
    void withoutAPasswordTheHeadlineSaysHowFarWasLookedAndOneFieldLeadsOn() {
        ends(Samples.partly());
        assertEquals("Everything up to the sign-in works", hands().headline());
        assertTrue(hands().shows("The sign-in was not checked"));
        assertTrue(hands().shows("Not checked, since no password was given: the sign-in and the sender."));
        robot.clickOn("Check the rest");
        assertEquals(1, window.engine.starts(), "nothing is checked without it");
        assertTrue(hands().shows("Type the password first."));
        robot.clickOn("#answer-password").write("s3cret");
        hands().press(KeyCode.ENTER);
        assertEquals(2, window.engine.starts());
        assertEquals("s3cret", password());
        window.does(() -> window.engine.passAll(Samples.healthy()));
        window.answered();
        assertEquals("These settings work", hands().headline(), "there was no Before that could be compared");
    }

    @Test
    void aRefusedPasswordIsNotSentAgainByItself() {
        ends(Samples.refused());
        robot.clickOn("I changed something: check again");
        assertEquals(1, window.engine.starts());
        assertTrue(hands().shows("Type the new password first. The same one again could lock the account."));
        assertFalse(hands().shows("Keep watching"), "a watch would send it again and again");
        robot.clickOn("#answer-password").write("new one");
        robot.clickOn("Check with this password");
        assertEquals(2, window.engine.starts());
        assertEquals("new one", password());
        window.does(() -> window.engine.passAll(Samples.sent()));
        window.answered();
        assertEquals("It works now", hands().headline());
    }

    @Test
    void theSamePasswordIsSentOnceMoreWhenAsked() {
        ends(Samples.refused());
        robot.clickOn("Send the same one once more");
        assertEquals(2, window.engine.starts());
    }

    @Test
    void aSecondRealMessageIsSentOnlyAfterAsking() {
        ends(Samples.sent());
        assertTrue(hands().shows("One test message was sent to anna@example.com on 20 November 2026, 13:02 (UTC), with the subject "
                + "“Test message from Mail Medic”. Did it come?"), "to whom, when, and what to look for");
        robot.clickOn("It came");
        robot.clickOn("I changed something: check again");
        assertEquals(1, window.engine.starts());
        robot.clickOn("Check without sending");
        assertEquals(2, window.engine.starts());
        assertFalse(window.engine.settings().send());
    }

    @Test
    void aWebsiteSendsFromElsewhereAndTheAnswerSaysSo() {
        ends(Samples.with(Samples.healthy(), Map.of("symptom", "website")));
        assertEquals("These settings work from this computer", hands().headline());
        assertTrue(hands().shows("This was measured on this computer. Your website sends from its hosting company’s server, and whether "
                + "that one may reach mail.gmx.net on port 587 cannot be seen from here."));
    }

    @Test
    void aWatchThatStopsBeforeAnythingChangedLeadsBack() {
        Gestures.answer(window, Samples.blocked());
        robot.clickOn("Keep watching");
        window.does(() -> window.watches.tell(new org.mailmedic.monitor.Watching.Stopped(
                org.mailmedic.monitor.Watching.Reason.CANCELLED, Optional.empty())));
        robot.clickOn("Back to the answer");
        assertEquals("Your network blocks the mail door 587", hands().headline());
    }
}
