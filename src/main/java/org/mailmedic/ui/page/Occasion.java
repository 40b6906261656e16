package org.mailmedic.ui.page;

import java.nio.file.Path;
import java.util.Optional;

/// Why a feature is opened, and what is known already.
///
/// @param address the e-mail address that was typed last, as it was typed; blank when there is none
/// @param answer  the answer that the person comes from
/// @param file    the file that was dropped on the window for it
public record Occasion(String address, Optional<ShownReport> answer, Optional<Path> file) {
    /// Nothing is known.
    public static final Occasion PLAIN = new Occasion("", Optional.empty(), Optional.empty());
}
