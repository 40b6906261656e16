package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `diagnose` from the words of the call to the exit code.
@Timeout(60)
final class DiagnoseTest {
    private static final PracticeOptions OPTIONS = PracticeOptions.defaults();

    @TempDir
    private Path folder;

    private List<String> words(PracticeServer server, String... more) throws IOException {
        String authority = Files.writeString(folder.resolve("authority.pem"), server.authorityPem()).toString();
        List<String> words = new ArrayList<>(List.of("diagnose", "--host", server.host(), "--port", String.valueOf(server.port()),
                "--security", server.security(), "--trust", authority, "--controls", "none", "--profile", "quick", "--lang", "en"));
        words.addAll(List.of(more));
        return words;
    }

    private static PracticeServer server(String fault) throws IOException {
        return PracticeServer.start(Faults.find(fault).orElseThrow(), OPTIONS);
    }

    private static JsonNode json(Call call) {
        return new JsonMapper().readTree(call.out());
    }

    private static String first(Call call) {
        return json(call).path("diagnoses").path(0).path("code").asString("");
    }

    private String password(String text) throws IOException {
        return Files.writeString(folder.resolve("password.txt"), text).toString();
    }

    @Test
    void healthyIsZero() throws IOException {
        try (var server = server("healthy")) {
            var call = new Call().run(words(server, "--format", "json"));
            assertEquals(0, call.code(), call.err());
            assertEquals("healthy", json(call).path("outcome").asString());
            assertEquals("mailmedic-report", json(call).path("format").asString());
            assertEquals("", call.err());
        }
    }

