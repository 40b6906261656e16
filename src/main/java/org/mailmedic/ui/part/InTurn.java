package org.mailmedic.ui.part;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Parts of a page below each other, each made in a pulse of its own once what stands above is painted: to make and style all of a long
/// page in one go would hold the window up. Their order, for eyes and ears, is the one given. On the JavaFX thread.
public final class InTurn extends VBox {
    /// The style class while parts are still to come.
    public static final String COMING = "coming";

    public InTurn(List<Supplier<Node>> parts) {
        Queue<Runnable> coming = new ArrayDeque<>();
        parts.forEach(part -> coming.add(() -> {
            getChildren().add(part.get());
            if (getChildren().size() == parts.size()) {
                getStyleClass().remove(COMING);
            }
        }));
        if (!coming.isEmpty()) {
            getStyleClass().add(COMING);
            NextPulse.each(coming);
        }
    }
}
