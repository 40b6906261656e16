package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Fixtures;
import org.mailmedic.report.json.JsonReport;
import picocli.CommandLine.Model.CommandSpec;

class LanguageOptionTest {
    @TempDir
    private Path folder;

    private static final List<String> COMMANDS = List.of("diagnose --host a.example", "watch --host a.example", "batch -",
            "exporter", "report nothing.json", "compare a.json b.json", "discover a@a.example", "settings -", "explain -",
            "domain a.example", "practice --list", "website read -", "website ask https://a.example/p.php --key K",
            "website make --host a.example --form php --output p.php");

    @ParameterizedTest
    @CsvSource({"en, ENGLISH", "de, GERMAN", "de-AT, GERMAN", "DE, GERMAN", "de_DE.UTF-8, GERMAN", "fr-CA, FRENCH",
            "pt, BRAZILIAN_PORTUGUESE",
        "pt-BR, BRAZILIAN_PORTUGUESE", "pt-PT, BRAZILIAN_PORTUGUESE", "nl-BE, DUTCH", "en-GB, ENGLISH", "es-419, SPANISH", "it-CH, ITALIAN",
        "tlh, ENGLISH", "ja-JP, ENGLISH"})
    void aLanguageAndItsRegionsAreKnown(String tag, Language language) throws UsageException {
        assertEquals(language, read(tag).given().orElseThrow());
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void everyCommandRefusesWhatIsNoLanguageAndListsOurs(String command) {
        for (String tag : List.of("12", "not a tag!", "")) {
            var call = new Call().run(Stream.concat(Stream.of(command.split(" ")), Stream.of("--lang", tag)).toList());
            assertEquals(2, call.code(), command + ": " + call.err());
            assertEquals("", call.out());
            assertEquals("--lang takes one of en, de, fr, es, it, pt-BR, nl, not: " + tag + System.lineSeparator(), call.err());
        }
    }

    @Test
    void withoutItTheSystemsLanguageIsTakenOrEnglishWhereWeDoNotSpeakIt() throws UsageException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("pt-PT"));
            assertEquals("pt-BR", read(null).language(Terminal.system(System.out, System.err)).toLanguageTag());
            Locale.setDefault(Locale.JAPAN);
            assertEquals(Locale.ENGLISH, read(null).language(Terminal.system(System.out, System.err)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"de_DE.UTF-8, , de", "de_DE.UTF-8, C, en", "fr_FR, nl_BE.UTF-8, nl", "C.UTF-8, , en", "ja_JP.UTF-8, , en", "!!, , en"})
    void whereJavaHasNoDataForTheSystemsLanguageItIsStillTaken(String lang, String all, String taken) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);
            var call = new Call().with("LANG", lang);
            if (all != null) {
                call.with("LC_ALL", all);
            }
            String words = TextBook.open("report", Locale.forLanguageTag(taken)).get("verify.complete");
            assertTrue(call.run("report", report(), "--verify").out().startsWith(words), call.out());
            Locale.setDefault(Locale.ITALY);
            assertTrue(new Call().with("LANG", lang).run("report", report(), "--verify").out()
                    .startsWith(TextBook.open("report", Locale.ITALIAN).get("verify.complete")));
        } finally {
            Locale.setDefault(before);
        }
    }

    private String report() {
        try {
            return Files.writeString(folder.resolve("report.json"), JsonReport.write(Fixtures.report("healthy"))).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LanguageOption read(String tag) {
        var option = LanguageOption.words();
        var line = new picocli.CommandLine(CommandSpec.create().addOption(option.spec()));
        line.parseArgs(tag == null ? new String[0] : new String[] {"--lang", tag});
        assertTrue(line.getParseResult().errors().isEmpty());
        return option;
    }
}
