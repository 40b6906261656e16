package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Occasion;
import org.testfx.api.FxRobot;

/// A feature is found from the first page, from an answer and by its files, and gives the person back to where they were.
final class FeatureWalkTest {
    private final FxRobot robot = new FxRobot();
    private final List<TrialFeature> made = new ArrayList<>();
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = TestWindow.open(hub -> {
            made.add(new TrialFeature(hub, "trial"));
            made.add(new TrialFeature(hub, "second"));
            return List.copyOf(made);
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private Hands hands() {
        return new Hands(window, robot);
    }

    @Test
    void aCardOnTheFirstPageLeadsThereAndBack() {
        assertEquals(6, window.sees(() -> window.scene().getRoot().lookupAll(".choice-card").size()), "a grid of six");
        robot.clickOn("I have an error message");
        assertEquals("The trial page", hands().headline());
        assertEquals(List.of(Occasion.PLAIN), made.getFirst().occasions);
        robot.clickOn("Back");
        assertEquals("What is happening with your mail?", hands().headline());
        robot.clickOn("Check my domain’s mail records");
        assertEquals("The second page", hands().headline());
    }

    @Test
    void whatWasTypedIsKnownThere() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("#account-address").write("shop@gmx.net");
        robot.clickOn("Back");
        robot.clickOn("I have an error message");
        assertEquals("shop@gmx.net", made.getFirst().occasions.getFirst().address());
    }

    @Test
    void aLinkOnAnAnswerThatItHasSomethingToAddTo() {
        Gestures.answer(window, Samples.blocked());
        assertFalse(hands().shows("second.link"));
        robot.clickOn("Look from elsewhere, too");
        assertEquals("The trial page", hands().headline());
        assertEquals(Samples.blocked().id(), made.getFirst().occasions.getFirst().answer().orElseThrow().report().id());
        robot.clickOn("Back");
        assertEquals("Your network blocks the mail door 587", hands().headline());
    }

    @Test
    void noLinkOnAnotherAnswer() {
        Gestures.check(window);
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertEquals(Report.Outcome.HEALTHY, Samples.healthy().outcome());
        assertFalse(hands().shows("Look from elsewhere, too"));
    }

    @Test
    void aDroppedFileThatIsNoReportGoesToWhoTakesIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mail.trial"), "anything");
        window.does(() -> window.walk().openReport(file));
        assertEquals("The trial page", hands().headline());
        assertEquals(file, made.getFirst().occasions.getFirst().file().orElseThrow());
        Path other = Files.writeString(folder.resolve("mail.other"), "anything");
        window.does(() -> window.walk().openReport(other));
        robot.clickOn("Back");
        assertEquals("The trial page", hands().headline());
    }

    @Test
    void whatWasTypedOutlivesThePageUntilStartOver() {
        robot.clickOn("I have an error message");
        robot.clickOn("#trial-field").write("535");
        robot.clickOn("Back");
        robot.clickOn("I have an error message");
        assertEquals("535", window.sees(() -> ((TextField) window.scene().lookup("#trial-field")).getText()));
        window.does(() -> window.walk().startOver());
        robot.clickOn("I have an error message");
        assertEquals("", window.sees(() -> ((TextField) window.scene().lookup("#trial-field")).getText()));
    }
}
