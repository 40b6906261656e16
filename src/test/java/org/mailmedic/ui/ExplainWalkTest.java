package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// With a message in hand: from the first page to what it means, and on to the check-up.
final class ExplainWalkTest extends WalkThrough {
    private TextArea field() {
        return (TextArea) window.scene().lookup("#explain-text");
    }

    private String answer() {
        return window.sees(() -> window.scene().lookup("#explain-answer") instanceof Label label ? label.getText() : "");
    }

    private void paste(String text) {
        window.does(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            field().paste();
        });
    }

    @Test
    void aPastedMessageIsExplainedAndItsSettingsGoToTheCheckUp() {
        robot.clickOn("I have an error message");
        assertTrue(hands().shows("The answer appears here"));
        assertTrue(window.sees(() -> field().isFocused()), "one can type at once");
        paste(States.MESSAGE);
        assertEquals("The server refused the user name or the password", answer());
        assertFalse(window.sees(() -> field().getText()).contains("hunter2222"));
        assertTrue(hands().shows("Passwords in the text were masked."));
        window.does(() -> Gestures.press(window, "Check it now"));
        assertEquals("smtp.example.com", window.sees(() -> ((TextField) window.scene().lookup("#account-host")).getText()));
        assertEquals("587", window.sees(() -> ((TextField) window.scene().lookup("#account-port")).getText()));
        robot.clickOn("Back");
        assertEquals("The server refused the user name or the password", answer(), "it is still there");
    }

    @Test
    void whatIsTypedIsReadWhenItRests() throws TimeoutException {
        robot.clickOn("I have an error message");
        window.does(() -> field().appendText("535 5.7.8 Username and Password not accepted"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !answer().isEmpty());
        assertEquals("535 5.7.8 Username and Password not accepted", window.sees(() -> field().getText()));
    }

    @Test
    void whatWasUnderstoodIsMarkedByKeyboard() {
        robot.clickOn("I have an error message");
        paste(States.MESSAGE);
        window.does(() -> Gestures.press(window, "server: smtp.example.com. Show it in the text"));
        assertEquals("smtp.example.com", window.sees(() -> field().getSelectedText()));
    }

    @Test
    void whatIsNotUnderstoodIsSaidSo() {
        robot.clickOn("I have an error message");
        paste("The quick brown fox jumps over the lazy dog.");
        assertTrue(hands().shows("We do not understand this text"));
    }

    @Test
    void aDroppedLogIsSummedUp(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mail.log"), States.log());
        window.does(() -> window.walk().openReport(file));
        assertEquals("Your mail log", answer());
        assertTrue(hands().shows("went out"));
    }

    @Test
    void startOverForgetsTheText() {
        robot.clickOn("I have an error message");
        paste(States.MESSAGE);
        window.does(() -> window.walk().startOver());
        robot.clickOn("I have an error message");
        assertEquals("", window.sees(() -> field().getText()));
        assertTrue(hands().shows("The answer appears here"));
    }

    @Test
    void theNextMarkIsOneKeyAway() {
        robot.clickOn("I have an error message");
        paste(States.MESSAGE);
        window.does(() -> field().positionCaret(0));
        hands().press(KeyCode.F3);
        assertEquals("PHPMailer", window.sees(() -> field().getSelectedText()));
        hands().press(KeyCode.F3);
        assertEquals("smtp.example.com", window.sees(() -> field().getSelectedText()));
        int boxes = window.sees(() -> window.scene().getRoot().lookupAll(".marks .mark").size());
        assertTrue(boxes >= 4, "all that was understood is marked: " + boxes);
        window.does(() -> field().appendText("more"));
        assertEquals(0, window.sees(() -> {
            window.scene().getRoot().layout();
            return window.scene().getRoot().lookupAll(".marks .mark").size();
        }), "what is typed has moved them");
    }

    @Test
    void anAnswerIsKeptAndOpensAgainWithoutTheText() {
        robot.clickOn("I have an error message");
        paste(States.MESSAGE);
        window.does(() -> Gestures.press(window, "Keep under Earlier check-ups"));
        assertTrue(hands().shows("It is kept under Earlier check-ups, without the text itself."));
        window.does(() -> window.walk().earlier());
        assertTrue(hands().shows("Messages, logs and domains"));
        robot.clickOn("smtp.example.com: The server refused the user name or the password");
        assertTrue(hands().shows("What decided"));
        assertTrue(hands().shows("Do this"));
        assertFalse(hands().shows("Keep watching"));
        window.does(() -> window.walk().startOver());
        try (var kept = Files.walk(window.history())) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).contains("hunter2222"), file.toString());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void aLogIsSavedWithItsChart(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mail.log"), States.trouble());
        window.does(() -> window.walk().openReport(file));
        assertTrue(hands().shows("Attempts by the hour"));
        window.does(() -> Gestures.press(window, "Save as a report"));
        assertEquals("Save report", hands().headline());
        robot.clickOn("#save-json");
        assertTrue(window.sees(() -> ((ListView<?>) window.scene().lookup("#save-preview")).getItems().toString()).contains("mail_log"));
        robot.clickOn("Back");
        assertEquals("Your mail log", answer());
    }
}
