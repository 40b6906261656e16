package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The image's launcher scripts, with a Java beside them that only says how it was called.
@Timeout(100)
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    private static final String LEVEL = "-XX:TieredStopAtLevel=";
    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException, InterruptedException, ReflectiveOperationException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        run(List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString(), "-d", classes.toString(),
                "installer/Launcher.java"));
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            var install = loader.loadClass("Launcher").getDeclaredMethod("install", Path.class);
            install.setAccessible(true);
            for (Object launcher : loader.loadClass("Launcher").getEnumConstants()) {
                install.invoke(launcher, folder.resolve("image"));
            }
        }
        Path java = Files.createDirectories(folder.resolve("image/lib/runtime/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
    }

    private List<String> called(String launcher, String... arguments) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of(folder.resolve("image/bin").resolve(launcher).toString()), Stream.of(arguments)).toList());
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }

    /// The JVM goes by the last one.
    private static String level(List<String> words) {
        return words.subList(0, words.indexOf("-m")).stream().filter(word -> word.startsWith(LEVEL)).reduce((_, last) -> last).orElse("");
    }

    @Test
    void theBetterCompilerIsForWhatRunsForMonths() throws IOException, InterruptedException {
        assertEquals(LEVEL + "4", level(called("mailmedic-cli", "exporter", "--lang", "de")));
        for (String quick : List.of("diagnose", "watch", "batch", "explain", "--version", "exporters", "")) {
            assertEquals(LEVEL + "1", level(called("mailmedic-cli", quick)), quick);
        }
        assertEquals(LEVEL + "1", level(called("mailmedic-cli")));
        assertEquals(LEVEL + "1", level(called("MailMedic", "exporter")), "the window only opens files");
    }

    @Test
    void argumentsArriveAsTheyAre() throws IOException, InterruptedException {
        for (String first : List.of("exporter", "diagnose", "-m", "two words", "*", "$HOME")) {
            List<String> words = called("mailmedic-cli", first, "a b", "", "--x='\"", "*");
            int main = words.indexOf("org.mailmedic/org.mailmedic.cli.CliMain");
            assertEquals(List.of(first, "a b", "", "--x='\"", "*"), words.subList(main + 1, words.size()));
            assertEquals("-m", words.get(main - 1));
            assertTrue(words.getFirst().endsWith("/lib/mailmedic-cli.aot"), words::toString);
        }
    }
}
