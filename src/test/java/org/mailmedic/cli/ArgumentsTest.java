package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A web form or a script passes on what a stranger typed: it stays that text, whatever it looks like.
@Timeout(60)
final class ArgumentsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--user", "--host", "--from", "--to", "--lang", "--output", "--password-file", "--trust"})
    void anAtSignNamesNoFile(String option) throws IOException {
        Path written = folder.resolve("written.json");
        Path file = Files.writeString(folder.resolve("words"), "root --output=" + written + " --format=json sesame-canary");
        var call = new Call().run(List.of("diagnose", "--host", "127.0.0.1", "--port", "1", "--controls", "none", "--profile", "quick",
                "--timeout", "1", option, "@" + file));
        assertFalse(Files.exists(written), option);
        assertFalse((call.out() + call.err()).contains("sesame-canary"), call.err());
    }

    @Test
    void itIsTheUserName() throws IOException {
        Path file = Files.writeString(folder.resolve("handle"), "somebody-else");
        var call = new Call().run(List.of("diagnose", "--host", "127.0.0.1", "--port", "1", "--controls", "none", "--profile", "quick",
                "--timeout", "1", "--format", "json", "--user", "@" + file));
        assertTrue(call.out().contains("\"@" + file + "\""), call.out() + call.err());
    }

    @Test
    void everyCommandReadsItAsText() throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "--help");
        for (String command : List.of("report", "compare", "settings", "discover")) {
            var call = new Call().typing("").run(List.of(command, "@" + file));
            assertTrue(call.code() == ExitCode.USAGE || call.code() == 1, command + " " + call.code());
            assertFalse(call.out().contains("Usage"), command);
        }
        assertEquals(ExitCode.USAGE, new Call().run("@" + file).code());
    }
}
