package org.mailmedic.net.system;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mailmedic.net.transport.Printable;

/// Runs a program of this system that only reads, bounded in time and in what it may say.
public final class SystemCommand {
    private static final int MOST = 1024 * 1024;

    private SystemCommand() {}

    /// @return what it printed
    /// @throws IOException when it is not there, may not be run, took too long, or said no; the message holds its own words
    public static String output(List<String> words, Duration atMost) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .start();
        try (var said = process.getInputStream()) {
            var watchdog = process.onExit().orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> end(process));
            String text = new String(said.readNBytes(MOST), StandardCharsets.UTF_8);
            watchdog.join();
            if (process.waitFor() != 0) {
                throw new IOException(Printable.of(text.strip(), 200));
            }
            return text;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    /// With whatever it has started: a child that keeps the output open would keep us waiting.
    private static Process end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        return process.destroyForcibly();
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
