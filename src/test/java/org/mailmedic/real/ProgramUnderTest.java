package org.mailmedic.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mailmedic.cli.CliMain;
import org.mailmedic.history.ChildJvm;

/// The program for others to start: the image where it is built, else the classes of this test.
final class ProgramUnderTest {
    private ProgramUnderTest() {}

    /// @return an executable of this name
    static Path script(Path file) throws IOException {
        List<String> words = Files.isExecutable(ImageCli.PATH) ? List.of(ImageCli.PATH.toString())
                : ChildJvm.running(CliMain.class, List.of()).command();
        String call = words.stream().map(word -> "'" + absolute(word) + "'").collect(Collectors.joining(" "));
        Files.writeString(file, "#!/bin/sh\nexec " + call + " \"$@\"\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// A class path in it is relative to where the tests run.
    private static String absolute(String word) {
        return word.contains(File.pathSeparator) && !word.startsWith("-") ? Arrays.stream(word.split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator)) : word;
    }
}
