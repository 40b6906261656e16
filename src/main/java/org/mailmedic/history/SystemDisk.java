package org.mailmedic.history;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// This computer's disk.
final class SystemDisk implements Disk {
    @Override
    public void makeFolder(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Files.createDirectories(folder, owner(folder, "rwx------"));
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        var ownerOnly = PosixFilePermissions.fromString("rwx------");
        if (view != null && !view.readAttributes().permissions().equals(ownerOnly) && Files.isWritable(folder)) {
            view.setPermissions(ownerOnly);
        }
    }

    @Override
    public List<Entry> list(Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return entries;
        }
        // unlike a directory stream it hands over the attributes, and on Windows it need not ask for them
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), 1, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    entries.add(new Entry(file.getFileName().toString(), attributes.size(), attributes.lastModifiedTime().toInstant()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) throws IOException {
                if (file.equals(folder)) {
                    throw goneMeanwhile;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return entries;
    }

    @Override
    public Instant changed(Path file) throws IOException {
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        Files.createFile(file, owner(file.resolveSibling(""), "rw-------"));
        // a stream, since a channel is closed by an interrupt, and a check-up that is stopped still has a report to keep
        try (var out = new FileOutputStream(file.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        }
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        try (var out = new FileOutputStream(file.toFile(), true)) {
            out.write(bytes);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void sync(Path folder) throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folders; its file system keeps a journal of names
            return;
        }
        boolean interrupted = Thread.interrupted();
        try (opened) {
            opened.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        try (var in = new FileInputStream(file.toFile())) {
            byte[] bytes = in.readNBytes(atMost);
            if (in.read() >= 0) {
                throw new IOException("longer than " + atMost + " bytes");
            }
            return bytes;
        }
    }

    @Override
    public boolean delete(Path file) throws IOException {
        return Files.deleteIfExists(file);
    }

    private static FileAttribute<?>[] owner(Path near, String permissions) {
        boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
