package org.mailmedic.ui.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What the window remembers of the person's choices, as a file.
public interface Choices {
    /// Empty when nothing is remembered beyond this start.
    Optional<Path> file();

    /// Deletes the file. What was chosen holds until the window closes. Looks at the disk, so not on the JavaFX thread.
    ///
    /// @throws IOException when the file is still there
    void forget() throws IOException;
}
