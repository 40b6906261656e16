package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

final class WindowMemoryTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("deep").resolve("window.properties");
    }

    private WindowMemory open() {
        return WindowMemory.in(file(), Runnable::run);
    }

    @Test
    void whatWasKeptIsThereAtTheNextStartAndNothingElseLiesBeside() throws IOException {
        open().keep("look", "DARK");
        open().keep("größe", "200 %\n=");
        assertEquals(Optional.of("DARK"), open().find("look"));
        assertEquals(Optional.of("200 %\n="), open().find("größe"));
        try (var files = Files.list(file().getParent())) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void whatIsForgottenIsGoneAndComesBackOnlyWithANewChoice() throws IOException {
        var waiting = new ArrayList<Runnable>();
        var keepsakes = WindowMemory.in(file(), waiting::add);
        keepsakes.keep("look", "DARK");
        waiting.removeFirst().run();
        keepsakes.keep("size", "150");
        keepsakes.forget();
        waiting.removeFirst().run();
        assertEquals(Optional.of(file()), keepsakes.file());
        assertEquals(Optional.empty(), keepsakes.find("look"));
        assertTrue(Files.notExists(file()));
        keepsakes.keep("look", "LIGHT");
        waiting.removeFirst().run();
        assertEquals(Optional.of("LIGHT"), open().find("look"));
        assertEquals(Optional.empty(), open().find("size"));
        assertEquals(Optional.empty(), WindowMemory.forgetful().file());
    }

    @Test
    void twoWindowsKeepWhatEachOfThemChose() {
        var one = open();
        var two = open();
        one.keep("look", "DARK");
        one.keep("contacts.off", "time");
        two.keep("size", "150");
        assertEquals(Optional.of("DARK"), open().find("look"));
        assertEquals(Optional.of("time"), open().find("contacts.off"));
        assertEquals(Optional.of("150"), open().find("size"));
    }

    @Test
    void theFolderIsRememberedWhileItIsThere() throws IOException {
        Path used = Files.createDirectory(folder.resolve("Berichte"));
        open().keepFolder(used);
        assertEquals(Optional.of(used), open().folder());
        Files.delete(used);
        assertEquals(Optional.empty(), open().folder());
    }

    @Test
    void aDamagedFileAndAPlaceThatCannotBeWrittenToCostOnlyTheMemory() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[] {'l', '=', '\\', 'u', 'x', (byte) 0xff});
        assertEquals(Optional.empty(), open().find("look"));
        Path inTheWay = Files.createFile(folder.resolve("a file"));
        var keepsakes = WindowMemory.in(inTheWay.resolve("window.properties"), Runnable::run);
        keepsakes.keep("look", "DARK");
        assertEquals(Optional.of("DARK"), keepsakes.find("look"));
    }

    @Test
    void eachSystemHasItsPlace() {
        Path home = Path.of("/home/anna");
        assertEquals(Path.of("/home/anna/.config/mailmedic/window.properties"), WindowMemory.usualFile("Linux", _ -> null, home));
        assertEquals(Path.of("/own/.config/mailmedic/window.properties"),
                WindowMemory.usualFile("Linux", Map.of("HOME", "/own")::get, home),
                "the home that the person has set goes before the one that the system knows");
        assertEquals(Path.of("/cfg/mailmedic/window.properties"), WindowMemory.usualFile("Linux", Map.of("XDG_CONFIG_HOME", "/cfg")::get,
                home));
        assertEquals(Path.of("/home/anna/.config/mailmedic/window.properties"),
                WindowMemory.usualFile("Linux", Map.of("XDG_CONFIG_HOME", "cfg")::get, home),
                "a relative one is to be ignored");
        assertEquals(Path.of("/home/anna/Library/Application Support/mailmedic/window.properties"),
                WindowMemory.usualFile("Mac OS X", _ -> null, home));
        assertEquals(Path.of("/roaming/mailmedic/window.properties"),
                WindowMemory.usualFile("Windows 11", Map.of("APPDATA", "/roaming")::get, home));
    }

    @Test
    void theAppearanceComesBackAndSenselessValuesAreIgnored() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        appearance(look -> {
            look.lookProperty().set(Appearance.Look.DARK);
            look.sizeProperty().set(175);
            look.lessMovementProperty().set(true);
        });
        appearance(look -> {
            assertEquals(Appearance.Look.DARK, look.lookProperty().get());
            assertEquals(175, look.sizeProperty().get());
            assertTrue(look.still());
        });
        open().keep("look", "PURPLE");
        open().keep("text_size", "9999");
        appearance(look -> {
            assertEquals(Appearance.Look.SYSTEM, look.lookProperty().get());
            assertEquals(100, look.sizeProperty().get());
        });
    }

    private void appearance(Consumer<Appearance> what) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> what.accept(new Appearance(new Scene(new Region()), open())));
    }
}
