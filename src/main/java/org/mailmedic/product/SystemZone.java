package org.mailmedic.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// The time zone of this computer, as [ZoneId#systemDefault] finds it, but without the table of all zones being read twice for it: most
/// Linux systems say its name by a link, and the zone of most servers needs no table at all.
public final class SystemZone {
    private static final Path LINK = Path.of("/etc/localtime");
    private static final String FOLDER = "/zoneinfo/";

    private SystemZone() {}

    public static ZoneId id() {
        boolean asked = !System.getProperty("user.timezone", "").isEmpty() || !System.getenv().getOrDefault("TZ", "").isEmpty();
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux");
        return asked || !linux ? ZoneId.systemDefault() : linked(LINK).orElseGet(ZoneId::systemDefault);
    }

    /// Empty where it is no such link, or one to something else.
    static Optional<ZoneId> linked(Path link) {
        try {
            String target = Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).normalize().toString() : "";
            int at = target.indexOf(FOLDER);
            String name = at < 0 ? "" : target.substring(at + FOLDER.length());
            if (name.equals("UTC") || name.equals("Etc/UTC")) {
                return Optional.of(ZoneId.of("UTC"));
            }
            // old names without a place mean other things to Java
            return name.indexOf('/') > 0 && !name.startsWith("posix/") && !name.startsWith("right/") ? Optional.of(ZoneId.of(name))
                    : Optional.empty();
        } catch (IOException | DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
