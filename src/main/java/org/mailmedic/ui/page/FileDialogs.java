package org.mailmedic.ui.page;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person for files. On the JavaFX thread; returns when they have decided.
public interface FileDialogs {
    /// @param name   what the file shall be called, as a proposal
    /// @param ending what its name ends in, with the dot
    Optional<Path> save(String title, String name, String ending);

    /// A saved report to open.
    Optional<Path> open(String title);
}
