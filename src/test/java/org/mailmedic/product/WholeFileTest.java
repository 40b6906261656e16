package org.mailmedic.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void writesAnewAndOverWhatWasThere() throws IOException {
        Path file = folder.resolve("report.txt");
        WholeFile.write(file, bytes("a long first text"));
        WholeFile.write(file, bytes("second"));
        assertEquals("second", Files.readString(file));
        assertEquals(List.of("report.txt"), names());
    }

    @Test
    void whatEndsHalfwayLeavesTheOldOneAndNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "old");
        var full = new IOException("No space left on device");
        assertEquals(full, assertThrows(IOException.class, () -> WholeFile.write(file, out -> {
            out.write(new byte[100_000]);
            throw full;
        })));
        assertThrows(IllegalStateException.class, () -> WholeFile.write(file, _ -> {
            throw new IllegalStateException("our own fault");
        }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("report.txt"), names());
    }

    @Test
    void whatWasNeverThereIsNotThereHalf() throws IOException {
        assertThrows(IOException.class, () -> WholeFile.write(folder.resolve("new.txt"), out -> {
            out.write(1);
            throw new IOException();
        }));
        assertEquals(List.of(), names());
    }

    @Test
    void theLongestNameThereIsCanBeWritten() throws IOException {
        Path file = folder.resolve("x".repeat(250) + ".txt");
        WholeFile.write(file, bytes("text"));
        assertEquals("text", Files.readString(file));
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        assertThrows(NoSuchFileException.class, () -> WholeFile.write(folder.resolve("none/report.txt"), bytes("text")));
    }

    @Test
    void aFolderInItsPlaceStays() throws IOException {
        Path file = Files.createDirectory(folder.resolve("report.txt"));
        assertThrows(IOException.class, () -> WholeFile.write(file, bytes("text")));
        assertTrue(Files.isDirectory(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALinkAndPermissionsStayWhatTheyWere() throws IOException {
        Path file = Files.writeString(folder.resolve("real.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        WholeFile.write(link, bytes("new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        WholeFile.write(folder.resolve("own.txt"), bytes("new"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("own.txt"))));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
