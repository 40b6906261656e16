package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.testfx.util.WaitForAsyncUtils;

/// At the smallest window, with text at 100 and at 200 %, no text is shortened and nothing sticks out at the sides.
final class NothingCutOff {
    static final double WIDTH = 880;
    static final double HEIGHT = 600;

    private NothingCutOff() {}

    /// Leaves the window small, with large text.
    static void is(TestWindow window) throws TimeoutException {
        window.does(() -> {
            window.stage().setWidth(WIDTH);
            window.stage().setHeight(HEIGHT);
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.sees(() -> window.scene().getWidth() == WIDTH));
        for (int perCent : List.of(100, 200)) {
            window.does(() -> window.appearance().sizeProperty().set(perCent));
            TestWindow.settle();
            assertEquals(List.of(), window.sees(() -> {
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                var troubles = new ArrayList<String>();
                look(window.scene().getRoot(), troubles);
                return troubles;
            }), perCent + " %");
        }
    }

    static void look(Node node, List<String> troubles) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(Text.class::cast)
                    .filter(text -> text.getStyleClass().contains("text") && text.getText().endsWith("…")
                            && !labeled.getText().endsWith("…"))
                    .forEach(text -> troubles.add("shortened: " + text.getText()));
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            Bounds bounds = text.localToScene(text.getLayoutBounds());
            if (bounds.getMinX() < -1 || bounds.getMaxX() > WIDTH + 1) {
                troubles.add("sticks out: " + text.getText() + " " + bounds.getMinX() + " to " + bounds.getMaxX());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, troubles));
        }
    }
}
