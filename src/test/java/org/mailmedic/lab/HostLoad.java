package org.mailmedic.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// How much of this virtual machine's processor time its host gave to others: "steal" in proc(5), `/proc/stat`. What a program does
/// meanwhile says nothing about the program.
///
/// @param stolen in ticks, since the machine started
/// @param all    of all states together, in ticks
record HostLoad(long stolen, long all) {
    private static final Path STATES = Path.of("/proc/stat");
    private static final int STEAL = 8;
    private static final int GUEST = 9;
    private static final double MUCH = 0.05;
    private static final Duration GLANCE = Duration.ofSeconds(3);

    static HostLoad now() throws IOException {
        try (var lines = Files.lines(STATES)) {
            return of(lines.findFirst().orElse(""));
        }
    }

    /// @param line the first line of `/proc/stat`; what is counted as a guest's is counted as a user's too
    static HostLoad of(String line) {
        String[] words = line.trim().split("\\s+");
        if (words.length < GUEST || !words[0].equals("cpu")) {
            throw new IllegalArgumentException(line);
        }
        return new HostLoad(Long.parseLong(words[STEAL]), Arrays.stream(words, 1, GUEST).mapToLong(Long::parseLong).sum());
    }

    /// The part that was taken since then, 0 to 1.
    double since(HostLoad then) {
        return all == then.all ? 0 : (stolen - then.stolen) / (double) (all - then.all);
    }

    /// Whether so much was taken since then that times mean nothing.
    boolean muchSince(HostLoad then) {
        return since(then) > MUCH;
    }

    /// Waits until the host leaves the processors to us for a moment, or until the time is over.
    static void awaitCalm(Duration atMost) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        boolean calm = false;
        while (!calm && System.nanoTime() < end) {
            HostLoad then = now();
            Thread.sleep(GLANCE);
            calm = !now().muchSince(then);
        }
    }
}
