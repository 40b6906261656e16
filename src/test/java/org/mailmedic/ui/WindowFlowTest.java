package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mailmedic.checkup.RealReports;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Symptom;

/// The way through the window, by mouse and by keyboard alone, in front of a fake engine.
final class WindowFlowTest extends WalkThrough {
    @Test
    void fromTheFirstQuestionToTheAnswerAndBackByMouse() {
        robot.clickOn("Mail from my website doesn’t arrive");
        assertEquals("Your mail account", hands().headline());
        robot.clickOn("#account-address").write("shop@gmx.net");
        assertTrue(hands().shows("Found in the provider list."));
        robot.clickOn("#account-password").write("s3cret pass");
        robot.clickOn("Start the check-up");

        assertEquals("Following your mail", hands().headline());
        assertEquals("mail.gmx.net", window.engine.settings().host());
        assertEquals(Symptom.WEBSITE, window.engine.settings().symptom());
        assertPassword("s3cret pass");

        window.does(window.engine::asFarAsTheDoor);
        assertTrue(hands().shows("The name mail.gmx.net leads to 212.227.17.168 and 212.227.17.190"));
        assertTrue(hands().shows("knocking…"));
        window.does(window.engine::silentDoor);
        window.does(() -> window.engine.end(Samples.blocked()));

        assertEquals("Your network blocks the mail door 587", hands().headline());
        assertTrue(hands().shows("Your Internet provider or router can fix this"));
        assertTrue(hands().shows("We are sure"));
        assertTrue(hands().shows("port 587 silent"));
        Node tick = window.sees(() -> window.scene().lookup(".step .toggle"));
        robot.clickOn(tick);
        assertTrue(window.sees(() -> ((ToggleButton) tick).isSelected()));
        robot.clickOn("Open in mail program");
        assertTrue(window.opened.getFirst()
                .startsWith("mailto:?subject=Mail%20through%20mail.gmx.net%20does%20not%20go%20out&body=Hello%2C%20outgoing"));
        robot.clickOn("Technical details");
        robot.clickOn("Conversation");
        assertTrue(hands().shows("AUTH PLAIN ••••") || hands().shows("EHLO [192.0.2.7]"));
        robot.clickOn("Technical details");

        window.does(() -> ((TextField) window.scene().lookup("#answer-note")).setText("changed the port to 465"));
        robot.clickOn("I changed something: check again");
        assertEquals(2, window.engine.starts());
        assertEquals(Optional.of(Samples.blocked().id()), window.engine.errand().earlier().map(Report::id),
                "only what failed has to be looked at");
        assertPassword("s3cret pass");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertEquals("It works now", hands().headline());
        assertTrue(hands().shows("You noted: “changed the port to 465”"));
        assertTrue(hands().shows("port 587 silent"), "what was seen before stands beside what is seen now");
        robot.clickOn("See the whole answer");
        assertEquals("These settings work", hands().headline());

        robot.clickOn("Start over");
        assertEquals("What is happening with your mail?", hands().headline());
        assertTrue(((Login.Password) window.engine.settings().login()).password().isEmpty(), "the password was wiped");
        robot.clickOn("My mail program can’t send");
        assertEquals("", window.sees(() -> ((TextField) window.scene().lookup("#account-address")).getText()),
                "what was typed is forgotten");
    }

    @Test
    void theSameByKeyboardAlone() {
        hands().press(KeyCode.TAB);
        hands().tabTo("Mail from my website doesn’t arrive. Orders, contact forms, password resets, WordPress mail.");
        hands().press(KeyCode.ENTER);
        assertEquals("Your mail account", hands().headline());
        hands().tabTo("E-mail address");
        robot.write("shop@gmx.net");
        hands().tabTo("I was given other settings");
        hands().press(KeyCode.SPACE);
        hands().tabTo("Port");
        robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT).write("587");
        hands().press(KeyCode.ENTER);
        assertEquals("Following your mail", hands().headline());
        assertEquals(587, window.engine.settings().port().orElseThrow());

