package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mailmedic.settings.Login;
import org.testfx.util.WaitForAsyncUtils;

/// What happens while an account is filled in: slips, look-ups, pasted settings, the password.
final class AccountWalkTest extends WalkThrough {
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
        // slow fingers may have had a shorter address looked up before
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> hands().shows("Looking for the settings of shop.example …"));
        hands().press(KeyCode.ENTER);
        assertTrue(hands().shows("Looking for the settings of shop.example … The check-up starts as soon as they are found."));
        window.does(() -> window.finder.finds(FakeFinder.own("smtp.shop.example")));
        assertEquals("Following your mail", hands().headline());
        assertEquals("smtp.shop.example", window.engine.settings().host());
    }

    @Test
    void aStrangersServerIsConfirmedBeforeItGetsAPassword() throws TimeoutException {
        robot.clickOn("My mail program can’t send");
        robot.clickOn("#account-address").write("anna@shop.example");
        // slow fingers may have had a shorter address looked up before
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> hands().shows("Looking for the settings of shop.example …"));
        robot.clickOn("#account-password").write("s3cret");
        window.does(() -> window.finder.finds(FakeFinder.foreign("mail.hoster.example")));
        hands().press(KeyCode.ENTER);
        assertEquals(0, window.engine.starts());
        TestWindow.settle();
        robot.clickOn("Yes, that is my provider’s server");
        TestWindow.settle();
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
        assertTrue(hands().shows("Recognised: a mail server’s address (smtp://…)"));
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

    private void assertPassword(String wanted) {
        var login = (Login.Password) window.engine.settings().login();
        assertEquals(wanted, new String(login.password().chars()));
    }
}
