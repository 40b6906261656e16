package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports open in the reader's language.
@Timeout(60)
final class ReportLanguageTest {
    @TempDir
    private Path folder;

    private Call diagnose(PracticeServer server, String... more) throws IOException {
        String authority = Files.writeString(folder.resolve("authority.pem"), server.authorityPem()).toString();
        List<String> words = new ArrayList<>(List.of("diagnose", "--host", server.host(), "--port", String.valueOf(server.port()),
                "--security", server.security(), "--trust", authority, "--controls", "none", "--profile", "quick", "--from",
                "anna.berg@practice.test", "--format", "json"));
        words.addAll(List.of(more));
        return new Call().run(words);
    }

    private static PracticeServer server(String fault) throws IOException {
        return PracticeServer.start(Faults.find(fault).orElseThrow(), PracticeOptions.defaults());
    }

    private static JsonNode json(Call call) {
        return new JsonMapper().readTree(call.out());
    }

    private String file(Call call) throws IOException {
        return Files.writeString(folder.resolve("report.json"), call.out()).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cert-expired", "cert-wrong-name", "greeting-554", "web-server-first", "close-before-greeting"})
    void aReportWrittenInEnglishSaysInAnotherLanguageWhatACheckUpInItWouldHaveSaid(String fault) throws IOException {
        try (var server = server(fault)) {
            Call english = diagnose(server, "--lang", "en");
            assertEquals("en", json(english).path("language").asString());
            for (String language : List.of("de", "pt-BR")) {
                JsonNode asked = json(diagnose(server, "--lang", language));
                JsonNode opened = json(new Call().run("report", file(english), "--lang", language, "--format", "json"));
                assertEquals(language, asked.path("language").asString());
                assertEquals(language, opened.path("language").asString());
                for (String name : List.of("code", "title", "summary", "steps")) {
                    assertEquals(asked.path("diagnoses").path(0).path(name), opened.path("diagnoses").path(0).path(name));
                }
                assertTrue(opened.path("diagnoses").path(0).path("title").asString().length() > 3);
            }
        }
    }

    @Test
    void jsonStaysAsItWasWrittenUntilAnotherLanguageIsAskedFor() throws IOException {
        try (var server = server("cert-expired")) {
            Call german = diagnose(server, "--lang", "de");
            String file = file(german);
            assertEquals(german.out(), new Call().run("report", file, "--format", "json").out());
            var english = new Call().run("report", file, "--format", "json", "--lang", "en");
            assertNotEquals(german.out(), english.out());
            Files.writeString(folder.resolve("english.json"), english.out());
            assertEquals(0, new Call().run("report", folder.resolve("english.json").toString(), "--verify").code(), "it is sealed anew");
        }
    }

    @Test
    void theLetterHasALanguageOfItsOwn() throws IOException {
        try (var server = server("cert-expired")) {
            Call both = diagnose(server, "--lang", "en", "--letter-lang", "nl");
            Call dutch = diagnose(server, "--lang", "nl");
            assertEquals("en", json(both).path("language").asString());
            assertEquals(untimed(dutch), untimed(both));
            String file = file(both);
            assertEquals(json(new Call().run("report", file, "--format", "json", "--lang", "nl")).path("diagnoses"),
                    json(new Call().run("report", file, "--format", "json", "--lang", "nl", "--letter-lang", "nl")).path("diagnoses"));
            var text = new Call().run("report", file, "--lang", "en", "--letter-lang", "en");
            assertTrue(text.out().contains("The certificate of"), text.out());
            assertEquals(text.out(), new Call().run("report", file, "--lang", "en", "--letter-lang", "ja").out(),
                    "a language that is not there is English");
            var refused = new Call().run("report", file, "--letter-lang", "no language");
            assertEquals(2, refused.code());
            assertEquals("--letter-lang takes one of en, de, fr, es, it, pt-BR, nl, not: no language", refused.err().strip());
        }
    }

    /// Without the moment of the check-up.
    private static String untimed(Call call) {
        String letter = json(call).path("diagnoses").path(0).path("letter").asString();
        assertTrue(letter.length() > 100, letter);
        return letter.replaceAll("\\d\\d?:\\d\\d|\\d\\dh\\d\\d", "…");
    }
}
