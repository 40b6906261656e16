package org.mailmedic.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// What a person does and sees at the window.
record Hands(TestWindow window, FxRobot robot) {
    private static final int MOST_TABS = 40;

    void press(KeyCode key) {
        robot.press(key).release(key);
        TestWindow.settle();
    }

    /// Goes on by Tab until that is spoken.
    void tabTo(String spoken) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (spoken.equals(window.sees(() -> window.scene().getFocusOwner().getAccessibleText()))) {
                return;
            }
            press(KeyCode.TAB);
        }
        throw new AssertionError("the keyboard does not come to: " + spoken);
    }

    String headline() {
        return window.sees(() -> ((Label) window.scene().lookup(".headline")).getText());
    }

    /// Whether a text or a button says exactly that.
    boolean shows(String text) {
        return window.sees(() -> window.scene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof Label || node instanceof Button)
                .anyMatch(node -> visible(node) && text.equals(((Labeled) node).getText())));
    }

    private static boolean visible(Node node) {
        return node == null || node.isVisible() && visible(node.getParent());
    }
}
