package org.mailmedic.history;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where earlier check-ups are kept, as each system wants it: `$XDG_DATA_HOME` (XDG Base Directory Specification 0.8) on Linux,
/// `%APPDATA%` on Windows, `~/Library/Application Support` on macOS.
public final class HistoryFolder {
    private static final String LAST = "history";

    private HistoryFolder() {}

    /// This computer's folder, for this person. It need not exist yet.
    public static Path usual() {
        return in(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /// @param system      the system's name as Java gives it
    /// @param environment the variables; relative folders in them do not count, as the specification demands
    static Path in(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return named(environment, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming")).resolve("mailmedic").resolve(LAST);
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("mailmedic").resolve(LAST);
        }
        Path own = named(environment, "HOME").orElse(home);
        return named(environment, "XDG_DATA_HOME").orElse(own.resolve(".local").resolve("share")).resolve("mailmedic").resolve(LAST);
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()).map(Path::of).filter(Path::isAbsolute);
    }
}
