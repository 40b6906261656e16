package org.mailmedic.explain.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailmedic.diagnosis.Finding;

/// Reads whole mail logs and queue listings of any size, one line after the other, plain or packed (gzip, xz, zstd, told by content).
///
/// Starts no thread and holds no file open after it returns.
public final class LogReader {
    private final LocalDateTime now;
    private final long mostBytes;

    /// @param findings one for each cause, most unreached first
    public record Reading(LogSummary summary, List<Finding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    /// A log that can be read from its beginning, more than once.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /// @param now by this computer's clock
    public LogReader(LocalDateTime now) {
        this(now, Unpacked.MOST_BYTES);
    }

    /// @param mostBytes how much a packed log may unpack to
    LogReader(LocalDateTime now, long mostBytes) {
        this.now = now;
        this.mostBytes = mostBytes;
    }

    /// Reads several files as one log, rotated ones in the order of their first time stamps.
    ///
    /// @throws IOException when a file cannot be read; a packed one that breaks off is read as far as it goes
    public Reading read(List<Path> files) throws IOException {
        return readAll(files.stream().<Source>map(file -> () -> Files.newInputStream(file)).toList());
    }

    /// The same for what need not be files.
    public Reading readAll(List<Source> sources) throws IOException {
        List<Begun> order = new ArrayList<>();
        for (Source each : sources) {
            order.add(new Begun(each, sources.size() == 1 ? 0 : FirstStamp.of(each, now)));
        }
        order.sort(Comparator.comparingLong(Begun::seconds));
        LogTally tally = new LogTally(now);
        for (Begun each : order) {
            try (InputStream in = new BufferedInputStream(each.source().open(), 64 * 1024)) {
                feed(in, tally);
            }
        }
        tally.end();
        return tally.reading();
    }

    /// Reads one log from a stream to its end, and leaves it open.
    ///
    /// @throws IOException when the stream cannot be read
    public Reading read(InputStream in) throws IOException {
        LogTally tally = new LogTally(now);
        feed(in, tally);
        tally.end();
        return tally.reading();
    }

    private void feed(InputStream in, LogTally tally) throws IOException {
        try (Unpacked plain = Unpacked.of(in, mostBytes)) {
            LineFeed.read(plain, (bytes, from, to) -> {
                tally.line(bytes, from, to);
                return true;
            });
            plain.stopped().ifPresent(tally::stop);
        }
    }

    /// @param seconds of the first time stamp
    private record Begun(Source source, long seconds) {}
}
