package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People give a whole address where a host is asked for, with the password inside: it comes back nowhere.
final class PasswordInHostTest {
    private static final String SECRET = "geheim99";
    private static final String HOST = "smtp://anna:" + SECRET + "@127.0.0.1:1";
    @TempDir
    private Path folder;

    private static void silent(Call done, String... said) {
        for (String each : said) {
            assertTrue((done.out() + done.err()).contains(each), () -> done.code() + ": " + done.out() + done.err());
        }
        assertFalse((done.out() + done.err()).contains(SECRET), () -> done.out() + done.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html"})
    void inAReport(String format) {
        silent(new Call().run("diagnose", "--host", HOST, "--controls", "none", "--mask", "none", "--format", format), "127.0.0.1");
    }

    @Test
    void inAListOfServers() throws IOException {
        Path reports = folder.resolve("reports");
        var done = new Call().typing("{\"host\":\"" + HOST + "\"}\n{\"host\":\"" + HOST + "\",\"port\":\"none\"}\n{\"domain\":\"" + HOST + "\"}\n")
                .run("batch", "-", "--controls", "none", "--reports", reports.toString());
        silent(done, "127.0.0.1");
        List<Path> kept = new ArrayList<>();
        try (var files = Files.walk(reports)) {
            files.filter(Files::isRegularFile).forEach(kept::add);
        }
        assertFalse(kept.isEmpty());
        for (Path each : kept) {
            assertFalse(Files.readString(each).contains(SECRET), each.toString());
        }
    }

    @Test
    void inOtherCommands() {
        silent(new Call().run("watch", "--host", HOST, "--controls", "none", "--until", "1", "--every", "10"), "problem");
        silent(new Call().run("domain", HOST), "domain takes");
        silent(new Call().run("domain", "example.org", "--mail-from", HOST));
        silent(new Call().run("discover", HOST));
        silent(new Call().run("diagnose", "--port", HOST), "port");
        silent(new Call().run("diagnose", "--host", "a.example", "--resolver", HOST));
        silent(new Call().run("website", "make", "--host", HOST, "--output", folder.resolve("p.php").toString()));
        silent(new Call().run("website", "ask", "https://anna:" + SECRET + "@127.0.0.1/p.php", "--key", "0"));
    }
}
