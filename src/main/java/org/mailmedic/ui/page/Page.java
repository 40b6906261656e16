package org.mailmedic.ui.page;

import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailmedic.ui.part.Headline;

/// A page: what the window's frame needs to know of it.
public interface Page {
    /// What is read; the frame scrolls it where it has to.
    VBox body();

    Region footer();

    /// Takes the focus when the page appears.
    Headline headline();

    /// Stands between body and footer while it is open.
    default Optional<Region> drawer() {
        return Optional.empty();
    }

    /// The page was taken out of the window.
    default void left() {}
}
