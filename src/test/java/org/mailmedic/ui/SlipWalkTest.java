package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.settings.Symptom;

/// After a slip, the way goes on.
final class SlipWalkTest extends WalkThrough {
    private static final String ENV = """
            MAIL_HOST=smtp.gmail.com
            MAIL_PORT=587
            MAIL_USERNAME=shop@gmail.com
            MAIL_PASSWORD=abcdefghijklmnop
            MAIL_ENCRYPTION=tls
            """;

    private String text(String id) {
        return window.sees(() -> ((TextField) window.scene().lookup(id)).getText());
    }

    @Test
    void whatIsTypedAtOnceStandsInTheFirstField() {
        robot.clickOn("My mail program can’t send");
        robot.write("shop@gmx.net");
        assertEquals("shop@gmx.net", text("#account-address"));
    }

    @Test
    void anUnknownAddressSaysWhyTheFieldsOpenAndTheMendedOneStartsAtOnce() {
        robot.clickOn("My mail program can’t send");
        robot.write("shop@nix-unbekannt.de");
        robot.clickOn("Start the check-up");
        window.does(() -> window.finder.finds());
        robot.clickOn("Start the check-up");
        assertTrue(hands().shows("We found no settings for nix-unbekannt.de. Enter those that you were given."),
                "why the fields open");
        window.does(() -> ((TextField) window.scene().lookup("#account-address")).setText("shop@gmx.net"));
        robot.clickOn("Start the check-up");
        assertEquals("Following your mail", hands().headline());
        assertEquals("mail.gmx.net", window.engine.settings().host());
    }

    @Test
    void aMissingEndingIsSeen() {
        robot.clickOn("My mail program can’t send");
        robot.write("shop@gmail");
        window.does(() -> window.scene().lookup("#account-password").requestFocus());
        assertTrue(hands().shows("Its ending is missing, such as .com or .org."));
        robot.clickOn("Change it to shop@gmail.com");
        assertEquals("shop@gmail.com", text("#account-address"));
    }

    @Test
    void settingsThatAreDroppedOnThePageAreTakenThere(@TempDir Path folder) throws IOException {
        window.does(() -> window.walk().account(Symptom.WEBSITE));
        Path file = Files.writeString(folder.resolve(".env"), ENV);
        window.does(() -> window.walk().openReport(file));
        assertEquals("Your mail account", hands().headline());
        assertEquals("smtp.gmail.com", text("#account-host"));
        robot.clickOn("Put back what stood there before");
        assertEquals("", text("#account-host"));
    }

    @Test
    void settingsThatArePastedIntoTheAddressAreReadAndNotWrittenThere() {
        window.does(() -> window.walk().account(Symptom.WEBSITE));
        window.does(() -> {
            Clipboard.getSystemClipboard().setContent(new ClipboardContent() {{
                    put(DataFormat.PLAIN_TEXT, ENV);
                }});
            ((TextField) window.scene().lookup("#account-address")).paste();
        });
        assertEquals("shop@gmail.com", text("#account-address"));
        assertEquals("smtp.gmail.com", text("#account-host"));
    }

    @Test
    void enterOnATickBoxStartsInsteadOfTicking() {
        window.does(() -> window.walk().account(Symptom.MAIL_PROGRAM));
        window.does(() -> {
            ((TextField) window.scene().lookup("#account-address")).setText("shop@gmx.net");
            window.scene().lookup("#account-send").requestFocus();
        });
        hands().press(KeyCode.ENTER);
        assertEquals("Following your mail", hands().headline());
        assertFalse(window.engine.settings().send());
    }

    @Test
    void theLettersOfAPageThatIsGoneSwallowNoKey() {
        // its server's field has the letter O, large
        Gestures.answer(window, Samples.blocked());
        assertTrue(window.sees(() -> window.scene().getMnemonics().values().stream().noneMatch(List::isEmpty)),
                window.sees(() -> window.scene().getMnemonics().toString()));
        robot.press(KeyCode.ALT, KeyCode.D).release(KeyCode.D, KeyCode.ALT);
        TestWindow.settle();
        assertTrue(window.sees(() -> window.scene().lookup(".drawer").isVisible()));
        robot.press(KeyCode.ALT, KeyCode.O).release(KeyCode.O, KeyCode.ALT);
        TestWindow.settle();
        assertEquals("What is happening with your mail?", hands().headline());
    }
}
