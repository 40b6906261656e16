package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.mailmedic.advice.EnglishWords;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;
import org.mailmedic.monitor.batch.TargetReader;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the help and the sentences about wrong calls say, in every language.
@Timeout(60)
final class HelpTest {
    private static final int WIDTH = 80;
    private static final Path SOURCES = Path.of("src/main/java/org/mailmedic/cli");
    private static final Pattern WORDS_OF_A_CALL = Pattern.compile("UsageException(?:\\.of)?\\(\\s*\"([a-z0-9_.]+)\"");

    /// Calls that cannot be carried out, one of each kind that needs no file.
    private static final List<String> WRONG = List.of("frob", "diagnos", "diagnose --color", "diagnose --hots a", "diagnose --host",
            "diagnose --host a --host b", "diagnose --send=perhaps", "diagnose --password=x", "report", "compare old", "report a b",
            "website make --host a", "website foo", "diagnose --host a --port 0", "diagnose --host a --port b --format nagios",
            "practice --port b", "practice --fault none", "diagnose --host a --timeout 0", "watch --host a --until never",
            "watch --host a --every 1", "diagnose --host a --auth NTLM", "diagnose --host a --mask some", "diagnose --host a --security s",
            "diagnose --host a --symptom s", "diagnose --host a --profile p", "discover a@a.example --format pdf",
            "diagnose --host a --format rtf", "batch - --reports-for some", "batch - --shard 2/1", "batch - --jobs 0", "discover nobody",
            "domain a", "domain a.example --selector -", "domain a.example --sends-through a:b:c/", "domain a.example --helo b@d",
            "diagnose --host a --resolver b", "discover a@a.example --resolver b", "discover a@a.example --ispdb b", "exporter --listen b",
            "explain --follow", "batch - --resume", "batch - --reports-for problem", "batch - --password-stdin", "explain - /no/such",
            "diagnose --host a --password-stdin --password-env B_C", "diagnose --host a --user u --password-env B_C",
            "diagnose --host a --user u --password-env secret", "explain /no/such", "settings /", "explain /", "batch /", "batch /no/such",
            "discover a@a.example --output /", "discover a@a.example --output /no/such/file", "discover a@a.example --trust /no/such",
            "diagnose --host a --controls /no/such", "diagnose --host a --controls /", "domain a.example --blocklists /no/such",
            "domain a.example --message /no/such", "domain a.example --report /no/such", "diagnose --host a --user u --password-file /");

    private static CommandSpec program() {
        return CliMain.commandLine(new Terminal(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(OutputStream.nullOutputStream()), Map.of(), false, _ -> null), Language.ENGLISH).getCommandSpec();
    }

    /// This command and all below it.
    private static Stream<CommandSpec> all(CommandSpec command) {
        return Stream.concat(Stream.of(command), command.subcommands().values().stream().map(CommandLine::getCommandSpec)
                .flatMap(HelpTest::all));
    }

    private static Stream<ArgSpec> arguments(CommandSpec command) {
        return Stream.concat(command.options().stream(), command.positionalParameters().stream());
    }

    /// A reader that was not registered shows only when its option is given.
    @Test
    void everyOptionsValueCanBeRead() {
        var unread = new ArrayList<String>();
        for (CommandSpec command : all(program()).toList()) {
            for (OptionSpec option : command.options()) {
                try {
                    command.commandLine().parseArgs(option.longestName() + (option.arity().max() > 0 ? "=1" : ""));
                } catch (CommandLine.ParameterException wrong) {
                    if (wrong.getMessage().contains("TypeConverter")) {
                        unread.add(command.qualifiedName() + " " + option.longestName() + ": " + wrong.getMessage());
                    }
                }
            }
        }
        assertEquals(List.of(), unread);
    }

