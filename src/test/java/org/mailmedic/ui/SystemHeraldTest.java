package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is started to tell a person something, with programs of the test's own.
@EnabledOnOs({OS.LINUX, OS.MAC})
final class SystemHeraldTest {
    private static final String HOSTILE = "$(touch pwned) \"; touch pwned; '`touch pwned`";
    private final WindowMemory keepsakes = WindowMemory.forgetful();
    @TempDir
    private Path folder;

    private SystemHerald herald(String system, Duration patience) {
        return new SystemHerald(system, folder + ":relative::", keepsakes, Runnable::run, patience);
    }

    private SystemHerald herald(String system) {
        return herald(system, Duration.ofSeconds(20));
    }

    /// Writes its arguments to a file beside it, a line each.
    private void program(String name, String does) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\nfor each in \"$@\"; do echo \"$each\" >> \""
                + folder.resolve(name) + ".told\"; done\n" + does + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private List<String> told(String name) throws IOException {
        Path file = folder.resolve(name + ".told");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void nothingIsStartedWhereNothingIsInstalled() {
        for (String system : List.of("Linux", "macOS", "Windows", "Plan 9")) {
            assertEquals(List.of(), herald(system).commands("Mail Medic", "Look."), system);
            herald(system).tell("Mail Medic", "Look.");
        }
    }

    @Test
    void aNotificationAndOneSoundOnLinux() throws IOException {
        for (String name : List.of("notify-send", "paplay", "pw-play")) {
            program(name, "exit 0");
        }
        herald("Linux").tell("Mail Medic", HOSTILE);
        assertEquals(List.of("--app-name=Mail Medic", "--icon=mail-unread", "--", "Mail Medic", HOSTILE), told("notify-send"));
        assertEquals(1, told("paplay").size());
        assertEquals(List.of(), told("pw-play"), "one sound is enough");
        program("canberra-gtk-play", "exit 0");
        herald("Linux").tell("Mail Medic", "Look.");
        assertEquals(List.of("--id=complete"), told("canberra-gtk-play"));
        assertEquals(1, told("paplay").size());
    }

    @Test
    void wordsAreArgumentsAndNoScriptOnMacOs() throws IOException {
        program("osascript", "exit 0");
        herald("macOS").tell("Mail Medic", HOSTILE);
        List<String> told = told("osascript");
        assertEquals(List.of("Mail Medic", HOSTILE), told.subList(told.size() - 2, told.size()));
        assertFalse(String.join(" ", told.subList(0, told.size() - 2)).contains("pwned"));
    }

    @Test
    void wordsAreInTheEnvironmentAndNoScriptOnWindows() throws IOException {
        program("powershell.exe", "echo \"$MAILMEDIC_TITLE|$MAILMEDIC_WORDS\" >> \"" + folder.resolve("environment") + "\"");
        herald("Windows").tell("Mail Medic", HOSTILE);
        assertFalse(String.join(" ", told("powershell.exe")).contains("pwned"));
        assertEquals("Mail Medic|" + HOSTILE, Files.readString(folder.resolve("environment")).strip());
    }

    @Test
    @Timeout(60)
    void whatFailsOrHangsHoldsNothingUp() throws IOException {
        program("notify-send", "sleep 600 & echo $! > \"" + folder.resolve("pid") + "\"; wait");
        program("canberra-gtk-play", "exit 3");
        herald("Linux", Duration.ofSeconds(2)).tell("Mail Medic", "Look.");
        assertEquals(List.of("--id=complete"), told("canberra-gtk-play"), "the next one is started all the same");
        Optional<ProcessHandle> sleeper = ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip()));
        // waits for its end; the test's own bound says when that is too long
        sleeper.ifPresent(each -> each.onExit().join());
    }

    @Test
    void theSwitchIsObeyedAndRemembered() throws IOException {
        program("notify-send", "exit 0");
        SystemHerald herald = herald("Linux");
        assertTrue(herald.wantedProperty().get());
        herald.wantedProperty().set(false);
        herald.tell("Mail Medic", "Look.");
        assertEquals(List.of(), told("notify-send"));
        assertEquals(Optional.of("no"), keepsakes.find("tell"));
        assertFalse(herald("Linux").wantedProperty().get());
        herald.wantedProperty().set(true);
        assertTrue(herald("Linux").wantedProperty().get());
    }
}
