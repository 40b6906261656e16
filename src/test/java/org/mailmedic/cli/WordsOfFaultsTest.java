package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.advice.EnglishWords;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Fault;
import org.mailmedic.practice.fault.Faults;
import org.mailmedic.practice.fault.Need;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people read about ten faults, in each language: every sentence said to its end, and nothing in English but what the server said.
@Timeout(60)
final class WordsOfFaultsTest {
    private static final Pattern BRACE = Pattern.compile("\\{[A-Za-z0-9_,#|]*}?");
    private static final Pattern KEY = Pattern.compile("[a-z_]+(\\.[a-z0-9_]+)+");
    private static final List<String> SAID = List.of("reply", "banner", "words");
    private static final Set<String> KEYS = keys();

    @TempDir
    private Path folder;

    private static Set<String> keys() {
        var keys = new TreeSet<String>();
        Stream.of("report", "words", "watch", "website", "evidence", "provider", "domain").forEach(book ->
                keys.addAll(TextBook.open(book, Locale.ENGLISH).keys()));
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "cert-expired", "cert-wrong-name", "greeting-554", "greeting-silent", "web-server-first",
            "imap-server",
        "close-before-greeting", "auth-bad-gmail", "rcpt-relay-denied"})
    void everySentenceIsWholeAndInItsLanguage(String name) throws IOException {
        Fault fault = Faults.find(name).orElseThrow();
        var options = PracticeOptions.defaults();
        try (var server = PracticeServer.start(fault, options)) {
            List<String> words = new ArrayList<>(List.of("diagnose", "--host", server.host(), "--port", String.valueOf(server.port()),
                    "--security", server.security(), "--trust",
                    Files.writeString(folder.resolve("a.pem"), server.authorityPem()).toString(), "--controls", "none", "--profile",
                    "quick", "--timeout", "2", "--from", options.user(), "--format", "json", "--lang", "en"));
            if (fault.needs().contains(Need.PASSWORD)) {
                words.addAll(List.of("--user", options.user(), "--password-file",
                        Files.writeString(folder.resolve("p.txt"), options.password()).toString()));
            }
            if (fault.needs().contains(Need.RECIPIENT)) {
                words.addAll(List.of("--to", "someone@practice.test"));
            }
            var english = new Call().run(words);
            assertEquals(name.equals("healthy") ? 0 : 1, english.code(), english.err() + english.out());
            Path report = Files.writeString(folder.resolve("report.json"), english.out());
            for (Language language : Language.values()) {
                var call = new Call().with("COLUMNS", "200").run("report", report.toString(), "--lang", language.tag());
                assertEquals(0, call.code(), call.err());
                look(withoutTheServersWords(call.out(), new JsonMapper().readTree(english.out())), language);
            }
        }
    }

    private static void look(String text, Language language) {
        assertTrue(text.length() > 300, text);
        assertFalse(BRACE.matcher(text).find(), language + ": " + text);
        assertEquals(List.of(), KEY.matcher(text).results().map(match -> match.group()).filter(KEYS::contains).toList(), text);
        if (language != Language.ENGLISH) {
            assertEquals(List.of(), EnglishWords.in(text, language), language + ": " + text);
        }
    }

    /// Without line breaks, and without what stands in the facts as the server's own words.
    private static String withoutTheServersWords(String text, JsonNode report) {
        String line = text.replaceAll("\\s+", " ");
        List<String> said = new ArrayList<>();
        Stream.of("diagnoses", "warnings").forEach(list -> report.path(list).forEach(verdict ->
                SAID.forEach(fact -> said.add(verdict.path("facts").path(fact).asString("").replaceAll("\\s+", " ")))));
        for (String words : said.stream().filter(each -> !each.isBlank()).toList()) {
            line = line.replace(words, "…");
        }
        return Arrays.stream(line.split("  +")).reduce("", (a, b) -> a + " " + b);
    }
}
