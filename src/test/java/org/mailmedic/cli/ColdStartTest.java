package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;

/// What a cold start does without: each of these takes the JVM milliseconds at every start, and only this says when one is back.
@Timeout(90)
final class ColdStartTest {
    /// Tables for many, made for one: of all time zones, of the ways to read a date, of all providers, of all authorities.
    private static final Set<String> TABLES = Set.of("sun.util.calendar.ZoneInfoFile", "java.time.MonthDay",
            "org.mailmedic.provider.ProviderBook$Pages", "tools.jackson.databind.json.JsonMapper", "sun.security.provider.JavaKeyStore");
    /// A class that Java writes for a switch over types. These two say for every kind of evidence what becomes of it.
    private static final Set<String> SWITCHES = Set.of("org.mailmedic.checkup.Curtain", "org.mailmedic.report.EvidenceFacts");

    private static final Pattern INITIALIZED = Pattern.compile("Initializing '([\\w/$]+)'");
    private static final Pattern WRITTEN = Pattern.compile(" (org\\.mailmedic\\.[\\w.]+)\\$\\$TypeSwitch");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quick", "full"})
    void aCheckUpMakesNoTables(String profile) throws IOException, InterruptedException {
        try (var server = PracticeServer.start(Faults.find("healthy").orElseThrow())) {
            var authority = Files.writeString(folder.resolve("authority.pem"), server.authorityPem());
            isLean("diagnose", "--host", server.host(), "--port", server.port(), "--security", server.security(), "--trust", authority,
                    "--profile", profile, "--controls", "none", "--resolver", "127.0.0.1", "--lang", "en");
        }
    }

    @Test
    void anExplanationMakesNoTables() throws IOException, InterruptedException {
        isLean("explain", "--lang", "en", Files.writeString(folder.resolve("message.txt"), """
            SMTP Error: 550 5.7.1 <anna@example.org>: Sender address rejected: not owned by user info@example.com
            """));
    }

    private void isLean(Object... words) throws IOException, InterruptedException {
        var log = folder.resolve("classes.txt");
        var process = ChildJvm.running(CliMain.class, List.of("-Xlog:class+init=info,class+load=info:file=" + log), words)
                .redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile()).start();
        process.getOutputStream().close();
        assertEquals(0, process.waitFor(), () -> read(folder.resolve("said.txt")));
        String classes = read(log);
        Set<String> initialized = found(INITIALIZED, classes).map(name -> name.replace('/', '.')).collect(Collectors.toSet());
        assertTrue(initialized.contains(CliMain.class.getName()), "the log is not what it was");
        Set<String> tables = new TreeSet<>(TABLES);
        tables.retainAll(initialized);
        assertEquals(Set.of(), tables);
        Set<String> switches = found(WRITTEN, classes).collect(Collectors.toCollection(TreeSet::new));
        switches.removeAll(SWITCHES);
        assertEquals(Set.of(), switches);
    }

    private static Stream<String> found(Pattern form, String text) {
        return form.matcher(text).results().map(each -> each.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
