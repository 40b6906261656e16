package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls that cannot be carried out: exit code 2, one sentence on standard error that names what is wrong, nothing on standard output.
@Timeout(60)
final class UsageTest {
    @TempDir
    private Path folder;

    private Call refused(List<String> options) {
        List<String> words = new ArrayList<>(List.of("diagnose", "--host", "127.0.0.1"));
        words.addAll(options);
        if (!words.contains("--controls")) {
            words.addAll(List.of("--controls", "none"));
        }
        var call = new Call().run(words);
        assertUsage(call);
        return call;
    }

    private static void assertUsage(Call call) {
        assertAll(
                () -> assertEquals(2, call.code(), call.err()),
                () -> assertEquals("", call.out()),
                () -> assertTrue(call.err().lines().count() <= 2 && !call.err().isBlank(), call.err()),
                () -> assertFalse(call.err().contains("Exception"), call.err()));
    }

    private void refused(String named, String... options) {
        Call call = refused(List.of(options));
        assertTrue(call.err().contains(named), call.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            frob; There is no command called frob.
            diagnos; There is no command called diagnos. Did you mean diagnose?
            diag; There is no command called diag. Did you mean diagnose?
            diagnose --color; There is no option --color here.
            diagnose --hots mail.example.org; There is no option --hots here. Did you mean --host?
            diagnose --zqy=1; There is no option --zqy here.
            diagnose --host; --host needs a value behind it: H.
            diagnose --host a --host b; --host can be given once only.
            report; Please name FILE.
            compare old.json; Please name NEW.
            report a.json b.json; There is one word too many, after what this command takes.
            """)
    void callsThatCannotBeUnderstoodSayWhatToChange(String words, String sentence) {
        var call = new Call().run(List.of(words.split(" ")));
        assertUsage(call);
        assertEquals(sentence, call.err().lines().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--password Zaunkoenig", "--password=Zaunkoenig", "--passwd Zaunkoenig", "--pw Zaunkoenig", "-p Zaunkoenig",
            "-pZaunkoenig"})
    void aPasswordOnTheCommandLineIsNotRepeated(String words) {
        Call call = refused(List.of(words.split(" ")));
        assertFalse(call.err().contains("Zaunkoenig"), call.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "99999999999", "smtp", "", " ", "587.0", "0x24b", "5 87", "٥٨٧x"})
    void portsOutOfRange(String port) {
        refused("1 to 65535", "--port=" + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.09", "300.1", "301", "-5", "NaN", "Infinity", "1e400", "ten", "", "10s", "1,5",
            "0.000000000000000000001", "2.5.1"})
    void timeoutsOutOfRange(String seconds) {
        refused("0.1 to 300", "--timeout=" + seconds);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            --security, ssl, starttls
            --auth, NTLM, SCRAM-SHA-256
            --auth, '', SCRAM-SHA-256
            --symptom, phone, website
            --profile, slow, quick
            --format, docx, --format
            --lang, not a tag!, --lang
            --from, person, --from
            --from, a@b@c, --from
            --to, <person@example.org>, --to
            --to, 'person@example.org, other@example.org', --to
            --resolver, dns.example.org, --resolver
            --resolver, 192.0.2.53:99999, --resolver
            """)
    void valuesThatAreNoChoice(String option, String value, String named) {
        refused(named, option + "=" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--frobnicate", "--password=secret", "-x", "stray", "--port", "--host", "--timeout"})
    void unknownAndUnfinishedOptions(String option) {
        Call call = refused(List.of(option));
        assertTrue(call.err().contains("--help"), call.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "Diagnose", "--frobnicate"})
    void unknownCommands(String command) {
        assertUsage(new Call().run(command));
    }

    @Test
    void noCommandAtAll() {
        var call = new Call().run();
        assertEquals(2, call.code());
        assertEquals("", call.out());
        assertTrue(call.err().contains("diagnose"));
    }

    @Test
    void passwordFiles() throws IOException {
        String missing = folder.resolve("missing.txt").toString();
        refused(missing, "--user", "person", "--password-file", missing);
        refused("folder", "--user", "person", "--password-file", folder.toString());
        refused("folder", "--user", "person", "--access-token-file", folder.toString());
        Path huge = Files.write(folder.resolve("huge.txt"), new byte[70_000]);
        refused("too long", "--user", "person", "--password-file", huge.toString());
        Path latin1 = Files.write(folder.resolve("latin1.txt"), "pässword".getBytes(StandardCharsets.ISO_8859_1));
        refused("UTF-8", "--user", "person", "--password-file", latin1.toString());
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path locked = Files.writeString(folder.resolve("locked.txt"), "secret");
        boolean changed = locked.toFile().setReadable(false);
        if (changed && !Files.isReadable(locked)) {
            refused("cannot be read", "--user", "person", "--password-file", locked.toString());
        }
    }

    @Test
    void severalSourcesOfAPassword() throws IOException {
        String file = Files.writeString(folder.resolve("password.txt"), "Canary7").toString();
        refused("Only one", "--user", "person", "--password-file", file, "--password-stdin");
        refused("Only one", "--user", "person", "--password-env", "X", "--access-token-file", file);
    }

    @Test
    void aVariableThatIsNotSet() {
        refused("MAILMEDIC_TEST_PASSWORD", "--user", "person", "--password-env", "MAILMEDIC_TEST_PASSWORD");
    }

    @Test
    void standardInputThatIsNoText() {
        var call = new Call().typing(new byte[] {(byte) 0xc3, 0x28})
                .run("diagnose", "--host", "127.0.0.1", "--user", "u", "--password-stdin");
        assertUsage(call);
        assertTrue(call.err().contains("Standard input"));
    }

    @Test
    void outputThatCannotBeWritten() throws IOException {
        refused("folder", "--output", folder.toString());
        refused("does not exist", "--output", folder.resolve("missing").resolve("report.json").toString());
        Path file = Files.writeString(folder.resolve("a-file"), "kept");
        refused("does not exist", "--output", file.resolve("report.json").toString());
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void controlsThatCannotBeUsed() throws IOException {
        String missing = folder.resolve("missing.json").toString();
        refused(missing, "--controls", missing);
        refused("control", "--controls", folder.toString());
        refused("JSON", "--controls", file("controls.json", "not json"));
        refused("JSON", "--controls", file("controls.json", "{\"version\": 1,"));
        refused("version", "--controls", file("controls.json", "{\"version\": 2}"));
        refused("version", "--controls", file("controls.json", "[]"));
        refused("version", "--controls", file("controls.json", ""));
        refused("port", "--controls", file("controls.json", "{\"version\": 1, \"tcp\": [{\"host\": \"192.0.2.1\", \"port\": 70000}]}"));
        refused("port", "--controls", file("controls.json", "{\"version\": 1, \"tcp\": [{\"host\": \"192.0.2.1\"}]}"));
        refused("host", "--controls", file("controls.json", "{\"version\": 1, \"tcp\": [{\"port\": 25}]}"));
        refused("url", "--controls", file("controls.json", "{\"version\": 1, \"http\": [{\"status\": 204}]}"));
        refused("host", "--controls", file("controls.json", "{\"version\": 1, \"canary\": [{}]}"));
        refused("controls", "--controls", Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0}).toString());
    }

    @Test
    void authoritiesThatCannotBeUsed() throws IOException {
        refused("cannot be read", "--trust", folder.resolve("missing.pem").toString());
        refused("cannot be read", "--trust", folder.toString());
        refused("no certificate", "--trust", file("empty.pem", ""));
        refused("no certificate", "--trust", file("garbage.pem", "garbage"));
        refused("damaged", "--trust", file("damaged.pem", "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n"));
        refused("TRUSTED", "--trust",
                file("trusted.pem", "-----BEGIN TRUSTED CERTIFICATE-----\nAAAA\n-----END TRUSTED CERTIFICATE-----\n"));
    }

    @Test
    void practiceFaultsThatDoNotExist() {
        var unknown = new Call().run("practice", "--fault", "no-such-fault");
        assertUsage(unknown);
        assertTrue(unknown.err().contains("--list"));
        for (String port : List.of("-1", "65536", "smtp")) {
            assertUsage(new Call().run("practice", "--port=" + port));
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /// Whole sentences, so that none says what is not so.
    @Test
    void whatIsMissingOrDoesNotFitIsSaidAsItIs() {
        assertSaid("Please add --host H and --form F and --output FILE.", "website", "make");
        assertSaid("Please add --output FILE.", "website", "make", "--host", "mail.example.org", "--form", "php");
        assertSaid("--host needs a value behind it: H.", "website", "make", "--form", "php", "--output", "x", "--host");
        assertSaid("There is no command called website foo.", "website", "foo");
        assertSaid("--timeout takes seconds from 1 to 60, such as 10 or 2.5, not: 0.5", "discover", "a@example.org", "--timeout", "0.5");
        assertSaid("--timeout takes seconds from 0.1 to 300, such as 10 or 2.5, not: 301", "diagnose", "--host", "x", "--timeout", "301");
        assertSaid("--output takes the name of a file or folder, and what stands there is empty.", "discover", "a@example.org", "--offline",
                "--output", "");
        assertSaid("The name of the file is empty. Name a file, or - for standard input.", "explain", "");
        assertSaid("The name of the file is empty. Name a file, or - for standard input.", "settings", "");
        assertSaid("The name of the file is empty. Name a file, or - for standard input.", "batch", "");
        assertSaid("--reports-for needs --reports DIR, the folder for the reports.", "batch", "-", "--reports-for", "problem");
        assertSaid("--helo takes the name or address that the sending server gives in EHLO, not: b@d", "domain", "example.org", "--helo",
                "b@d");
    }

    private static void assertSaid(String sentence, String... words) {
        var call = new Call().run(words);
        assertEquals(2, call.code(), call.err());
        assertEquals(sentence, call.err().lines().findFirst().orElse(""), String.join(" ", words));
        assertFalse(call.err().contains("Invalid value"), call.err());
    }

    @Test
    void aDashIsStandardOutputAndADumbTerminalHasNoColour(@TempDir Path here) {
        var call = new Call().run("discover", "anna@gmail.com", "--offline", "--format", "json", "--output", "-");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("smtp.gmail.com"), call.out());
        assertFalse(Files.exists(Path.of("-")));
        for (String name : List.of("dumb", "xterm")) {
            var terminal = new Terminal(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()),
                    new PrintStream(OutputStream.nullOutputStream()), Map.of("TERM", name), true, _ -> null);
            assertEquals(name.equals("xterm"), terminal.colour(), name);
        }
    }

    @Test
    void aLinkIsWrittenThrough(@TempDir Path here) throws IOException {
        Path target = here.resolve("later.json");
        Path link = Files.createSymbolicLink(here.resolve("link"), Path.of("later.json"));
        for (int i = 0; i < 2; i++) {
            var call = new Call().run("discover", "anna@gmail.com", "--offline", "--format", "json", "--output", link.toString());
            assertEquals(0, call.code(), call.err());
            assertTrue(Files.isSymbolicLink(link) && Files.readString(target).contains("smtp.gmail.com"));
        }
    }
}
