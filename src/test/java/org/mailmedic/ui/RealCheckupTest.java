package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.report.Report;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The window in front of the real engine and the real practice servers.
@Timeout(120)
final class RealCheckupTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    void aHealthyServerComesOutHealthyAndItsConversationCanBeRead() throws TimeoutException {
        practise("A mail server with nothing wrong.");
        assertEquals("These settings work", headline());
        assertTrue(shows("Nothing to fix here"));
        assertTrue(shows("Practice server"));
        robot.clickOn("Technical details");
        robot.clickOn("Conversation");
        var lines = window.sees(() -> ((ListView<?>) window.scene().lookup(".drawer .list-view")).getItems().stream()
                .map(Report.Line.class::cast).map(Report.Line::line).toList());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("220 ")), lines.toString());
        assertFalse(lines.toString().contains("cHJhY3RpY2U"), "no password in any encoding");
    }

    @Test
    void anExpiredCertificateIsTheProvidersJobAndCanBeCheckedAgain() throws TimeoutException {
        practise("The server’s certificate has expired.");
        assertTrue(shows("Your mail provider can fix this"));
        robot.clickOn("I changed something: check again");
        awaitAnswer();
        assertTrue(shows("Not solved yet"));
        robot.clickOn("What to do now");
        assertTrue(shows("Your mail provider can fix this"));
    }

    @Test
    void aSilentServerCanBeStoppedAtOnce() throws TimeoutException {
        start("The server takes the call and stays silent.");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.sees(() -> window.scene().lookup(".sighting") != null));
        robot.clickOn("Stop");
        assertEquals("Stopped", headline());
    }

    private void practise(String sentence) throws TimeoutException {
        start(sentence);
        awaitAnswer();
    }

    private void start(String sentence) throws TimeoutException {
        window = TestWindow.open(new CheckupEngine(() -> UsualCheckup.in(Locale.ENGLISH), Runnable::run), new PracticeServers());
        robot.clickOn("Try it on a practice server");
        robot.clickOn("#practice-search").write(sentence);
        robot.clickOn("Start the check-up");
    }

    private void awaitAnswer() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.sees(() -> window.scene().lookup(".badge") != null));
        TestWindow.settle();
    }

    private String headline() {
        return window.sees(() -> ((Label) window.scene().lookup(".headline")).getText());
    }

    private boolean shows(String text) {
        return window.sees(() -> window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> visible(node) && node instanceof Label label && text.equals(label.getText())));
    }

    private static boolean visible(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
