package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The marks of all texts that people read: what one language's readers expect, in every book and on every page alike.
final class TypographyTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/mailmedic");
    /// Commands, addresses, and what a file or a server has in quotation marks.
    private static final Pattern TYPED = Pattern.compile("`[^`]*`|<[^<>]*>|\"[^\"]*\"|https?://\\S+");
    private static final Pattern STRAIGHT = Pattern.compile("(?<=[\\p{L}\\d}])'(?=[\\p{L}\\d])|(?<=s)'(?=[\\s.,;:)]|$)");
    private static final Pattern FRENCH = Pattern.compile(" [:;!?»](?=[\\s*.,)\\]]|$)|« |«\\p{L}|\\p{L}»");

    /// Texts by where they stand, without remarks.
    private static Map<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        List<Path> all = new ArrayList<>();
        for (Path folder : List.of(RESOURCES.resolve("text"), RESOURCES.resolve("advice"), Path.of("installer/manual"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        for (Path file : all) {
            String name = file.getFileName().toString();
            if (name.endsWith(".md")) {
                texts.put(file.getParent().getFileName() + "/" + name, TYPED.matcher(Files.readString(file)).replaceAll("x"));
            } else if (name.endsWith(".properties") && !name.startsWith("glossary.") && !name.startsWith("settings-pages")) {
                var properties = new Properties();
                properties.load(new StringReader(Files.readString(file)));
                properties.forEach((key, text) -> texts.put(name + ": " + key, TYPED.matcher((String) text).replaceAll("x")));
            }
        }
        assertTrue(texts.size() > 5000, "texts: " + texts.size());
        return texts;
    }

    private static List<String> found(Pattern wrong, String of) throws IOException {
        var found = new ArrayList<String>();
        texts().forEach((where, text) -> {
            if (where.matches(of)) {
                wrong.matcher(text).results().forEach(match -> found.add(where + ": “"
                        + text.substring(Math.max(0, match.start() - 15), Math.min(text.length(), match.end() + 10)) + "”"));
            }
        });
        return found;
    }

    @Test
    void anApostropheIsNoTypewritersMark() throws IOException {
        assertEquals(List.of(), found(STRAIGHT, ".*"));
    }

    /// As the Imprimerie nationale has it: a no-break space before high marks and inside of quotation marks.
    @Test
    void noFrenchLineEndsBeforeAMarkOrInsideOfQuotationMarks() throws IOException {
        assertEquals(List.of(), found(FRENCH, "fr/.*|\\w+_fr\\.properties: .*"));
    }

    @Test
    void quotationMarksAreGermanInGerman() throws IOException {
        assertEquals(List.of(), found(Pattern.compile("”|“\\p{L}"), "de/.*|\\w+_de\\.properties: .*"));
    }
}
