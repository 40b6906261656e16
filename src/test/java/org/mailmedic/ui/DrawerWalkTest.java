package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/// The drawer with everything technical, between the page and what can be done.
final class DrawerWalkTest extends WalkThrough {
    private static final PseudoClass FOLLOWING = PseudoClass.getPseudoClass("following");

    @Test
    void theMnemonicLeadsIntoTheDrawerAndEscapeOutOfIt() throws TimeoutException {
        Gestures.answer(window, Samples.blocked());
        robot.push(KeyCode.ALT, KeyCode.D);
        waitFor("Timeline");
        robot.push(KeyCode.RIGHT);
        waitFor("Ports");
        robot.push(KeyCode.ESCAPE);
        assertTrue(window.sees(() -> !window.scene().lookup(".drawer").isVisible()));
    }

    private void waitFor(String tab) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                () -> window.sees(() -> window.scene().getFocusOwner() instanceof ToggleButton button && tab.equals(button.getText())));
    }

    @ParameterizedTest
    @CsvSource({"1080,720,100", "1080,720,150", "1080,720,175", "1080,720,200", "880,600,125", "880,600,150", "880,600,175",
            "1280,800,200"})
    void whatCanBeDoneStaysInSightUnderTheDrawer(int width, int height, int perCent) throws TimeoutException {
        Gestures.answer(window, Samples.blocked());
        window.does(() -> Gestures.pressDetails(window));
        window.does(() -> {
            window.stage().setWidth(width);
            window.stage().setHeight(height);
            window.appearance().sizeProperty().set(perCent);
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.sees(() -> window.scene().getHeight() == height));
        TestWindow.settle();
        double end = window.sees(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            Node footer = window.scene().lookup(".footer");
            Node last = footer.getPseudoClassStates().contains(FOLLOWING) ? window.scene().lookup(".drawer") : footer;
            return last.localToScene(last.getLayoutBounds()).getMaxY();
        });
        assertEquals(height, end, 1);
        double drawer = window.sees(() -> ((Region) window.scene().lookup(".drawer")).getHeight());
        assertTrue(drawer >= height * 0.4, "the drawer is " + drawer + " high");
    }

    @Test
    void itIsMadeLargerAndSmallerAgain() {
        Gestures.answer(window, Samples.blocked());
        window.does(() -> Gestures.pressDetails(window));
        double before = window.sees(() -> window.scene().lookup(".drawer").getLayoutBounds().getHeight());
        window.does(() -> ((Button) window.scene().lookup("#details-size")).fire());
        double after = window.sees(() -> window.scene().lookup(".drawer").getLayoutBounds().getHeight());
        assertTrue(after > before * 1.5, before + " → " + after);
        assertEquals("Make the technical details smaller", window.sees(() -> window.scene().lookup("#details-size").getAccessibleText()));
        window.does(() -> ((Button) window.scene().lookup("#details-size")).fire());
        assertEquals(before, window.sees(() -> window.scene().lookup(".drawer").getLayoutBounds().getHeight()), 1);
    }
}
