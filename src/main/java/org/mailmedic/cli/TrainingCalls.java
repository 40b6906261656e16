package org.mailmedic.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Calls that are made one after the other in one process, before the one that stands on the command line: the build lets the JVM watch
/// them, so that the installed program starts fast whatever it is asked (see `installer/Training.java`). Asked for by a system property.
final class TrainingCalls {
    private static final String ASKED = "mailmedic.training";

    private TrainingCalls() {}

    /// Makes the calls in the file that the property names: one a line, the exit code that it must end with and its arguments, divided by
    /// tabs. Nothing where the property is not set.
    ///
    /// @throws IllegalStateException when one ended otherwise, since the JVM would have watched something else
    static void make(Terminal terminal) {
        String file = System.getProperty(ASKED);
        if (file == null) {
            return;
        }
        try {
            for (String call : Files.readAllLines(Path.of(file))) {
                String[] words = call.split("\t");
                int code = CliMain.run(Arrays.copyOfRange(words, 1, words.length), terminal);
                if (code != Integer.parseInt(words[0])) {
                    throw new IllegalStateException("it ended with " + code + ": " + String.join(" ", words));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
