package org.mailmedic.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// How `mailmedic-cli` is started: as it is shipped, or by the words of `-Dlab.program`.
final class Program {
    private static final Path IMAGE = Path.of("target", "image", "bin", "mailmedic-cli").toAbsolutePath();

    private Program() {}

    static List<String> words() {
        String other = System.getProperty("lab.program", "");
        if (!other.isBlank()) {
            return Arrays.asList(other.strip().split("\\s+"));
        }
        if (!Files.isExecutable(IMAGE)) {
            throw new AssertionError("the image is not built: " + IMAGE);
        }
        return List.of(IMAGE.toString());
    }
}
