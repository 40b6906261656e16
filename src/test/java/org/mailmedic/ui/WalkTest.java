package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailmedic.checkup.RealReports;
import org.mailmedic.plan.Stage;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Symptom;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The way through the window, by mouse and by keyboard alone, in front of a fake engine.
final class WalkTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = TestWindow.open();
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    void fromTheFirstQuestionToTheAnswerAndBackByMouse() {
        robot.clickOn("Mail from my website doesn’t arrive");
        assertEquals("Your mail account", headline());
        robot.clickOn("#account-user").write("shop@gmx.net");
        robot.clickOn("#account-host").write("mail.gmx.net");
        robot.clickOn("#account-password").write("s3cret pass");
        robot.clickOn("Start the check-up");

        assertEquals("Following your mail", headline());
        assertEquals("mail.gmx.net", window.engine.settings().host());
        assertEquals(Symptom.WEBSITE, window.engine.settings().symptom());
        assertPassword("s3cret pass");

        window.does(window.engine::asFarAsTheDoor);
        assertTrue(shows("The name mail.gmx.net leads to 212.227.17.168 and 212.227.17.190"));
        assertTrue(shows("knocking…"));
        window.does(window.engine::silentDoor);
        window.does(() -> window.engine.end(Samples.blocked()));

        assertEquals("Your network blocks the mail door 587", headline());
        assertTrue(shows("Your Internet provider or router can fix this"));
        assertTrue(shows("We are sure"));
        assertTrue(shows("port 587 silent"));
        Node tick = window.sees(() -> window.scene().lookup(".step .toggle"));
        robot.clickOn(tick);
        assertTrue(window.sees(() -> ((ToggleButton) tick).isSelected()));
        robot.clickOn("Open in mail program");
        assertTrue(window.opened.getFirst().startsWith("mailto:?subject=Mail%20through%20mail.gmx.net%20does%20not%20go%20out&body=Hello%2C%20outgoing"));
        robot.clickOn("Technical details");
        robot.clickOn("Conversation");
        assertTrue(shows("AUTH PLAIN ••••") || shows("EHLO [192.0.2.7]"));
        robot.clickOn("Technical details");

        robot.clickOn("I changed something: check again");
        assertEquals(2, window.engine.starts());
        assertPassword("s3cret pass");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertEquals("These settings work", headline());

        robot.clickOn("Start over");
        assertEquals("What is happening with your mail?", headline());
        assertTrue(((Login.Password) window.engine.settings().login()).password().isEmpty(), "the password was wiped");
        robot.clickOn("My mail program can’t send");
        assertEquals("", window.sees(() -> ((TextField) window.scene().lookup("#account-host")).getText()), "what was typed is forgotten");
    }

    @Test
    void theSameByKeyboardAlone() {
        press(KeyCode.TAB);
        tabTo("Mail from my website doesn’t arrive. Orders, contact forms, password resets, WordPress mail.");
        press(KeyCode.ENTER);
        assertEquals("Your mail account", headline());
        tabTo("E-mail address or user name (optional)");
        robot.write("shop@gmx.net");
        press(KeyCode.TAB);
        robot.write("mail.gmx.net");
        press(KeyCode.TAB);
        robot.write("587");
        press(KeyCode.ENTER);
        assertEquals("Following your mail", headline());
        assertEquals(587, window.engine.settings().port().orElseThrow());

        window.does(window.engine::asFarAsTheDoor);
        window.does(() -> window.engine.end(Samples.blocked()));
        assertEquals("Your network blocks the mail door 587", headline());
        tabTo("Step 1: Use port 465 with “SSL/TLS” in your mail program. It works from here.");
        press(KeyCode.SPACE);
        assertTrue(window.sees(() -> ((ToggleButton) window.scene().getFocusOwner()).isSelected()));
        tabTo("Technical details");
        press(KeyCode.SPACE);
        assertEquals("Timeline", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()));
        for (String tab : List.of("Ports", "Certificate", "Conversation", "Name lookup", "Evidence", "Timeline")) {
            press(KeyCode.RIGHT);
            assertEquals(tab, window.sees(() -> window.scene().getFocusOwner().getAccessibleText()));
        }
        press(KeyCode.ESCAPE);
        assertFalse(window.sees(() -> window.scene().lookup(".drawer").isVisible()));
        assertEquals("Technical details", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()));
        tabTo("I changed something: check again");
        press(KeyCode.SPACE);
        assertEquals(2, window.engine.starts());
        press(KeyCode.ESCAPE);
        assertEquals("Stopped", headline());
        assertTrue(window.engine.cancelled());
    }

    @Test
    void stopIsAtOnceAndWhatComesLaterIsNotListenedTo() {
        States.check(window);
        window.does(window.engine::asFarAsTheDoor);
        robot.clickOn("Stop");
        assertTrue(window.engine.cancelled());
        assertEquals("Stopped", headline());
        window.does(() -> window.engine.end(Samples.blocked()));
        assertEquals("Stopped", headline());
        assertTrue(shows("The name mail.gmx.net leads to 212.227.17.168 and 212.227.17.190"), "what was seen stays");
        robot.clickOn("Change settings");
        assertEquals("mail.gmx.net", window.sees(() -> ((TextField) window.scene().lookup("#account-host")).getText()));
    }

    @Test
    void theCheckUpCanBeStoppedAndBegunAgainInEveryStageByKeyboardAlone() {
        States.check(window);
        for (Stage stage : Stage.values()) {
            window.does(() -> window.engine.upTo(stage));
            assertEquals("Following your mail", headline(), stage.id());
            press(KeyCode.ESCAPE);
            assertEquals("Stopped", headline(), stage.id());
            assertTrue(window.engine.cancelled(), stage.id());
            assertEquals("Stopped", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()), stage.id());
            press(KeyCode.ENTER);
            assertFalse(window.engine.cancelled(), stage.id());
        }
        assertEquals(1 + Stage.values().length, window.engine.starts());
    }

    @Test
    void theEvidenceIsSearchedAndCopiedByKeyboardAlone() {
        States.answer(window, RealReports.blocked());
        tabTo("Technical details");
        press(KeyCode.SPACE);
        press(KeyCode.LEFT);
        assertEquals("Evidence", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()));
        tabTo("Search the evidence");
        robot.write("canary 587");
        tabTo("Evidence");
        press(KeyCode.DOWN);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        TestWindow.settle();
        String copied = window.sees(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("tcp-587-192.0.2.1-canary\nkind: tcp\n"), copied);
        assertEquals(1, copied.lines().filter(line -> line.startsWith("kind:")).count(), copied);
    }

    @Test
    void aBugOfOursIsShownAsOurs() {
        States.check(window);
        window.does(window.engine::breakDown);
        assertEquals("Mail Medic stumbled", headline());
        robot.clickOn("Back to where you were");
        assertEquals("The check-up ended early", headline());
        robot.clickOn("Check again");
        assertEquals(2, window.engine.starts());
        assertEquals("Following your mail", headline());
    }

    @Test
    void aFaultAnywhereLeavesWhatWasTypedAndShowsNoneOfIt() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("#account-user").write("shop@gmx.net");
        robot.clickOn("#account-password").write("s3cret pass");
        window.does(() -> window.walk().stumbled(new IllegalStateException("with s3cret pass in it", new RuntimeException("s3cret pass"))));
        assertEquals("Mail Medic stumbled", headline());
        robot.clickOn("Read what is in it");
        List<String> all = window.sees(() -> window.scene().getRoot().lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList());
        assertTrue(all.toString().contains("caused by java.lang.RuntimeException"), all.toString());
        assertFalse(all.toString().contains("s3cret"), all.toString());
        window.does(() -> window.walk().stumbled(new IllegalStateException("again")));
        press(KeyCode.ESCAPE);
        assertEquals("Your mail account", headline());
        assertEquals("shop@gmx.net", window.sees(() -> ((TextField) window.scene().lookup("#account-user")).getText()));
        assertEquals("s3cret pass", window.sees(() -> ((TextField) window.scene().lookup("#account-password")).getText()));
    }

    @Test
    void slipsAreCaughtBesideTheFieldAndMendedByAButton() throws TimeoutException {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("#account-host").write("https://mail.gmx.net:465/");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shows("This is a web address. We need the server’s name alone."));
        robot.clickOn("Change it to mail.gmx.net, port 465");
        assertEquals("mail.gmx.net", window.sees(() -> ((TextField) window.scene().lookup("#account-host")).getText()));
        assertEquals("465", window.sees(() -> ((TextField) window.scene().lookup("#account-port")).getText()));
        assertFalse(shows("This is a web address. We need the server’s name alone."));
    }

    @Test
    void withoutAServerTheCheckUpDoesNotStartAndTheFieldTakesTheFocus() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("Start the check-up");
        assertEquals(0, window.engine.starts());
        assertEquals("account-host", window.sees(() -> window.scene().getFocusOwner().getId()));
        assertTrue(shows("We need the name of the outgoing mail server."));
    }

    @Test
    void thePasswordLeavesTheFieldAsSoonAsTheCheckUpStartsAndCanBeForgotten() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("#account-user").write("shop@gmx.net");
        robot.clickOn("#account-host").write("mail.gmx.net");
        robot.clickOn("#account-password").write("s3cret");
        PasswordField field = window.sees(() -> (PasswordField) window.scene().lookup("#account-password"));
        robot.clickOn("Start the check-up");
        assertEquals("", window.sees(field::getText));
        window.does(() -> window.engine.end(Samples.blocked()));
        robot.clickOn("Change settings");
        assertTrue(shows("Forget it"));
        robot.clickOn("Forget it");
        robot.clickOn("Start the check-up");
        assertEquals(new Login.NameOnly("shop@gmx.net"), window.engine.settings().login());
    }

    @Test
    void practiceServersAreChosenInWordsAndClosedAfterwards() {
        robot.clickOn("Try it on a practice server");
        robot.clickOn("#practice-search").write("expired");
        robot.clickOn("The server's certificate has expired.");
        robot.clickOn("Start the check-up");
        assertEquals(2587, window.engine.settings().port().orElseThrow());
        window.does(() -> window.engine.end(Samples.blocked()));
        assertTrue(shows("Practice server"));
        robot.clickOn("Start over");
        assertEquals(List.of("cert-expired", "closed"), window.practised);
    }

    private void assertPassword(String wanted) {
        var login = (Login.Password) window.engine.settings().login();
        assertEquals(wanted, new String(login.password().chars()));
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
        TestWindow.settle();
    }

    private void tabTo(String spoken) {
        for (int i = 0; i < 40; i++) {
            if (spoken.equals(window.sees(() -> window.scene().getFocusOwner().getAccessibleText()))) {
                return;
            }
            press(KeyCode.TAB);
        }
        throw new AssertionError("the keyboard does not come to: " + spoken);
    }

    private String headline() {
        return window.sees(() -> ((Label) window.scene().lookup(".headline")).getText());
    }

    private boolean shows(String text) {
        return window.sees(() -> window.scene().getRoot().lookupAll(".label").stream().anyMatch(node -> says(node, text))
                || window.scene().getRoot().lookupAll(".button").stream().anyMatch(node -> says(node, text)));
    }

    private static boolean says(Node node, String text) {
        boolean visible = true;
        for (Node each = node; each != null; each = each.getParent()) {
            visible &= each.isVisible();
        }
        return visible && (node instanceof Label label && text.equals(label.getText()) || node instanceof Button button && text.equals(button.getText()));
    }
}
