package org.mailmedic.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailmedic.explain.log.LogFollower;
import org.mailmedic.explain.log.LogReader.Reading;
import org.mailmedic.explain.log.LogTally;

/// Keeps what a mail log says current while it is being written, across rotations.
public final class LogWatch {
    private final Path file;
    private final Duration between;
    private final LocalDateTime now;

    /// @param file    need not be there yet
    /// @param between how long it waits before it looks again
    /// @param now     by this computer's clock, for years that a log leaves out
    public LogWatch(Path file, Duration between, LocalDateTime now) {
        this.file = file;
        this.between = between;
        this.now = now;
    }

    /// Tells what is there, and again whenever lines have come, on the caller's thread, until nobody listens any more or that thread is
    /// interrupted (which stays set).
    ///
    /// @param told returns whether to go on
    /// @throws IOException when the file is there and cannot be read
    public void run(Predicate<Reading> told) throws IOException {
        var tally = new LogTally(now);
        try (var follower = new LogFollower(file, tally, Optional.empty())) {
            follower.poll();
            while (told.test(tally.reading()) && come(follower)) {
                // told above
            }
        }
    }

    /// @return false when interrupted
    private boolean come(LogFollower follower) throws IOException {
        try {
            do {
                Thread.sleep(between);
            } while (follower.poll() == 0);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
