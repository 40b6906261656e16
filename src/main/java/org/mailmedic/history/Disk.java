package org.mailmedic.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The few things that are asked of a disk. Handed in, so that a test can be a disk that fails at any of them.
interface Disk {
    /// A regular file. Links, folders and devices are never listed.
    record Entry(String name, long size, Instant changed) {}

    /// Makes the folder, for its owner alone, or sees that it is one.
    ///
    /// @throws IOException also when it is a link
    void makeFolder(Path folder) throws IOException;

    /// The regular files in a folder; empty when there is no such folder.
    List<Entry> list(Path folder) throws IOException;

    /// When a file was changed last.
    Instant changed(Path file) throws IOException;

    /// Makes a new file for its owner alone, writes it and waits until it is on the disk.
    ///
    /// @throws IOException also when something of that name is there
    void write(Path file, byte[] bytes) throws IOException;

    /// Adds to the end of a regular file, in one piece. Nobody waits for the disk.
    void append(Path file, byte[] bytes) throws IOException;

    /// Gives a file another name, in one step that is done or not done; what had that name is replaced.
    void rename(Path from, Path to) throws IOException;

    /// Waits until the folder's names are on the disk, where the system knows how.
    void sync(Path folder) throws IOException;

    /// @throws IOException also when it is longer than `atMost`
    byte[] read(Path file, int atMost) throws IOException;

    /// @return whether it was there
    boolean delete(Path file) throws IOException;
}
