package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;

/// An exit code is an answer. What could not be done, or not be told, is none, and never looks like one.
@Timeout(120)
final class ExitCodeTest {
    @TempDir
    private Path folder;

    private static PrintStream full() {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        }, false, StandardCharsets.UTF_8);
    }

    private static void assertSaid(Call call) {
        assertEquals(ExitCode.INCONCLUSIVE, call.code(), call.err());
        assertTrue(call.err().contains("could not be written"), call.err());
        assertFalse(call.err().contains("\tat "), call.err());
    }

    private static String closedPort() {
        return "1";
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"version\":1}\n{}", "{\"version\":1,", "tcp 587"})
    void controlsThatAreNoJson(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("controls.json"), text);
        Call call = new Call().run("diagnose", "--host", "127.0.0.1", "--controls", file.toString());
        assertEquals(ExitCode.USAGE, call.code());
        assertTrue(call.err().strip().matches("The file \\S+ is not JSON \\(line [12], column \\d+\\)\\."), call.err());
        assertEquals("", call.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "65536", "99999999999"})
    void aPortThatIsNone(String port) {
        Call call = new Call().run("practice", "--port", port);
        assertEquals(ExitCode.USAGE, call.code());
        assertEquals("--port takes a number from 1 to 65535, or 0 for any free one, not: " + port, call.err().strip());
        assertEquals("", call.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "discover --offline a@gmail.com", "settings -", "diagnose --help"})
    void aResultThatNobodyGets(String words) {
        assertSaid(new Call().typing("MAIL_HOST=smtp.example.org\nMAIL_PORT=587\n").writingTo(full()).run(List.of(words.split(" "))));
    }

    @Test
    void whatNobodyGetsIsSaidInTheLanguageThatWasAskedFor() {
        assertEquals("Das Ergebnis ließ sich nicht in die Standardausgabe schreiben.",
                new Call().writingTo(full()).run("practice", "--list", "--lang", "de").err().strip());
    }

    @Test
    void aCheckUpThatNobodyHearsOf() {
        assertSaid(new Call().writingTo(full())
                .run("diagnose", "--host", "127.0.0.1", "--port", closedPort(), "--controls", "none", "--profile",
                "quick", "--timeout", "2"));
    }

    @Test
    void aPortThatAnotherProgramHas() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var call = new Call().run("practice", "--port", String.valueOf(taken.getLocalPort()), "--lang", "nl");
            assertEquals("De oefenserver kon niet starten: de poort is al in gebruik", call.err().strip());
            assertEquals(ExitCode.USAGE, call.code());
        }
    }

    /// Not until its time is up, which may be a day.
    @Test
    void aWatchEndsWhenNobodyCanReadIt() throws IOException {
        try (var server = PracticeServer.start(Faults.find("greeting-554").or(() -> Faults.find("cert-expired")).orElseThrow(),
                PracticeOptions.defaults())) {
            assertSaid(new Call().writingTo(full())
                    .run("watch", "--host", "127.0.0.1", "--port", String.valueOf(server.port()), "--controls",
                    "none", "--profile", "quick", "--timeout", "2", "--every", "30"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskBehindOutput() throws IOException {
        Path report = folder.resolve("report.json");
        new Call().run("diagnose", "--host", "127.0.0.1", "--port", closedPort(), "--controls", "none", "--profile", "quick", "--timeout",
                "2", "--format", "json", "--output", report.toString());
        var call = new Call().run("report", report.toString(), "--output", "/dev/full");
        assertSaid(call);
        assertTrue(call.err().contains("No space left"), call.err());
        var german = new Call().run("report", report.toString(), "--output", "/dev/full", "--lang", "de");
        assertEquals("/dev/full ließ sich nicht schreiben: kein Platz mehr auf dem Datenträger. "
                + "Wählen Sie einen anderen Ort, oder schaffen Sie Platz.", german.err().strip());
    }

    @Test
    void whatNoProgramIsToCatch() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var broken = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("as if");
            }
        };
        var terminal = new Terminal(broken, new PrintStream(out), new PrintStream(err, true, StandardCharsets.UTF_8), Map.of(), false,
                _ -> null);
        assertEquals(ExitCode.INCONCLUSIVE, CliMain.run(new String[] {"settings", "-"}, terminal));
        String said = err.toString(StandardCharsets.UTF_8);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("OutOfMemoryError") && !said.contains("as if"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--controls", "--trust"})
    @EnabledOnOs(OS.LINUX)
    void devicesAndPipesAreNoFiles(String option) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        for (String file : List.of("/dev/zero", "/dev/random", pipe.toString())) {
            var call = new Call().run("diagnose", "--host", "127.0.0.1", "--port", closedPort(), "--profile", "quick", option, file);
            assertEquals(ExitCode.USAGE, call.code(), file + ": " + call.err());
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatAWatchWritesIsTheOwnersAlone() throws IOException {
        Path lines = folder.resolve("lines");
        new Call().run("watch", "--host", "127.0.0.1", "--port", closedPort(), "--controls", "none", "--profile", "quick", "--timeout", "1",
                "--until", "1", "--output", lines.toString());
        assertTrue(Files.getPosixFilePermissions(lines).stream().allMatch(p -> p.name().startsWith("OWNER")));
    }

    @Test
    void whatStandsWhereASecretWasMeantIsNotRepeated() {
        String secret = "hunter2-sesame";
        List<List<String>> calls = new ArrayList<>(List.of(List.of("--password-stdin=" + secret), List.of("--password-env=" + secret),
                List.of("--password-stdin", secret), List.of("--password-env", secret), List.of("--send=" + secret)));
        for (List<String> words : calls) {
            List<String> all = new ArrayList<>(List.of("diagnose", "--host", "127.0.0.1", "--user", "u"));
            all.addAll(words);
            var call = new Call().typing("x").run(all);
            assertEquals(ExitCode.USAGE, call.code(), call.err());
            assertFalse((call.out() + call.err()).contains(secret), call.err());
        }
    }

    @Test
    void aControlsFileCannotWriteToTheTerminal() throws IOException {
        Path file = Files.writeString(folder.resolve("controls.json"), "{\"version\": 1, \u202e\u0007\"tcp\": []}");
        var call = new Call().run("diagnose", "--host", "127.0.0.1", "--controls", file.toString());
        assertEquals(ExitCode.USAGE, call.code());
        assertFalse(call.err().contains("\u202e") || call.err().contains("\u0007"), call.err());
    }
}
