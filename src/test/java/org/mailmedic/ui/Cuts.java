package org.mailmedic.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Looks for texts that are not whole on the page. On the JavaFX thread.
final class Cuts {
    private static final double ROUNDING = 1;

    private Cuts() {}

    /// Everything under `root` that is shown.
    static Stream<Node> shown(Node root) {
        if (!root.isVisible()) {
            return Stream.empty();
        }
        return root instanceof Parent parent
                ? Stream.concat(Stream.of(root), parent.getChildrenUnmodifiable().stream().flatMap(Cuts::shown)) : Stream.of(root);
    }

    /// What is shortened, or sticks out at the sides of a window of this width.
    static List<String> in(Node root, double width) {
        var troubles = new ArrayList<String>();
        shown(root).forEach(node -> {
            if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().contains("…")) {
                labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(Text.class::cast)
                        .filter(text -> text.getText().contains("…")).forEach(text -> troubles.add("shortened: " + text.getText()));
            }
            if (node instanceof Text text && !text.getText().isBlank()) {
                Bounds bounds = text.localToScene(text.getLayoutBounds());
                if (bounds.getMinX() < -ROUNDING || bounds.getMaxX() > width + ROUNDING) {
                    troubles.add("sticks out: " + text.getText() + " " + bounds.getMinX() + " to " + bounds.getMaxX());
                }
            }
        });
        return troubles;
    }
}
