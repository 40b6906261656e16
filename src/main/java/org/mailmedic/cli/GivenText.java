package org.mailmedic.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.explain.log.MailLog;

/// What `explain` was given: files, or standard input. A mail log may be of any size and is read as it streams by; everything else is read
/// whole, to a bound.
final class GivenText implements AutoCloseable {
    /// In bytes: more is no message.
    private static final int LONGEST = 8 * 1024 * 1024;

    /// In bytes of what is packed: the first block of every packing is in them.
    private static final int FIRST = 4 * MailLog.HEAD;

    private final List<Path> files;
    private final BufferedInputStream in;

    /// @param names files, in any order; empty, or `-` alone, for standard input
    GivenText(List<String> names, InputStream standard) throws UsageException {
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            if (!name.equals("-")) {
                paths.add(readable(name));
            } else if (names.size() > 1) {
                throw new UsageException("Standard input (-) cannot be mixed with files. Name files alone, or - alone.");
            }
        }
        files = List.copyOf(paths);
        in = new BufferedInputStream(standard, FIRST + 1);
    }

    /// The whole log, if it is one.
    Optional<LogReader.Reading> log(LocalDateTime now) throws IOException {
        if (!MailLog.looksLikeOne(head(), now)) {
            return Optional.empty();
        }
        var reader = new LogReader(now);
        if (!files.isEmpty()) {
            return Optional.of(reader.read(files));
        }
        if (!isShort()) {
            return Optional.of(reader.read(in));
        }
        return Optional.of(reader.read(new ByteArrayInputStream(first())));
    }

    /// Whether it can be read whole, and again, as a message.
    boolean isShort() throws IOException {
        if (files.isEmpty()) {
            return first().length <= MailLog.HEAD;
        }
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size <= MailLog.HEAD;
    }

    /// All of it, unpacked, one file after the other.
    byte[] bytes() throws IOException, UsageException {
        if (files.isEmpty()) {
            return bounded(in, "Standard input");
        }
        var all = new ByteArrayOutputStream();
        for (Path file : files) {
            try (InputStream bytes = Files.newInputStream(file)) {
                all.writeBytes(bounded(bytes, file.toString()));
            }
            if (files.size() > 1) {
                all.write('\n');
            }
            if (all.size() > LONGEST) {
                throw new UsageException("That is too long: only the part with the message is needed.");
            }
        }
        return all.toByteArray();
    }

    private byte[] head() throws IOException {
        if (files.isEmpty()) {
            return MailLog.plain(new ByteArrayInputStream(first()), MailLog.HEAD);
        }
        try (InputStream first = Files.newInputStream(files.getFirst())) {
            return MailLog.plain(first, MailLog.HEAD);
        }
    }

    /// What standard input begins with, still to be read.
    private byte[] first() throws IOException {
        in.mark(FIRST);
        byte[] first = in.readNBytes(FIRST);
        in.reset();
        return first;
    }

    private static byte[] bounded(InputStream in, String what) throws IOException, UsageException {
        byte[] bytes = MailLog.plain(in, LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new UsageException(what + " is too long: only the part with the message is needed.");
        }
        return bytes;
    }

    /// A file that can be opened now.
    static Path readable(String name) throws UsageException {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new UsageException(name + " is a folder. Name a file that holds the message, or - for standard input.");
            }
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException noPath) {
            // said below
        }
        throw new UsageException("The file " + name + " cannot be read. Check its name and that you may open it.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
