package org.mailmedic.explain.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Follows a log that is being written: each [#poll()] gives the lines that are new and whole, none twice and none left out.
///
/// Stands a rotation (the file is renamed and a new one begun), a truncation (it is emptied in place) and a restart of this program,
/// for which the caller keeps [#place()]. A rotated file is read to its end first, packed ones too. Starts no thread and never waits: the
/// caller polls. One thread at a time.
public final class LogFollower implements Closeable {
    static final int PRINT = 256;

    private static final int BUFFER = 256 * 1024;
    /// So much is read in one poll at most, so that the caller gets to do something else.
    private static final long MOST_AT_ONCE = 64L << 20;
    private static final int MOST_NEIGHBOURS = 1000;

    private final Path path;
    private final LogTally tally;
    private LogPlace place;
    private boolean lookForOld;
    private @Nullable FileChannel open;
    private @Nullable Object key;
    private byte[] buffer = new byte[BUFFER];
    private int filled;
    private boolean skipping;

    /// @param tally  counts the lines
    /// @param before where an earlier follower stopped; empty to begin with what is there
    public LogFollower(Path path, LogTally tally, Optional<LogPlace> before) {
        this.path = path;
        this.tally = tally;
        place = before.orElse(LogPlace.BEGIN);
        lookForOld = before.isPresent();
    }

    /// Follows from the end of what is there now.
    ///
    /// @throws IOException when the file cannot be read
    public static LogFollower fromEnd(Path path, LogTally tally) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long offset = lastLineEnd(file);
            int length = (int) Math.min(PRINT, offset);
            return new LogFollower(path, tally, Optional.of(new LogPlace(offset, length, print(file, length))));
        } catch (NoSuchFileException notYet) {
            return new LogFollower(path, tally, Optional.empty());
        }
    }

    /// How far the lines were counted. Kept by the caller after each poll, it loses nothing and counts nothing twice after a restart.
    public LogPlace place() {
        return place;
    }

    /// Counts what was written since the last time.
    ///
    /// @return how many lines
    /// @throws IOException when the file cannot be read; a file that is not there (yet) is no trouble
    public long poll() throws IOException {
        long before = tally.lines();
        if (lookForOld) {
            lookForOld = false;
            resume();
        }
        if (open == null && !begin()) {
            return tally.lines() - before;
        }
        if (truncated()) {
            rewind();
        }
        long left = MOST_AT_ONCE - drain(MOST_AT_ONCE);
        if (left > 0 && replaced()) {
            left -= drain(left);
            lastLine();
            close();
            resume();
            place = LogPlace.BEGIN;
            if (begin()) {
                drain(left);
            }
        }
        return tally.lines() - before;
    }

    private boolean begin() throws IOException {
        try {
            open = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException notYet) {
            return false;
        }
        key = key(path);
        filled = 0;
        skipping = false;
        if (place.offset() > open.size() || !same(open)) {
            place = LogPlace.BEGIN;
        }
        open.position(place.offset());
        return true;
    }

    /// After a restart or a rotation: reads the file that the place belongs to to its end, and every younger one, before the one that has
    /// the name now.
    private void resume() throws IOException {
        if (place.printLength() == 0 || isOurs(path)) {
            return;
        }
        List<Path> old = neighbours();
        int ours = -1;
        for (int i = 0; i < old.size() && ours < 0; i++) {
            ours = isOurs(old.get(i)) ? i : -1;
        }
        for (int i = ours; i >= 0 && ours >= 0; i--) {
            readOld(old.get(i), i == ours ? place.offset() : 0);
        }
        place = LogPlace.BEGIN;
    }

    private void readOld(Path file, long offset) throws IOException {
        try (InputStream in = Files.newInputStream(file); Unpacked plain = Unpacked.of(in, Unpacked.MOST_BYTES)) {
            long skipped = 0;
            byte[] pass = new byte[BUFFER];
            while (skipped < offset) {
                int got = plain.read(pass, 0, (int) Math.min(pass.length, offset - skipped));
                if (got < 0) {
                    return;
                }
                skipped += got;
            }
            LineFeed.read(plain, (bytes, from, to) -> {
                tally.line(bytes, from, to);
                return true;
            });
        } catch (NoSuchFileException rotatedOnceMore) {
            // the next restart finds it under its new name; this one has nothing to read
        }
    }

    /// Files beside the log whose names begin with its name, youngest first.
    private List<Path> neighbours() throws IOException {
        Path folder = Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path.toAbsolutePath().getRoot());
        String name = path.getFileName().toString();
        record Aged(Path file, long time) {}
        List<Aged> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path each : files) {
                String other = each.getFileName().toString();
                if (other.length() > name.length() && other.startsWith(name) && Files.isRegularFile(each)
                        && found.size() < MOST_NEIGHBOURS) {
                    found.add(new Aged(each, Files.getLastModifiedTime(each).toMillis()));
                }
            }
        }
        return found.stream().sorted(Comparator.comparingLong(Aged::time).reversed().thenComparing(each -> each.file().toString()))
                .map(Aged::file).toList();
    }

    private boolean isOurs(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file); Unpacked plain = Unpacked.of(in, Unpacked.MOST_BYTES)) {
            byte[] head = plain.readNBytes(place.printLength());
            return head.length == place.printLength() && print(head) == place.print() && longEnough(file);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /// A plain file that is shorter than the place was emptied meanwhile.
    private boolean longEnough(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Packing.of(in.readNBytes(Packing.LENGTH)).isPresent() || Files.size(file) >= place.offset();
        }
    }

    /// Reads what is there, up to a bound, and counts the whole lines of it.
    private long drain(long most) throws IOException {
        long read = 0;
        InputStream in = Channels.newInputStream(open);
        while (read < most) {
            int got = in.read(buffer, filled, buffer.length - filled);
            if (got <= 0) {
                break;
            }
            read += got;
            filled += got;
            lines();
        }
        return read;
    }

    private void lines() throws IOException {
        int from = 0;
        for (int i = 0; i < filled; i++) {
            if (buffer[i] == '\n') {
                count(from, i);
                from = i + 1;
            }
        }
        if (from == 0 && filled == buffer.length) {
            count(0, filled);
            skipping = true;
            from = filled;
        }
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        long offset = file().position() - filled;
        place = place.printLength() < PRINT && offset > place.printLength() ? printed(offset)
                : new LogPlace(offset, place.printLength(), place.print());
    }

    private LogPlace printed(long offset) throws IOException {
        int length = (int) Math.min(PRINT, offset);
        return new LogPlace(offset, length, print(file(), length));
    }

    /// Open while its lines are taken.
    private FileChannel file() {
        return Objects.requireNonNull(open);
    }

    private void count(int from, int to) {
        if (!skipping) {
            int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
            tally.line(buffer, from, Math.min(end, from + LineFeed.LONGEST));
        }
        skipping = false;
    }

    /// A rotated file will not go on: its last line counts even without an end.
    private void lastLine() {
        if (filled > 0) {
            count(0, filled);
            place = new LogPlace(place.offset() + filled, place.printLength(), place.print());
            filled = 0;
        }
    }

    private boolean truncated() throws IOException {
        return file().size() < place.offset() || !same(file());
    }

    private void rewind() throws IOException {
        place = LogPlace.BEGIN;
        filled = 0;
        skipping = false;
        file().position(0);
    }

    /// Whether there is a new file, and somebody writes to it: until then whoever writes may still hold the old one open.
    private boolean replaced() throws IOException {
        try {
            Object now = key(path);
            return now != null && key != null && !now.equals(key) && Files.size(path) > 0;
        } catch (NoSuchFileException between) {
            return false;
        }
    }

    /// What tells a file from another of the same name; null where the system knows no such thing.
    private static Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private boolean same(FileChannel file) throws IOException {
        return file.size() >= place.printLength() && print(file, place.printLength()) == place.print();
    }

    private static long print(FileChannel file, int length) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(length);
        for (int got = 0; got >= 0 && head.hasRemaining();) {
            got = file.read(head, head.position());
        }
        return print(head.array());
    }

    private static long print(byte[] head) {
        return head.length == 0 ? 0 : new Line().over(head, 0, head.length).hash(0, head.length);
    }

    private static long lastLineEnd(FileChannel file) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(64 * 1024);
        for (long end = file.size(); end > 0; end -= piece.capacity()) {
            long from = Math.max(0, end - piece.capacity());
            piece.clear().limit((int) (end - from));
            for (int got = 0; got >= 0 && piece.hasRemaining();) {
                got = file.read(piece, from + piece.position());
            }
            for (int i = piece.position() - 1; i >= 0; i--) {
                if (piece.get(i) == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }

    /// Lets go of the file. The place stays.
    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
