package org.mailmedic.net.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
final class SystemCommandTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    @Test
    void takesWhatAProgramPrints() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertTrue(SystemCommand.output(List.of(java, "-version"), AMPLE).contains("version"), "standard error included");
    }

    /// A firewall with the networks of whole countries says some megabytes.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void takesLongLists() throws IOException {
        assertEquals(3_000_000, SystemCommand.output(List.of("sh", "-c", "yes 123456789 | head -c 3000000"), AMPLE).length());
    }

    @Test
    void aMissingProgramIsMissing() {
        assertThrows(IOException.class, () -> SystemCommand.output(List.of("mailmedic-has-no-such-program"), AMPLE));
    }

    /// A program is found in a folder that PATH names in full, never in the current one or below it.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isNotFoundWhereSomebodyPutIt() throws IOException {
        assertEquals("/bin/sh", SystemCommand.program("sh", "/bin:/usr/bin", false).toString());
        for (String path : List.of("", ".", ":", "bin", "./bin:")) {
            assertThrows(IOException.class, () -> SystemCommand.program("sh", path, false), path);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void inheritsNothingThatAPersonSet() throws IOException {
        String inherited = SystemCommand.output(List.of("env"), AMPLE);
        assertTrue(inherited.lines().allMatch(line -> line.startsWith("PATH=") || line.startsWith("LC_ALL=") || line.startsWith("_=")
                || line.startsWith("PWD=") || line.startsWith("SHLVL=")), inherited);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRefusalIsToldInItsOwnWords() {
        var refusal = assertThrows(IOException.class, () ->
                SystemCommand.output(List.of("sh", "-c", "echo 'You must be \033[1mroot'; exit 4"), AMPLE));
        assertEquals("You must be \\x1b[1mroot", refusal.getMessage());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isBoundedInTime() {
        long began = System.nanoTime();
        assertThrows(IOException.class, () -> SystemCommand.output(List.of("sleep", "30"), Duration.ofMillis(200)));
        assertTrue(System.nanoTime() - began < 10_000_000_000L);
    }

    /// A child of the program that keeps the output open must not hold us up either.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isNotHeldUpByGrandchildren() {
        long began = System.nanoTime();
        assertThrows(IOException.class, () -> SystemCommand.output(List.of("sh", "-c", "sleep 20 & sleep 20"), Duration.ofMillis(200)));
        assertTrue(System.nanoTime() - began < 10_000_000_000L);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isBoundedInWords() {
        long began = System.nanoTime();
        try {
            assertTrue(SystemCommand.output(List.of("sh", "-c", "yes 0123456789"), Duration.ofSeconds(3)).length() <= 1024 * 1024);
        } catch (IOException stopped) {
            // that it was stopped is as good
        }
        assertTrue(System.nanoTime() - began < 15_000_000_000L);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void readsNothingFromUs() throws IOException {
        assertEquals("", SystemCommand.output(List.of("cat"), AMPLE));
    }
}
