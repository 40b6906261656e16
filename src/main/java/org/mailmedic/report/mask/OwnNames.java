package org.mailmedic.report.mask;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How this computer and the person at it call themselves, so that it can be kept out of what is passed on. All of it may be empty.
///
/// @param computer its name in the network
/// @param account  the name with which the person is signed in to it
/// @param folders  folders whose names tell something about the person, such as the home folder
public record OwnNames(String computer, String account, List<String> folders) {
    /// When nothing is known.
    public static final OwnNames UNKNOWN = new OwnNames("", "", List.of());
    private static final int LONGEST = 255;

    public OwnNames {
        folders = List.copyOf(folders);
    }

    /// This computer and this account. No name is looked up in the network.
    public static OwnNames here() {
        return new OwnNames(computer(System.getenv()), System.getProperty("user.name", ""), List.of(System.getProperty("user.home", "")));
    }

    private static String computer(Map<String, String> environment) {
        return Stream.of("COMPUTERNAME", "HOSTNAME").map(environment::get).filter(name -> name != null && !name.isBlank()).findFirst()
                .or(() -> content(Path.of("/proc/sys/kernel/hostname"))).or(() -> content(Path.of("/etc/hostname"))).orElse("");
    }

    private static Optional<String> content(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip()).filter(name -> !name.isEmpty());
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }
}
