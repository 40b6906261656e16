package org.mailmedic.net.system;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mailmedic.net.transport.Printable;

/// Runs a program of this system that only reads, bounded in time and in what it may say.
public final class SystemCommand {
    private static final int MOST = 16 * 1024 * 1024;

    /// What programs of Windows do not start without, and where programs are.
    private static final Set<String> KEPT = Set.of("PATH", "SystemRoot", "SystemDrive", "windir", "PATHEXT");

    private SystemCommand() {}

    /// @return what it printed
    /// @throws IOException when it is not there, may not be run, took too long, or said no; the message holds its own words
    public static String output(List<String> words, Duration atMost) throws IOException {
        Process process = builder(words).start();
        try (var said = process.getInputStream()) {
            var watchdog = process.onExit().orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> end(process));
            String text = new String(said.readNBytes(MOST + 1), StandardCharsets.UTF_8);
            if (text.length() > MOST) {
                end(process);
                throw new IOException("it says more than can be looked through");
            }
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

    /// Found in a folder that PATH names in full: neither the current folder nor one relative to it may lend a program. It inherits nothing
    /// that a person put into the environment, such as a password.
    private static ProcessBuilder builder(List<String> words) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> found = new ArrayList<>(words);
        found.set(0, program(words.getFirst(), Objects.requireNonNullElse(System.getenv("PATH"), ""), windows).toString());
        var builder = new ProcessBuilder(found).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(nothing()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> KEPT.stream().noneMatch(name::equalsIgnoreCase));
        environment.put("LC_ALL", "C");
        return builder;
    }

    static Path program(String name, String path, boolean windows) throws IOException {
        if (Path.of(name).isAbsolute()) {
            return Path.of(name);
        }
        return Arrays.stream(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank()).map(Path::of).filter(Path::isAbsolute)
                .map(folder -> folder.resolve(windows ? name + ".exe" : name)).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IOException(name + " is not there"));
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
