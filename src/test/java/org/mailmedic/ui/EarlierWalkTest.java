package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Earlier check-ups: what is kept, found again, compared and deleted, and what leaves no trace.
final class EarlierWalkTest extends WalkThrough {
    @Test
    void anAnswerIsKeptFoundAgainComparedAndDeleted() throws IOException {
        Gestures.answer(window, Samples.blocked());
        robot.clickOn("Start over");
        Gestures.check(window);
        window.does(() -> window.engine.passAll(Samples.healthy()));
        robot.clickOn("Start over");
        robot.clickOn("Earlier check-ups");
        assertEquals("Earlier check-ups", hands().headline());
        robot.clickOn("Your network blocks the mail door 587");
        assertTrue(hands().shows("Earlier check-up"));
        assertFalse(hands().shows("Keep watching"), "what is past cannot be watched");
        robot.clickOn("All earlier check-ups");
        for (Node box : window.sees(() -> window.scene().getRoot().lookupAll(".earlier-row .check-box"))) {
            robot.clickOn(box);
        }
        robot.clickOn("Compare the two");
        assertEquals("The second time it worked", hands().headline());
        hands().press(KeyCode.ESCAPE);
        assertEquals("Earlier check-ups", hands().headline());
        robot.clickOn("Delete all");
        assertEquals("Keep", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()), "Enter by chance deletes nothing");
        hands().press(KeyCode.ESCAPE);
        assertTrue(hands().shows("These settings work"));
        robot.clickOn("Delete all");
        robot.clickOn("Delete all");
        assertTrue(hands().shows("Nothing here yet"));
        try (var left = Files.list(window.history())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void earlierCheckUpsThatCannotBeShownAreNoReasonToWorry() throws IOException {
        Files.writeString(window.history(), "in the way");
        robot.clickOn("Earlier check-ups");
        assertTrue(hands().shows("You can check your mail as usual. It is only this list that is missing."));
    }

    @Test
    void practiceAndWhatIsSwitchedOffLeaveNoTrace() {
        robot.clickOn("Earlier check-ups");
        robot.clickOn("#earlier-keep");
        assertTrue(hands().shows("Nothing is kept"));
        robot.clickOn("Back");
        Gestures.answer(window, Samples.blocked());
        assertFalse(Files.exists(window.history()));
        robot.clickOn("Start over");
        robot.clickOn("Earlier check-ups");
        robot.clickOn("#earlier-keep");
        robot.clickOn("Back");
        robot.clickOn("Try it on a practice server");
        robot.clickOn("#practice-search").write("expired");
        robot.clickOn("The server’s certificate has expired.");
        robot.clickOn("Start the check-up");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertEquals("These settings work", hands().headline());
        assertFalse(Files.exists(window.history()));
    }
}
