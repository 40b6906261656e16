package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.ui.part.Texts;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class SettingsPagesTest {
    @TempDir
    private Path folder;

    @Test
    void aPageIsOfferedOnlyWhereItsProgramIsThere() throws IOException {
        assertEquals(Optional.empty(), pages("Linux").about("device.clock_wrong"));
        program("gnome-control-center", "exit 0");
        assertEquals(Optional.of(List.of("gnome-control-center", "system", "datetime")), pages("Linux").command("clock"));
        assertEquals("clock", pages("Linux").about("device.clock_wrong").orElseThrow().id());
        assertEquals(Optional.empty(), pages("Linux").about("port.blocked_by_device"), "GNOME has no page for it");
        assertEquals(Optional.empty(), pages("Linux").about("tcp.refused"));
        program("mmc.exe", "exit 0");
        assertEquals(Optional.of(List.of("mmc.exe", "wf.msc")), pages("Windows").command("firewall"));
    }

    @Test
    void everyCodeIsOneOfOursAndEveryPageHasItsWords() {
        var book = ResourceBundle.getBundle("org.mailmedic.text.settings-pages", Locale.ROOT);
        var texts = Texts.in(Locale.ENGLISH);
        var codes = Arrays.stream(Code.values()).map(Code::id).toList();
        int known = 0;
        for (String key : book.keySet()) {
            if (key.startsWith("about.")) {
                assertTrue(codes.contains(key.substring("about.".length())), key);
                assertTrue(texts.has("answer.open." + book.getString(key)), key);
                known++;
            }
        }
        assertTrue(known > 5);
    }

    @Test
    void whatDoesNotOpenIsTold() throws IOException {
        program("gnome-control-center", "exit 3");
        var told = new boolean[1];
        // the program is looked for in the test's folder, but started by its name: here it is not there at all, or refuses
        pages("Linux").about("network.offline").orElseThrow().open(() -> told[0] = true);
        assertTrue(told[0]);
        assertFalse(pages("macOS").about("network.offline").isPresent());
    }

    private SettingsPages pages(String system) {
        return new SettingsPages(system, folder.toString(), Runnable::run);
    }

    private void program(String name, String does) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + does + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
