package org.mailmedic.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.ControlsReader;
import org.mailmedic.settings.UnfitFileException;

/// The value of `--controls`: a file, `none`, or nothing for the built-in ones.
final class ControlsFile {
    private static final int LARGEST = 1024 * 1024;

    private ControlsFile() {}

    /// What a file says of its size need not be so.
    private static String text(Path file) throws IOException, UsageException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new UsageException("controls.foreign", Map.of("file", file));
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    static Controls read(String option) throws UsageException {
        if (option == null) {
            return ControlsReader.builtIn();
        }
        if (option.equals("none")) {
            return Controls.none();
        }
        try {
            Path file = Path.of(option);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new UsageException("controls.foreign", Map.of("file", file));
            }
            return ControlsReader.read(text(file));
        } catch (UnfitFileException senseless) {
            throw new UsageException(senseless, option);
        } catch (IOException | InvalidPathException unreadable) {
            throw new UsageException("controls.unreadable", Map.of("file", option));
        }
    }
}
