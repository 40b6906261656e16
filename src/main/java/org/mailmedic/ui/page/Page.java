package org.mailmedic.ui.page;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A page: what the window's frame needs to know of it.
public interface Page {
    /// The same one for as long as the page lives.
    Layout layout();

    /// What takes the focus instead of the headline when the page appears: the first field, where one is to type at once. The headline is
    /// then read out as what the field belongs to.
    default Optional<Node> first() {
        return Optional.empty();
    }

    /// Stands between body and footer while it is open.
    default Optional<Region> drawer() {
        return Optional.empty();
    }

    /// Takes a file that was dropped on the window and is no report. Returns at once.
    ///
    /// @return false when this page has no use for files
    default boolean take(Path file) {
        return false;
    }

    /// The page was taken out of the window.
    default void left() {}

    /// The same page in another language takes its place: hands over what stands in its fields and is nowhere else. What goes on behind it
    /// goes on.
    default void replacedBy(Page other) {
        left();
    }
}
