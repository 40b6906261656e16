package org.mailmedic.website;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms in which the probe can be put on a server.
public enum ProbeForm {
    /// One file for any server that runs PHP.
    PHP,
    /// A plugin for WordPress, as a zip.
    WORDPRESS,
    /// A POSIX `sh` file, for servers without PHP.
    SHELL;

    /// The word that the command line uses.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProbeForm> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equalsIgnoreCase(id.strip())).findFirst();
    }
}
