package org.mailmedic.real;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// A folder for one run, gone when the run ends. Servers that give up root can enter it, and its path is short enough for sockets
/// (unix(7) allows 107 bytes).
///
/// @param path absolute
public record Workshop(Path path) implements Closeable {

    public static Workshop open() throws IOException {
        var open = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Workshop(Files.createTempDirectory(Path.of("/tmp"), "mm", open));
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
