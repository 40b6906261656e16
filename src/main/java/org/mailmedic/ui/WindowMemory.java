package org.mailmedic.ui;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.mailmedic.product.WholeFile;
import org.mailmedic.ui.page.Choices;

/// What the window remembers between starts: how it looks, and the folder last used. Never anything about an account or a server.
/// A file that cannot be read or written costs nothing but the memory. Thread-safe.
public final class WindowMemory implements Choices {
    private static final String FOLDER = "folder";
    private static final int LONGEST_FILE = 100_000;
    private final Optional<Path> file;
    private final Executor background;
    private final Properties kept = new Properties();
    /// What was chosen here; the rest another window may have chosen otherwise meanwhile.
    private final Set<String> chosen = new HashSet<>();

    private WindowMemory(Optional<Path> file, Executor background) {
        this.file = file;
        this.background = background;
    }

    /// Remembers nothing beyond this start.
    public static WindowMemory forgetful() {
        return new WindowMemory(Optional.empty(), Runnable::run);
    }

    /// Reads `file`, which need not be there; every change is written to it on `background`.
    public static WindowMemory in(Path file, Executor background) {
        var keepsakes = new WindowMemory(Optional.of(file), background);
        keepsakes.read(file);
        return keepsakes;
    }

    /// Where this system keeps such files: `XDG_CONFIG_HOME` (XDG Base Directory Specification), `APPDATA`, or the Library of macOS.
    static Path usualFile(String system, Function<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        Path folder = name.startsWith("windows") ? given(environment.apply("APPDATA")).orElse(home.resolve("AppData/Roaming"))
                : name.contains("mac") ? home.resolve("Library/Application Support")
                : given(environment.apply("XDG_CONFIG_HOME"))
                        .orElseGet(() -> given(environment.apply("HOME")).orElse(home).resolve(".config"));
        return folder.resolve("mailmedic").resolve("window.properties");
    }

    /// A relative path in the variable is to be ignored, says the specification.
    private static Optional<Path> given(String value) {
        try {
            return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException senseless) {
            return Optional.empty();
        }
    }

    public synchronized Optional<String> find(String name) {
        return Optional.ofNullable(kept.getProperty(name));
    }

    /// Returns at once.
    public synchronized void keep(String name, String value) {
        if (!value.equals(kept.setProperty(name, value))) {
            chosen.add(name);
            file.ifPresent(where -> background.execute(() -> write(where)));
        }
    }

    /// The folder last used for a file, while it is there.
    public Optional<Path> folder() {
        try {
            return find(FOLDER).map(Path::of).filter(Files::isDirectory);
        } catch (InvalidPathException senseless) {
            return Optional.empty();
        }
    }

    public void keepFolder(Path folder) {
        keep(FOLDER, folder.toString());
    }

    @Override
    public Optional<Path> file() {
        return file;
    }

    @Override
    public synchronized void forget() throws IOException {
        kept.clear();
        chosen.clear();
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    private void read(Path from) {
        load(from, kept);
    }

    private static void load(Path from, Properties into) {
        try {
            if (Files.isRegularFile(from) && Files.size(from) <= LONGEST_FILE) {
                try (Reader reader = Files.newBufferedReader(from)) {
                    into.load(reader);
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            log(from, damaged);
        }
    }

    /// A choice from before everything was forgotten must not bring the file back.
    private synchronized void write(Path to) {
        if (kept.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(to.getParent());
            var text = new StringWriter();
            var all = new Properties();
            load(to, all);
            chosen.forEach(name -> all.setProperty(name, kept.getProperty(name)));
            all.store(text, null);
            WholeFile.write(to, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException notWritten) {
            log(to, notWritten);
        }
    }

    private static void log(Path file, Exception why) {
        System.getLogger(WindowMemory.class.getName())
                .log(Level.INFO, "what was remembered in " + file + " is lost: " + why.getClass().getName());
    }
}
