package org.mailmedic.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailmedic.explain.bounce.OutlookMessage;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.explain.log.MailLog;

/// What `explain` was given: files, pipes, or standard input. A mail log may be of any size and is read as it streams by; everything else
/// is read whole, to a bound.
final class GivenText implements AutoCloseable {
    /// In bytes: more is no message.
    private static final int LONGEST = 8 * 1024 * 1024;

    /// In bytes of what is packed: the first block of every packing is in them.
    private static final int FIRST = 4 * MailLog.HEAD;

    /// In order; empty where one stream is all there is.
    private final List<Part> parts;
    private final String name;
    private final BufferedInputStream in;

    /// A file, or what came out of a pipe, which can be read but once.
    ///
    /// @param size in bytes
    private record Part(String name, LogReader.Source source, long size) {}

    /// @param names files or pipes, in any order; empty, or `-` alone, for standard input
    GivenText(List<String> names, InputStream standard) throws UsageException {
        List<Path> paths = new ArrayList<>();
        for (String each : names) {
            if (!each.equals("-")) {
                paths.add(readable(each));
            } else if (names.size() > 1) {
                throw new UsageException("mixed", Map.of());
            }
        }
        boolean streams = paths.size() == 1 && !Files.isRegularFile(paths.getFirst());
        name = streams ? paths.getFirst().toString() : "-";
        try {
            in = new BufferedInputStream(streams ? Files.newInputStream(paths.getFirst()) : standard, FIRST + 1);
            List<Part> all = new ArrayList<>();
            for (Path path : streams ? List.<Path>of() : paths) {
                all.add(Files.isRegularFile(path) ? new Part(path.toString(), () -> Files.newInputStream(path), Files.size(path))
                        : piped(path));
            }
            parts = List.copyOf(all);
        } catch (IOException unreadable) {
            throw new UsageException("text.unreadable", Map.of());
        }
    }

    private static Part piped(Path pipe) throws IOException, UsageException {
        try (InputStream in = Files.newInputStream(pipe)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new UsageException("text.long.beside", Map.of("file", pipe));
            }
            return new Part(pipe.toString(), () -> new ByteArrayInputStream(bytes), bytes.length);
        }
    }

    /// The whole log, if it is one, or one of several files is: which stands first does not matter.
    ///
    /// @param now by this computer's clock; asked for where it is a log, since the time zone takes a moment to find
    Optional<LogReader.Reading> log(Supplier<LocalDateTime> now) throws IOException {
        if (!parts.isEmpty()) {
            return others().size() == parts.size() ? Optional.empty()
                    : Optional.of(new LogReader(now.get()).readAll(parts.stream().map(Part::source).toList()));
        }
        if (!MailLog.looksLikeOne(MailLog.plain(new ByteArrayInputStream(first()), MailLog.HEAD), aboutNow())) {
            return Optional.empty();
        }
        if (!isShort()) {
            return Optional.of(new LogReader(now.get()).read(in));
        }
        return Optional.of(new LogReader(now.get()).read(new ByteArrayInputStream(first())));
    }

    /// Whether a text is a log does not hang on the hour.
    private static LocalDateTime aboutNow() {
        return LocalDateTime.ofEpochSecond(Instant.now().getEpochSecond(), 0, ZoneOffset.UTC);
    }

    /// The files that are no log themselves, one after the other; empty where there are none.
    byte[] besideTheLog() throws IOException, UsageException {
        return bytes(others());
    }

    private List<Part> others() throws IOException {
        List<Part> others = new ArrayList<>();
        for (Part each : parts) {
            try (InputStream in = each.source().open()) {
                if (!MailLog.looksLikeOne(MailLog.plain(in, MailLog.HEAD), aboutNow())) {
                    others.add(each);
                }
            }
        }
        return others;
    }

    /// Whether it can be read whole, and again, as a message.
    boolean isShort() throws IOException {
        return parts.isEmpty() ? first().length <= MailLog.HEAD : parts.stream().mapToLong(Part::size).sum() <= MailLog.HEAD;
    }

    /// All of it, unpacked, one file after the other.
    byte[] bytes() throws IOException, UsageException {
        return parts.isEmpty() ? bounded(in, name) : bytes(parts);
    }

    private static byte[] bytes(List<Part> parts) throws IOException, UsageException {
        var all = new ByteArrayOutputStream();
        for (Part each : parts) {
            try (InputStream bytes = each.source().open()) {
                all.writeBytes(bounded(bytes, each.name()));
            }
            if (parts.size() > 1) {
                all.write('\n');
            }
            if (all.size() > LONGEST) {
                throw new UsageException("text.long.together", Map.of());
            }
        }
        return all.toByteArray();
    }

    /// What the one stream begins with, still to be read.
    private byte[] first() throws IOException {
        in.mark(FIRST);
        byte[] first = in.readNBytes(FIRST);
        in.reset();
        return first;
    }

    private static byte[] bounded(InputStream in, String what) throws IOException, UsageException {
        byte[] bytes = MailLog.plain(in, LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw UsageException.of("text.long", what);
        }
        // among several files it would lose its form
        return OutlookMessage.source(bytes).map(source -> source.getBytes(StandardCharsets.UTF_8)).orElse(bytes);
    }

    /// A file, a pipe or a device that can be opened now: anything but a folder.
    static Path readable(String name) throws UsageException {
        if (name.isBlank()) {
            throw new UsageException("file.empty", Map.of());
        }
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new UsageException("text.folder", Map.of("file", name));
            }
            if (Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException noPath) {
            // said below
        }
        throw new UsageException("file.unreadable", Map.of("file", name));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
