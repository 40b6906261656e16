package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HistoryFolderTest {
    private static final Path HOME = Path.of("/home/anna").toAbsolutePath();

    private static String in(String system, Map<String, String> environment) {
        return HistoryFolder.in(system, environment, HOME).toString().replace('\\', '/');
    }

    @Test
    void linuxHasItsDataFolder() {
        assertEquals(HOME + "/.local/share/mailmedic/history", in("Linux", Map.of()));
        assertEquals("/data/mailmedic/history", in("Linux", Map.of("XDG_DATA_HOME", "/data")));
        assertEquals(HOME + "/.local/share/mailmedic/history", in("Linux", Map.of("XDG_DATA_HOME", "data")), "relative ones do not count");
        assertEquals(HOME + "/.local/share/mailmedic/history", in("Linux", Map.of("XDG_DATA_HOME", "")));
        assertEquals("/own/.local/share/mailmedic/history", in("Linux", Map.of("HOME", "/own")));
    }

    @Test
    void windowsAndMacHaveTheirs() {
        assertEquals("/roaming/mailmedic/history", in("Windows 11", Map.of("APPDATA", "/roaming")));
        assertEquals(HOME + "/AppData/Roaming/mailmedic/history", in("Windows 11", Map.of()));
        assertEquals(HOME + "/Library/Application Support/mailmedic/history", in("Mac OS X", Map.of("XDG_DATA_HOME", "/data")));
    }
}
