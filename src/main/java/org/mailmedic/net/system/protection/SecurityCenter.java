package org.mailmedic.net.system.protection;

import java.util.List;

/// Windows: the Security Center knows the antivirus products that have registered there, one name a line.
final class SecurityCenter implements ProtectionReader {
    private static final String SCRIPT = "Get-CimInstance -Namespace root/SecurityCenter2 -ClassName AntiVirusProduct | "
            + "ForEach-Object { $_.displayName }";

    @Override
    public List<String> command() {
        return List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", SCRIPT);
    }

    @Override
    public List<String> read(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }
}
