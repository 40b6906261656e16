package org.mailmedic.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.mailmedic.ui.page.StumbleModel;

/// Saves a text where the person says, with the system's own dialog, which opens in the folder last used.
final class FileSaver implements StumbleModel.Saver {
    private final Window window;
    private final Keepsakes keepsakes;
    private final Executor background;
    private final Executor fx;

    FileSaver(Window window, Keepsakes keepsakes, Executor background, Executor fx) {
        this.window = window;
        this.keepsakes = keepsakes;
        this.background = background;
        this.fx = fx;
    }

    @Override
    public void save(String name, String text, StumbleModel.Ended ended) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        keepsakes.folder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showSaveDialog(window);
        if (chosen != null) {
            background.execute(() -> write(chosen.toPath(), text, ended));
        }
    }

    private void write(Path file, String text, StumbleModel.Ended ended) {
        try {
            Files.writeString(file, text);
            keepsakes.keepFolder(file.toAbsolutePath().getParent());
            fx.execute(() -> ended.saved(file));
        } catch (IOException notWritten) {
            fx.execute(() -> ended.refused(file));
        }
    }
}
