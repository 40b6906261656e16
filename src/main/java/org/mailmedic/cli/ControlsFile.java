package org.mailmedic.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.ControlsReader;

/// The value of `--controls`: a file, `none`, or nothing for the built-in ones.
final class ControlsFile {
    private static final long LARGEST = 1024 * 1024;

    private ControlsFile() {}

    static Controls read(String option) throws UsageException {
        if (option == null) {
            return ControlsReader.builtIn();
        }
        if (option.equals("none")) {
            return Controls.none();
        }
        Path file = Path.of(option);
        try {
            if (Files.isDirectory(file) || Files.size(file) > LARGEST) {
                throw new UsageException(file + " is no file of control endpoints.");
            }
            return ControlsReader.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UsageException("The file " + file + " cannot be read. --controls takes a JSON file, or none.");
        } catch (IllegalArgumentException senseless) {
            throw new UsageException("The file " + file + " " + senseless.getMessage() + ".");
        }
    }
}
