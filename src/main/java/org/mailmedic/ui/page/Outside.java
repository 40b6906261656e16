package org.mailmedic.ui.page;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What lies outside of the window and can be opened from it.
///
/// @param browser    opens an address, `mailto:` included
/// @param background for what must not hold up the window
public record Outside(Consumer<String> browser, SystemPages pages, FileDialogs dialogs, Executor background, Executor fx) {}
