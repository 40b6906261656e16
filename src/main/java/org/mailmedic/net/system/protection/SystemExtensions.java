package org.mailmedic.net.system.protection;

import java.util.List;

/// macOS: programs that look into the network's traffic are system extensions, in a table with tabs: enabled, active, team, bundle, name,
/// state.
final class SystemExtensions implements ProtectionReader {
    private static final int NAME = 4;

    @Override
    public List<String> command() {
        return List.of("systemextensionsctl", "list");
    }

    @Override
    public List<String> read(String text) {
        return text.lines().filter(line -> line.contains("[activated enabled]")).map(line -> line.split("\t"))
                .filter(cells -> cells.length > NAME).map(cells -> cells[NAME].strip()).filter(name -> !name.isEmpty()).distinct().toList();
    }
}