    private static Call called(Language language, String words) {
        List<String> all = new ArrayList<>(Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList());
        all.add("--lang=" + language.tag());
        return new Call().run(all);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCommandsHelpIsInTheLanguageOfTheCall(Language language) {
        var heading = TextBook.open("help", language.locale()).get("usage.synopsisHeading");
        Locale before = Locale.getDefault();
        Locale.setDefault(language.locale());
        try {
            for (CommandSpec command : all(program()).toList()) {
                String name = command.qualifiedName(" ").replaceFirst("^mailmedic-cli ?", "");
                var call = new Call().run(Stream.of((name + " --help").split(" ")).filter(word -> !word.isEmpty()).toList());
                assertEquals(0, call.code(), call.err());
                assertEquals("", call.err());
                assertTrue(call.out().startsWith(heading), call.out());
                assertEquals(List.of(), call.out().lines().filter(line -> line.length() > WIDTH).toList(), name);
                if (language != Language.ENGLISH) {
                    String said = call.out().replaceAll("\\s+", " ").replace(LanguageOption.tags(), "")
                            .replace(String.join(", ", TargetReader.fields()), "");
                    assertEquals(List.of(), EnglishWords.in(said, language), call.out());
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatALineOfAListMayHaveIsTold(Language language) {
        String said = called(language, "batch --help").out().replaceAll("\\s+", " ");
        assertTrue(said.contains("id, host, port, security, user, password_file, password_env, access_token_file, from, to, symptom, "
                + "profile, timeout, domain"), said);
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = Mode.EXCLUDE, names = "ENGLISH")
    void wrongCallsAreAnsweredInTheLanguageOfTheCall(Language language) {
        for (String words : WRONG) {
            var call = called(language, words);
            assertEquals(2, call.code(), words);
            assertEquals("", call.out(), words);
            assertEquals(List.of(), EnglishWords.in(call.err(), language), words + ": " + call.err());
            String sentence = call.err().lines().findFirst().orElse("");
            assertTrue(sentence.contains(" ") && !sentence.contains("{"), words + ": " + call.err());
            assertTrue(!sentence.equals(called(Language.ENGLISH, words).err().lines().findFirst().orElse("")), words + ": " + sentence);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = Mode.EXCLUDE, names = "ENGLISH")
    void whatIsWrongWithAFileIsSaidInTheLanguageOfTheCall(Language language, @TempDir Path folder) throws IOException {
        Map<String, List<String>> contents = Map.of("diagnose --host a --controls", List.of("[", "{}", "{\"version\": 1, \"a\": 1}",
                "{\"version\": 1, \"tcp\": 1}", "{\"version\": 1, \"tcp\": [{\"host\": \"a\", \"port\": 0}]}",
                "{\"version\": 1, \"tcp\": [{\"host\": \"a\", \"port\": 1, \"b\": 1}]}", "{\"version\": 1, \"tcp\": [1]}"),
                "diagnose --host a --trust", List.of("", "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----"),
                "domain a.example --message", List.of("no header"), "domain a.example --report", List.of("none", "<a/>"),
                "domain a.example --blocklists", List.of("{}", "{", "no name"));
        Path file = folder.resolve("given");
        for (var each : contents.entrySet()) {
            for (String content : each.getValue()) {
                Files.writeString(file, content);
                String words = each.getKey() + " " + file;
                var call = called(language, words);
                assertEquals(2, call.code(), words + ": " + content);
                assertEquals(List.of(), EnglishWords.in(call.err(), language), call.err());
                assertTrue(call.err().contains(file.toString()) && !call.err().contains("{}"), call.err());
                assertTrue(!call.err().equals(called(Language.ENGLISH, words).err()), call.err());
            }
        }
    }

    @Test
    void theLanguageOfAWrongCallIsAskedForAnywhereInIt() {
        assertEquals("Die Option --color gibt es hier nicht.", first("diagnose", "--color", "--lang", "de-AT"));
        assertEquals("L’option --color n’existe pas ici.", first("diagnose", "--lang=fr", "--color"));
        assertEquals("There is no option --color here.", first("diagnose", "--color", "--lang="));
        assertEquals("There is no option --color here.", first("diagnose", "--color", "--lang", "!"));
        assertTrue(new Call().run("watch", "--host", "a", "--port", "0", "--format", "nagios", "--lang", "nl").out()
                .startsWith("MAILMEDIC UNKNOWN - --port verwacht"));
    }

    private static String first(String... words) {
        return new Call().run(words).err().lines().findFirst().orElse("");
    }

    /// A file's name that is long is said whole; what a terminal would obey is not.
    @Test
    void whatIsTypedIsSaidWholeAndHarmless() {
        String name = "/no/" + "such".repeat(200);
        assertTrue(first("explain", name).contains(name));
        assertTrue(first("diagnose", "--host", "a", "--security", "\u001b[31m").endsWith("not: \\x1b[31m"));
    }

    @Test
    void everyCommandAndOptionHasWordsAndNoOtherIsSpokenOf() {
        Set<String> used = new TreeSet<>(Set.of("usage.synopsisHeading", "usage.commandListHeading"));
        TextBook book = TextBook.open("help", Locale.ENGLISH);
        all(program()).forEach(command -> {
            String own = command.qualifiedName(".") + ".";
            used.add(own + "usage.description");
            book.find(own + "usage.footer").ifPresent(_ -> used.add(own + "usage.footer"));
            arguments(command).forEach(each -> {
                String name = each instanceof OptionSpec option ? option.longestName().substring(2) : each.descriptionKey();
                used.add(book.find(own + name).isPresent() ? own + name : name);
                assertEquals(1, each.description().length, own + name);
                assertTrue(!each.description()[0].isBlank(), own + name);
            });
        });
        assertEquals(used, book.keys());
    }

    @Test
    void everySentenceAboutACallIsThereAndIsSaid() throws IOException {
        Set<String> keys = TextBook.open("usage", Locale.ENGLISH).keys();
        var all = new StringBuilder();
        try (var files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        List<String> thrown = WORDS_OF_A_CALL.matcher(all).results().map(match -> match.group(1)).toList();
        assertTrue(thrown.size() > 60, thrown.toString());
        assertEquals(List.of(), thrown.stream().filter(key -> !keys.contains(key)).toList());
        assertEquals(List.of(), keys.stream().filter(key -> all.indexOf("\"" + key.replaceFirst("\\.input$", "") + "\"") < 0).toList());
    }
}
