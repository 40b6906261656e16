package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Back is always possible, and everything is as it was.
final class BackWalkTest extends WalkThrough {
    private static final String ANSWER = "Your network blocks the mail door 587";

    private ToggleButton firstTick() {
        return (ToggleButton) window.sees(() -> window.scene().lookup(".step .toggle"));
    }

    private void ticked() {
        Gestures.answer(window, Samples.blocked());
        window.does(() -> firstTick().fire());
    }

    private void assertAnswerAsItWas() {
        assertEquals(ANSWER, hands().headline());
        assertTrue(window.sees(() -> firstTick().isSelected()), "what was ticked is ticked");
    }

    @Test
    void fromTheSettingsToTheAnswer() {
        ticked();
        robot.clickOn("Change settings");
        assertEquals("Your mail account", hands().headline());
        hands().press(KeyCode.ESCAPE);
        assertAnswerAsItWas();
        hands().press(KeyCode.ESCAPE);
        assertEquals("Your mail account", hands().headline(), "from the answer to where it came from");
        hands().press(KeyCode.ESCAPE);
        assertEquals("What is happening with your mail?", hands().headline());
    }

    @Test
    void fromADroppedFileToTheAnswer(@TempDir Path folder) throws IOException {
        ticked();
        Path file = Files.writeString(folder.resolve("something.txt"), "no report");
        window.does(() -> window.walk().openReport(file));
        robot.clickOn("Back");
        assertAnswerAsItWas();
    }

    @Test
    void fromSavingAndFromAWatchToTheAnswer() {
        ticked();
        robot.clickOn("Save report");
        robot.clickOn("Back");
        assertAnswerAsItWas();
        window.does(() -> window.walk().watch());
        window.does(() -> window.walk().wholeAnswer());
        assertAnswerAsItWas();
    }

    @Test
    void aStoppedSecondCheckUpLeadsBackToTheAnswer() {
        ticked();
        robot.clickOn("I changed something: check again");
        hands().press(KeyCode.ESCAPE);
        assertEquals("Stopped", hands().headline());
        robot.clickOn("Change settings");
        assertEquals("Your mail account", hands().headline());
        robot.clickOn("Back");
        assertAnswerAsItWas();
    }

    @Test
    void theNextAnswerTakesThePlaceOfTheOneBefore() {
        ticked();
        robot.clickOn("I changed something: check again");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertEquals("It works now", hands().headline());
        robot.clickOn("See the whole answer");
        hands().press(KeyCode.ESCAPE);
        assertEquals("It works now", hands().headline());
        hands().press(KeyCode.ESCAPE);
        assertEquals("Your mail account", hands().headline());
    }
}
