package org.mailmedic.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.mailmedic.product.WholeFile;
import org.mailmedic.ui.page.FileDialogs;
import org.mailmedic.ui.page.trouble.StumbleModel;

/// Saves a text where the person says.
final class FileSaver implements StumbleModel.Saver {
    private static final String ENDING = ".txt";
    private final FileDialogs dialogs;
    private final String title;
    private final Executor background;
    private final Executor fx;

    /// @param title of the dialog
    FileSaver(FileDialogs dialogs, String title, Executor background, Executor fx) {
        this.dialogs = dialogs;
        this.title = title;
        this.background = background;
        this.fx = fx;
    }

    @Override
    public void save(String name, String text, StumbleModel.Ended ended) {
        dialogs.save(title, name, ENDING).ifPresent(file -> background.execute(() -> write(file, text, ended)));
    }

    private void write(Path file, String text, StumbleModel.Ended ended) {
        try {
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            fx.execute(() -> ended.saved(file));
        } catch (IOException notWritten) {
            fx.execute(() -> ended.refused(file));
        }
    }
}
