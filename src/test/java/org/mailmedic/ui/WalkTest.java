package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.checkup.RealReports;
import org.mailmedic.monitor.Watching;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.JsonReport;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Symptom;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The way through the window, by mouse and by keyboard alone, in front of a fake engine.
final class WalkTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;
    @TempDir
    private Path folder;

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
        assertTrue(window.opened.getFirst().startsWith("mailto:?subject=Mail%20through%20mail.gmx.net%20does%20not%20go%20out&body=Hello%2C%20outgoing"));
        robot.clickOn("Technical details");
        robot.clickOn("Conversation");
        assertTrue(hands().shows("AUTH PLAIN ••••") || hands().shows("EHLO [192.0.2.7]"));
        robot.clickOn("Technical details");

        window.does(() -> ((TextField) window.scene().lookup("#answer-note")).setText("changed the port to 465"));
        robot.clickOn("I changed something: check again");
        assertEquals(2, window.engine.starts());
        assertEquals(Optional.of(Samples.blocked().id()), window.engine.errand().earlier().map(Report::id), "only what failed has to be looked at");
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
        assertEquals("", window.sees(() -> ((TextField) window.scene().lookup("#account-address")).getText()), "what was typed is forgotten");
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
        States.check(window);
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
        States.check(window);
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
        States.answer(window, RealReports.blocked());
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
        States.answer(window, RealReports.blocked());
        hands().tabTo("Copy 465");
        hands().press(KeyCode.SPACE);
        assertEquals("465", window.sees(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void aBugOfOursIsShownAsOurs() {
        States.check(window);
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
        List<String> all = window.sees(() -> window.scene().getRoot().lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList());
        assertTrue(all.toString().contains("caused by java.lang.RuntimeException"), all.toString());
        assertFalse(all.toString().contains("s3cret"), all.toString());
        window.does(() -> window.walk().stumbled(new IllegalStateException("again")));
        hands().press(KeyCode.ESCAPE);
        assertEquals("Your mail account", hands().headline());
        assertEquals("shop@gmx.net", window.sees(() -> ((TextField) window.scene().lookup("#account-address")).getText()));
        assertEquals("s3cret pass", window.sees(() -> ((TextField) window.scene().lookup("#account-password")).getText()));
    }

    @Test
    void slipsAreCaughtBesideTheFieldAndMendedByAButton() throws TimeoutException {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("I was given other settings");
        robot.clickOn("#account-host").write("https://mail.gmx.net:465/");
        String slip = "This is a web address. Only the name of the server belongs here.";
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> hands().shows(slip));
        robot.clickOn("Change it to mail.gmx.net, port 465");
        assertEquals("mail.gmx.net", window.sees(() -> ((TextField) window.scene().lookup("#account-host")).getText()));
        assertEquals("465", window.sees(() -> ((TextField) window.scene().lookup("#account-port")).getText()));
        assertFalse(hands().shows(slip));
    }

    @Test
    void withoutAnAddressTheCheckUpDoesNotStartAndTheFieldTakesTheFocus() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("Start the check-up");
        assertEquals(0, window.engine.starts());
        assertEquals("account-address", window.sees(() -> window.scene().getFocusOwner().getId()));
        assertTrue(hands().shows("We need the e-mail address, or the settings that you were given."));
        robot.clickOn("I was given other settings");
        robot.clickOn("Start the check-up");
        assertEquals("account-host", window.sees(() -> window.scene().getFocusOwner().getId()));
        assertTrue(hands().shows("We need the name of the outgoing mail server."));
    }

    @Test
    void settingsAreLookedUpWhileTheAddressIsTypedAndTheCheckUpWaitsForThem() throws TimeoutException {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("#account-address").write("anna@shop.example");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !window.finder.searches().isEmpty());
        TestWindow.settle();
        assertTrue(hands().shows("Looking for the settings of shop.example …"));
        hands().press(KeyCode.ENTER);
        assertTrue(hands().shows("Looking for the settings of shop.example … The check-up starts as soon as they are found."));
        window.does(() -> window.finder.finds(FakeFinder.own("smtp.shop.example")));
        assertEquals("Following your mail", hands().headline());
        assertEquals("smtp.shop.example", window.engine.settings().host());
    }

    @Test
    void aStrangersServerIsConfirmedBeforeItGetsAPassword() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("#account-address").write("anna@shop.example");
        robot.clickOn("#account-password").write("s3cret");
        window.does(() -> window.finder.finds(FakeFinder.foreign("mail.hoster.example")));
        hands().press(KeyCode.ENTER);
        assertEquals(0, window.engine.starts());
        robot.clickOn("Yes, that is my provider’s server");
        robot.clickOn("Start the check-up");
        assertEquals("mail.hoster.example", window.engine.settings().host());
        assertPassword("s3cret");
    }

    @Test
    void pastedTextGoesStraightToTheReaderAndNeverStandsInTheBox() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("Paste settings instead");
        window.does(() -> {
            var content = new ClipboardContent();
            content.putString("smtp://shop%40gmx.net:Zaunkoenig7@mail.gmx.net:465");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.press(KeyCode.SHORTCUT, KeyCode.V).release(KeyCode.V, KeyCode.SHORTCUT);
        TestWindow.settle();
        TextArea box = window.sees(() -> (TextArea) window.scene().lookup("#account-paste"));
        assertEquals("", window.sees(box::getText));
        assertFalse(window.sees(box::isUndoable), "nothing to bring back");
        assertTrue(hands().shows("Recognised: a mail server's address (smtp://…)"));
        assertEquals("mail.gmx.net", window.sees(() -> ((TextField) window.scene().lookup("#account-host")).getText()));
        robot.clickOn("Start the check-up");
        assertPassword("Zaunkoenig7");
    }

    @Test
    void typedTextIsTakenOutOfTheBoxWhenItIsRead() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("Paste settings instead");
        robot.clickOn("#account-paste").write("smtp://anna:Zaunkoenig7@mail.gmx.net");
        robot.clickOn("Read this");
        TextArea box = window.sees(() -> (TextArea) window.scene().lookup("#account-paste"));
        assertEquals("", window.sees(box::getText));
        assertFalse(window.sees(box::isUndoable), "nothing to bring back");
        assertEquals("anna", window.sees(() -> ((TextField) window.scene().lookup("#account-user")).getText()));
    }

    @Test
    void thePasswordLeavesTheFieldAsSoonAsTheCheckUpStartsAndCanBeForgotten() {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("#account-address").write("shop@gmx.net");
        robot.clickOn("#account-password").write("s3cret");
        PasswordField field = window.sees(() -> (PasswordField) window.scene().lookup("#account-password"));
        robot.clickOn("Start the check-up");
        assertEquals("", window.sees(field::getText));
        window.does(() -> window.engine.end(Samples.blocked()));
        hands().tabTo("Change settings");
        robot.clickOn("Change settings");
        assertTrue(hands().shows("Forget it"));
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
        assertTrue(hands().shows("Practice server"));
        robot.clickOn("Start over");
        assertEquals(List.of("cert-expired", "closed"), window.practised);
    }

    @Test
    void aReportIsSavedMaskedAndOpenedAgain() throws IOException {
        States.answer(window, Samples.blocked());
        Path file = folder.resolve("saved.mailmedic.json");
        window.dialogs.answer = Optional.of(file);
        robot.clickOn("Save report");
        assertEquals("Save report", hands().headline());
        robot.clickOn("Save");
        assertTrue(hands().shows("Saved as saved.mailmedic.json."));
        robot.clickOn("Back");
        assertEquals("Your network blocks the mail door 587", hands().headline());
        robot.clickOn("Start over");
        robot.clickOn("Open a saved report");
        assertEquals("Your network blocks the mail door 587", hands().headline());
        assertTrue(hands().shows("Saved report"), "it is marked as one from elsewhere");
        assertFalse(hands().shows("I changed something: check again"));
        robot.clickOn("Technical details");
        assertTrue(window.sees(() -> window.scene().lookup(".drawer").isVisible()));
    }

    @Test
    void aFileThatIsNoReportGetsItsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("holiday.mailmedic.json"), "{\"format\": \"mailmedic-report\", \"version\": 1, \"id\"");
        window.does(() -> window.walk().openReport(file));
        assertEquals("This file can’t be shown", hands().headline());
        robot.clickOn("Back");
        assertEquals("What is happening with your mail?", hands().headline());
    }

    /// Only the system can begin a real drag; what is done with the dropped files is all here.
    @Test
    void aDroppedFileIsOpenedAndTwoAreNot() throws IOException {
        Path file = Files.writeString(folder.resolve("sent.mailmedic.json"), JsonReport.write(Samples.blocked()));
        assertEquals(Optional.empty(), ReportDrop.only(List.of(file.toFile(), file.toFile())));
        assertEquals(Optional.empty(), ReportDrop.only(null));
        window.does(() -> ReportDrop.only(List.of(file.toFile())).ifPresent(window.walk()::openReport));
        assertEquals("Your network blocks the mail door 587", hands().headline());
    }

    @Test
    void aWatchTellsEachRoundAndLeadsToWhatChanged() {
        States.answer(window, Samples.blocked());
        robot.clickOn("Keep watching");
        assertEquals("Watching mail.gmx.net", hands().headline());
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        window.does(() -> window.watches.tell(new Watching.RoundBegan(1, noon), new Watching.RoundEnded(1, noon, Samples.blocked()),
                new Watching.NextRound(2, noon.plusSeconds(25), Duration.ofSeconds(15)), new Watching.RoundBegan(2, noon),
                new Watching.RoundEnded(2, noon, Samples.healthy()),
                new Watching.Stopped(Watching.Reason.HEALTHY, Optional.of(Samples.healthy()))));
        assertEquals("The watch of mail.gmx.net is over", hands().headline());
        assertTrue(hands().shows("Your mail can go out. The watch is over."));
        robot.clickOn("See what changed");
        assertEquals("It works now", hands().headline());
    }

    @Test
    void aChangeIsShownWithItsMinuteToldBeyondTheWindowAndKeptOnce() {
        States.answer(window, Samples.blocked());
        robot.clickOn("Keep watching");
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        var worse = Samples.inconclusive();
        var fine = Samples.healthy();
        window.does(() -> window.watches.tell(new Watching.RoundEnded(1, noon, Samples.blocked()), new Watching.RoundEnded(2, noon.plusSeconds(60), worse),
                new Watching.Changed(noon.plusSeconds(60), Samples.blocked(), worse)));
        assertEquals(List.of("Mail Medic: Something changed with your mail. Open the window to see what."), window.herald.told);
        hands().tabTo("Tell me with a sound and a notification when it changes");
        hands().press(KeyCode.SPACE);
        window.does(() -> window.watches.tell(new Watching.RoundEnded(3, noon.plusSeconds(120), fine),
                new Watching.Changed(noon.plusSeconds(120), worse, fine), new Watching.Stopped(Watching.Reason.HEALTHY, Optional.of(fine))));
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
        States.answer(window, Samples.blocked());
        robot.clickOn("Keep watching");
        robot.clickOn("Stop watching");
        assertTrue(window.watches.stopped());
        window.does(() -> window.watches.tell(new Watching.Stopped(Watching.Reason.CANCELLED, Optional.empty())));
        robot.clickOn("See what changed");
        assertEquals("Your network blocks the mail door 587", hands().headline(), "nothing ended, so the answer is as it was");
    }

    @Test
    void theSystemsSettingsOpenFromTheSteps() {
        window.places.about = "port.blocked_by_network";
        States.answer(window, Samples.blocked());
        robot.clickOn("Open the firewall settings");
        assertTrue(hands().shows("The settings could not be opened from here. Open them in the system’s menu."));
    }

    @Test
    void anAnswerIsKeptFoundAgainComparedAndDeleted() throws IOException {
        States.answer(window, Samples.blocked());
        robot.clickOn("Start over");
        States.check(window);
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
        States.answer(window, Samples.blocked());
        assertFalse(Files.exists(window.history()));
        robot.clickOn("Start over");
        robot.clickOn("Earlier check-ups");
        robot.clickOn("#earlier-keep");
        robot.clickOn("Back");
        robot.clickOn("Try it on a practice server");
        robot.clickOn("#practice-search").write("expired");
        robot.clickOn("The server's certificate has expired.");
        robot.clickOn("Start the check-up");
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertEquals("These settings work", hands().headline());
        assertFalse(Files.exists(window.history()));
    }

    private void assertPassword(String wanted) {
        var login = (Login.Password) window.engine.settings().login();
        assertEquals(wanted, new String(login.password().chars()));
    }

    private Hands hands() {
        return new Hands(window, robot);
    }
}
