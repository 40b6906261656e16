package org.mailmedic.product;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes a file whole or not at all: it is written beside its place, brought to the disk, and then moved there. A full disk, a crash or
/// an interrupt leaves what was there before. A new file belongs to its owner alone, since it may say what somebody did; one that is
/// replaced keeps its permissions.
public final class WholeFile {
    private static final int MOST_LINKS = 40;

    /// What the file is to hold.
    @FunctionalInterface
    public interface Content {
        /// @param out need not be closed
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /// @throws IOException when it could not be written; then nothing has changed
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }

    /// @param file    its folder must be there; a link is followed, and a device or a pipe is written to as it is
    /// @param content may throw, which leaves what was there
    /// @throws IOException when it could not be written; then nothing has changed
    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (var out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            return;
        }
        Path place = Files.exists(file) ? file.toRealPath() : end(file.toAbsolutePath());
        Path draft = Files.createTempFile(place.getParent(), ".mailmedic-", ".part");
        try {
            fill(draft, content);
            likeBefore(place, draft);
            move(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// For a file that another user's program is to read, such as a web server: everybody may, and its owner alone may write.
    ///
    /// @throws IOException when it could not be written
    public static void writeForAll(Path file, byte[] bytes) throws IOException {
        write(file, bytes);
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && Files.isRegularFile(file)) {
            view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /// Where a link leads at whose end there is no file yet.
    private static Path end(Path file) throws IOException {
        Path place = file;
        for (int i = 0; Files.isSymbolicLink(place); i++) {
            if (i == MOST_LINKS) {
                throw new IOException("too many links");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    /// For what grows line by line: begins anew. A new file belongs to its owner alone.
    public static OutputStream begin(Path file) throws IOException {
        boolean posix = Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null;
        if (posix && Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file);
    }

    /// A stream, since a channel would be closed by an interrupt.
    private static void fill(Path draft, Content content) throws IOException {
        try (var disk = new FileOutputStream(draft.toFile()); var out = new BufferedOutputStream(disk)) {
            content.writeTo(out);
            out.flush();
            disk.getFD().sync();
        }
    }

    private static void likeBefore(Path place, Path draft) throws IOException {
        var view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (view != null && Files.exists(place)) {
            view.setPermissions(Files.getPosixFilePermissions(place));
        }
    }

    private static void move(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plainDisk) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