    @Test
    void aProblemIsOne() throws IOException {
        try (var server = server("cert-expired")) {
            var call = new Call().run(words(server, "--format", "JSON"));
            assertEquals(1, call.code());
            assertEquals("tls.cert_expired", first(call));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '', settings.missing
            ' ', settings.missing
            https://smtp.example.org/, settings.host_invalid
            smtp.example.org:587, settings.host_invalid
            person@example.org, settings.host_invalid
            smtp.gmаil.com, settings.host_invalid
            smtp example.org, settings.host_invalid
            """)
    void aSlipInASettingIsAFinding(String host, String code) {
        var call = new Call().run("diagnose", "--host", host, "--controls", "none", "--format", "json");
        assertEquals(1, call.code(), call.err());
        assertEquals(code, first(call));
        assertEquals(1, json(call).path("diagnoses").size());
        assertEquals(host, json(call).path("settings").path("host").asString());
    }

    @Test
    void noHostAtAllIsAFindingToo() {
        var call = new Call().run("diagnose", "--controls", "none", "--format", "json");
        assertEquals(1, call.code(), call.err());
        assertEquals("settings.missing", first(call));
    }

    @Test
    void anOverlongHostIsAFinding() {
        var call = new Call().run("diagnose", "--controls", "none", "--format", "json", "--host", "a".repeat(100_000));
        assertEquals(1, call.code(), call.err());
        assertEquals("settings.host_invalid", first(call));
    }

    @Test
    void anInternationalNameIsConverted() {
        var call = new Call().run("diagnose", "--controls", "none", "--format", "json", "--profile", "quick", "--timeout", "5", "--host",
                "münchen.localhost");
        assertEquals("münchen.localhost", json(call).path("settings").path("host").asString());
        assertTrue(call.out().contains("dns-system-any-xn--mnchen-3ya.localhost"), call.out());
        assertFalse(call.out().contains("settings.host_invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tr4in-ing-Day", "pässwörd", "пароль", "密码", "🔑🔑", "a b", "\"quoted\"", "back\\slash", "100%", "$HOME `x`",
            " leading and trailing ", "\u0301combining", "tab\there"})
    void anyPasswordPasses(String password) throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy-plain").orElseThrow(),
                OPTIONS.withCredentials("person@practice.test", password))) {
            for (String end : List.of("", "\n", "\r\n")) {
                var call = new Call().run(words(server, "--user", "person@practice.test", "--password-file", password(password + end)));
                assertEquals(0, call.code(), call.out() + call.err());
            }
            assertEquals(0, new Call().typing(password + "\n").run(words(server, "--user", "person@practice.test", "--password-stdin"))
                    .code());
            assertEquals(0, new Call().with("SECRET", password)
                    .run(words(server, "--user", "person@practice.test", "--password-env", "SECRET")).code());
            assertEquals(0, new Call().answering(password).run(words(server, "--user", "person@practice.test")).code());
        }
    }

    @Test
    void anEmptyPasswordIsAFinding() throws IOException {
        try (var server = server("healthy")) {
            for (String text : List.of("", "\n", "\ufeff\r\n")) {
                var call = new Call().run(words(server, "--user", "person", "--format", "json", "--password-file", password(text)));
                assertEquals(1, call.code(), call.err());
                assertEquals("settings.missing", first(call));
                assertEquals(0, server.connections());
            }
        }
    }

    @Test
    void withoutAPasswordTheRestIsChecked() throws IOException {
        try (var server = server("healthy")) {
            var silent = new Call().run(words(server, "--user", "person"));
            assertEquals(0, silent.code());
            assertTrue(silent.err().contains("--password-file"), "a hint that the sign-in was not checked");
            assertEquals(0, new Call().answering(null).run(words(server, "--user", "person")).code());
            assertEquals(0, new Call().answering("").run(words(server, "--user", "person")).code());
            assertEquals(0, server.signInAttempts());
        }
    }

    @Test
    void theResultGoesToTheFileAlone() throws IOException {
        try (var server = server("healthy")) {
            Path file = folder.resolve("report.mailmedic.json");
            var call = new Call().run(words(server, "--format", "json", "--output", file.toString()));
            assertEquals(0, call.code(), call.err());
            assertEquals("", call.out());
            assertEquals("healthy", new JsonMapper().readTree(Files.readString(file)).path("outcome").asString());
            assertEquals(0, new Call().run(words(server, "--output", file.toString())).code(), "and replaces what was there");
            assertFalse(Files.readString(file).startsWith("{"));
            try (var left = Files.list(folder)) {
                assertTrue(left.noneMatch(each -> each.toString().endsWith(".part")));
            }
        }
    }

    @Test
    void progressGoesToStandardErrorAndOnlyForPeople() throws IOException {
        try (var server = server("healthy")) {
            var person = new Call().answering(null).run(words(server, "--format", "json"));
            assertTrue(person.err().contains("  Server’s door: fine"), person.err());
            assertEquals("healthy", json(person).path("outcome").asString(), "standard output carries the result alone");
            assertEquals("", new Call().run(words(server, "--format", "json")).err());
        }
    }

    @Test
    void aPipeGetsNoColourAndNoColorIsHonoured() throws IOException {
        try (var server = server("cert-expired")) {
            assertFalse(new Call().run(words(server)).out().contains("\u001b"));
            assertTrue(new Call().answering(null).run(words(server)).out().contains("\u001b"));
            assertFalse(new Call().answering(null).with("NO_COLOR", "1").run(words(server)).out().contains("\u001b"));
            assertTrue(new Call().answering(null).with("NO_COLOR", "").run(words(server)).out().contains("\u001b"), "empty does not count");
        }
    }

    @Test
    void aClosedStandardOutputIsACleanEnd() throws IOException {
        try (var server = server("healthy")) {
            var broken = new PrintStream(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("Broken pipe");
                }
            }, false, StandardCharsets.UTF_8);
            var call = new Call().writingTo(broken).run(words(server));
            assertFalse(call.err().contains("Exception"), call.err());
            assertFalse(call.err().contains("\tat "), call.err());
        }
    }

    @Test
    void decimalsAreTimeoutsToo() throws IOException {
        try (var server = server("greeting-silent")) {
            long began = System.nanoTime();
            var call = new Call().run(words(server, "--timeout", "0.5", "--format", "json"));
            assertEquals(1, call.code());
            assertEquals("smtp.greeting_timeout", first(call));
            assertTrue(System.nanoTime() - began < 8_000_000_000L);
        }
        try (var server = server("healthy")) {
            assertEquals(0, new Call().run(words(server, "--timeout", "2.5")).code());
        }
    }

    @Test
    void controlsAndResolversAreTaken() throws IOException {
        try (var server = server("healthy")) {
            String controls = Files.writeString(folder.resolve("controls.json"), """
                    {"version": 1, "tcp": [{"host": "127.0.0.1", "port": %d, "smtp": true}], "http": [], "time": [], "canary": []}
                    """.formatted(server.plainPort())).toString();
            List<String> words = words(server, "--resolver", "127.0.0.1:53", "--resolver", "::1");
            words.set(words.indexOf("none"), controls);
            assertEquals(0, new Call().run(words).code());
        }
    }

    @Test
    void namesOfLanguagesAreTaken() throws IOException {
        try (var server = server("healthy")) {
            for (String tag : List.of("en", "de", "en-GB", "tlh", "de-AT", "pt-PT")) {
                List<String> words = words(server);
                words.set(words.size() - 1, tag);
                assertEquals(0, new Call().run(words).code(), tag);
            }
        }
    }

    @Test
    void helpAndVersionAreResults() {
        for (String[] words : new String[][] {{"--help"}, {"diagnose", "--help"}, {"practice", "--help"}}) {
            var call = new Call().run(words);
            assertEquals(0, call.code());
            assertTrue(call.out().contains("Usage"));
            assertEquals("", call.err());
        }
        var version = new Call().run("--version");
        assertEquals(0, version.code());
        assertTrue(version.out().matches("Mail Medic \\d+\\.\\d+\\.\\d+\\R"));
    }

    @Test
    void thePracticeFaultsCanBeListed() {
        var call = new Call().run("practice", "--list");
        assertEquals(0, call.code());
        assertEquals(Faults.all().size(), call.out().lines().count());
        for (var fault : Faults.all()) {
            assertTrue(call.out().lines().anyMatch(line -> line.startsWith(fault.name() + " ") && line.contains(fault.code())),
                    fault.name());
        }
    }

    /// What proves that the server knows the password is made from the password, and lets it be guessed.
    @ParameterizedTest
    @ValueSource(strings = {"json", "text", "html"})
    void theServersProofIsInNoReport(String form) throws IOException {
        try (var server = server("healthy-all-mechanisms")) {
            var call = new Call().run(words(server, "--user", OPTIONS.user(), "--password-file", password(OPTIONS.password()), "--auth",
                    "SCRAM-SHA-256", "--format", form));
            assertEquals(0, call.code(), call.out() + call.err());
            assertTrue(!form.equals("json") || call.out().contains("SCRAM-SHA-256"), call.out());
            assertFalse(Pattern.compile("\\bdj[0-3][A-Za-z0-9+/]{20,}").matcher(call.out()).find(), call.out());
        }
    }
}
