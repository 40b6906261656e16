package org.mailmedic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.history.ChildJvm;

/// The window's program where there can be no window.
@EnabledOnOs(OS.LINUX)
class MainTest {
    @Test
    void itSaysInTheReadersLanguageThatThereIsNoDisplay(@TempDir Path home) throws IOException, InterruptedException {
        var program = ChildJvm.running(Main.class, List.of("-Duser.language=de", "-Duser.home=" + home, "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
        program.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "JAVA_TOOL_OPTIONS"));
        Process ended = program.start();
        String said = new String(ended.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(3, ended.waitFor(), said);
        assertTrue(said.strip().endsWith(
                "Das Fenster von Mail Medic lässt sich hier nicht öffnen (UnsupportedOperationException). Nehmen Sie im Terminal mailmedic-cli."),
                said);
    }
}
