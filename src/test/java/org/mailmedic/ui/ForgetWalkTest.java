package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailmedic.history.Intervention;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class ForgetWalkTest extends WalkThrough {
    @Test
    void withTheKeyboardAlone() {
        Gestures.keep(window, List.of(Samples.blocked(), Samples.healthy()));
        window.does(() -> window.walk().about());
        hands().tabTo("Forget everything kept here");
        hands().press(KeyCode.SPACE);
        assertEquals("Keep", spoken(), "the harmless answer has the focus");
        hands().press(KeyCode.SPACE);
        assertTrue(Files.exists(window.history()));
        assertEquals("Forget everything kept here", spoken());
        hands().press(KeyCode.SPACE);
        hands().tabTo("Delete all of it");
        hands().press(KeyCode.SPACE);
        assertFalse(Files.exists(window.history()));
        assertTrue(hands().shows("2 earlier check-ups are deleted."));
        assertTrue(spoken().startsWith("2 earlier check-ups are deleted."), "what became of it is read out");
        hands().press(KeyCode.ESCAPE);
        robot.clickOn("Earlier check-ups");
        assertTrue(hands().shows("Nothing here yet"));
    }

    @Test
    void whatIsStillSwitchedOffIsForgottenOnTheDiskAndStaysInSightUntilTheWindowCloses() {
        Gestures.remembered(window, new Intervention(Intervention.Kind.FIREWALL_OFF, ""));
        window.does(() -> window.walk().remind());
        assertTrue(window.sees(() -> window.scene().lookup(".reminder") != null));
        window.does(() -> window.walk().about());
        robot.clickOn("Forget everything kept here");
        robot.clickOn("Delete all of it");
        assertFalse(Files.exists(window.history()));
        assertTrue(window.sees(() -> window.scene().lookup(".reminder") != null));
        assertTrue(hands().shows("Nothing of Mail Medic’s is kept any more. The next check-up or choice is kept again."));
    }

    private String spoken() {
        return window.sees(() -> window.scene().getFocusOwner().getAccessibleText());
    }
}
