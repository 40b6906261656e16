package org.mailmedic.monitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// A command of the person's own that is run when something has changed, by the system's shell, with JSON on its standard input. Nothing
/// that a server said becomes part of the command.
public final class NotifyCommand {
    public static final Duration LONGEST = Duration.ofSeconds(60);
    private final String command;
    private final Duration longest;

    public NotifyCommand(String command) {
        this(command, LONGEST);
    }

    NotifyCommand(String command, Duration longest) {
        this.command = command;
        this.longest = longest;
    }

    /// How it went.
    public sealed interface Ended {
        record Done(int exitCode) implements Ended {}

        /// It could not be begun.
        record NotBegun() implements Ended {}

        /// It took too long and was ended.
        record TooLong() implements Ended {}
    }

    /// Runs it and waits for its end. What it prints is thrown away but for its standard error.
    public Ended run(String json) throws InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        Process process;
        try {
            process = new ProcessBuilder(windows ? List.of("cmd.exe", "/c", command) : List.of("/bin/sh", "-c", command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException notThere) {
            return new Ended.NotBegun();
        }
        try {
            // smaller than a pipe's buffer, so that a command that does not read holds up nothing
            try (var in = process.getOutputStream()) {
                in.write(json.getBytes(StandardCharsets.UTF_8));
            } catch (IOException endedWithoutReading) {
                // its exit code tells
            }
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS) ? new Ended.Done(process.exitValue()) : new Ended.TooLong();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
