package org.mailmedic.net.system.protection;

import java.util.List;
import java.util.Locale;

/// Reads which programs for protection a system has, antivirus and firewalls for single programs, out of what the system prints. Pure.
/// Windows and macOS are not tried yet; absence or refusal is evidence like any other.
public interface ProtectionReader {
    /// The command that prints it; it changes nothing.
    List<String> command();

    /// Their names, each once.
    List<String> read(String text);

    /// The one that fits this system.
    static ProtectionReader forSystem(String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        return os.contains("win") ? new SecurityCenter() : os.contains("mac") ? new SystemExtensions() : new KnownProcesses();
    }
}