        window.does(window.engine::asFarAsTheDoor);
        window.does(() -> window.engine.end(Samples.blocked()));
        assertEquals("Your network blocks the mail door 587", hands().headline());
        hands().tabTo("Step 1: Use port 465 with “SSL/TLS” in your mail program. It works from here.");
        hands().press(KeyCode.SPACE);
        assertTrue(window.sees(() -> ((ToggleButton) window.scene().getFocusOwner()).isSelected()));
        hands().tabTo("Technical details");
        hands().press(KeyCode.SPACE);
        assertEquals("Timeline", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()));
        for (String tab : List.of("Ports", "Certificate", "Conversation", "Name lookup", "Evidence", "Timeline")) {
            hands().press(KeyCode.RIGHT);
            assertEquals(tab, window.sees(() -> window.scene().getFocusOwner().getAccessibleText()));
        }
        hands().press(KeyCode.ESCAPE);
        assertFalse(window.sees(() -> window.scene().lookup(".drawer").isVisible()));
        assertEquals("Technical details", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()));
        hands().tabTo("I changed something: check again");
        hands().press(KeyCode.SPACE);
        assertEquals(2, window.engine.starts());
        hands().press(KeyCode.ESCAPE);
        assertEquals("Stopped", hands().headline());
        assertTrue(window.engine.cancelled());
    }

    @Test
    void stopIsAtOnceAndWhatComesLaterIsNotListenedTo() {
        Gestures.check(window);
        window.does(window.engine::asFarAsTheDoor);
        robot.clickOn("Stop");
        assertTrue(window.engine.cancelled());
        assertEquals("Stopped", hands().headline());
        window.does(() -> window.engine.end(Samples.blocked()));
        assertEquals("Stopped", hands().headline());
        assertTrue(hands().shows("The name mail.gmx.net leads to 212.227.17.168 and 212.227.17.190"), "what was seen stays");
        robot.clickOn("Change settings");
        assertEquals("mail.gmx.net", window.sees(() -> ((TextField) window.scene().lookup("#account-host")).getText()));
    }

    @Test
    void theCheckUpCanBeStoppedAndBegunAgainInEveryStageByKeyboardAlone() {
        Gestures.check(window);
        for (Stage stage : Stage.values()) {
            window.does(() -> window.engine.upTo(stage));
            assertEquals("Following your mail", hands().headline(), stage.id());
            hands().press(KeyCode.ESCAPE);
            assertEquals("Stopped", hands().headline(), stage.id());
            assertTrue(window.engine.cancelled(), stage.id());
            assertEquals("Stopped", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()), stage.id());
            hands().press(KeyCode.ENTER);
            assertFalse(window.engine.cancelled(), stage.id());
        }
        assertEquals(1 + Stage.values().length, window.engine.starts());
    }

    @Test
    void theEvidenceIsSearchedAndCopiedByKeyboardAlone() {
        Gestures.answer(window, RealReports.blocked());
        hands().tabTo("Technical details");
        hands().press(KeyCode.SPACE);
        hands().press(KeyCode.LEFT);
        assertEquals("Evidence", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()));
        hands().tabTo("Search the evidence");
        robot.write("canary 587");
        hands().tabTo("Evidence");
        hands().press(KeyCode.DOWN);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        TestWindow.settle();
        String copied = window.sees(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("tcp-587-192.0.2.1-canary\nkind: tcp\n"), copied);
        assertEquals(1, copied.lines().filter(line -> line.startsWith("kind:")).count(), copied);
    }

    @Test
    void aValueInAStepIsCopiedAloneByKeyboard() {
        Gestures.answer(window, RealReports.blocked());
        hands().tabTo("Copy 465");
        hands().press(KeyCode.SPACE);
        assertEquals("465", window.sees(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void aBugOfOursIsShownAsOurs() {
        Gestures.check(window);
        window.does(window.engine::breakDown);
        assertEquals("Mail Medic stumbled", hands().headline());
        robot.clickOn("Back to where you were");
        assertEquals("The check-up ended early", hands().headline());
        robot.clickOn("Check again");
        assertEquals(2, window.engine.starts());
        assertEquals("Following your mail", hands().headline());
    }

    @Test
    void aFaultAnywhereLeavesWhatWasTypedAndShowsNoneOfIt() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("#account-address").write("shop@gmx.net");
        robot.clickOn("#account-password").write("s3cret pass");
        window.does(() -> window.walk().stumbled(new IllegalStateException("with s3cret pass in it", new RuntimeException("s3cret pass"))));
        assertEquals("Mail Medic stumbled", hands().headline());
        robot.clickOn("Read what is in it");
        List<String> all = window.sees(() -> window.scene().getRoot().lookupAll(".label").stream().map(node -> ((Label) node).getText())
                .toList());
        assertTrue(all.toString().contains("caused by java.lang.RuntimeException"), all.toString());
        assertFalse(all.toString().contains("s3cret"), all.toString());
        window.does(() -> window.walk().stumbled(new IllegalStateException("again")));
        hands().press(KeyCode.ESCAPE);
        assertEquals("Your mail account", hands().headline());
        assertEquals("shop@gmx.net", window.sees(() -> ((TextField) window.scene().lookup("#account-address")).getText()));
        assertEquals("s3cret pass", window.sees(() -> ((TextField) window.scene().lookup("#account-password")).getText()));
    }

    @Test
    void practiceServersAreChosenInWordsAndClosedAfterwards() {
        robot.clickOn("Try it on a practice server");
        robot.clickOn("#practice-search").write("expired");
        robot.clickOn("The server’s certificate has expired.");
        robot.clickOn("Start the check-up");
        assertEquals(2587, window.engine.settings().port().orElseThrow());
        window.does(() -> window.engine.end(Samples.blocked()));
        assertTrue(hands().shows("Practice server"));
        robot.clickOn("Start over");
        assertEquals(List.of("cert-expired", "closed"), window.practised);
    }

    @Test
    void theSystemsSettingsOpenFromTheSteps() {
        window.places.about = "port.blocked_by_network";
        Gestures.answer(window, Samples.blocked());
        robot.clickOn("Open the firewall settings");
        assertTrue(hands().shows("The settings could not be opened from here. Open them in the system’s menu."));
    }

    private void assertPassword(String wanted) {
        var login = (Login.Password) window.engine.settings().login();
        assertEquals(wanted, new String(login.password().chars()));
    }
}
