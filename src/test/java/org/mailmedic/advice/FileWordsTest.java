package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mailmedic.settings.UnfitFileException;

final class FileWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/mailmedic");
    private static final Pattern THROWN = Pattern.compile("UnfitFileException\\(\"([a-z0-9_.]+)\"");

    @Test
    void everyTroubleOfAFileHasItsSentenceAndNoOther() throws IOException {
        Set<String> keys = TextBook.open("files", Locale.ENGLISH).keys();
        var all = new StringBuilder();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                all.append(text.contains("UnfitFileException") ? text : "");
            }
        }
        Set<String> thrown = new TreeSet<>(THROWN.matcher(all).results().map(match -> match.group(1)).toList());
        assertTrue(thrown.size() > 20, thrown.toString());
        assertEquals(List.of(), thrown.stream().filter(key -> !keys.contains(key)).toList());
        assertEquals(List.of(), keys.stream().filter(key -> all.indexOf("\"" + key + "\"") < 0).toList());
    }

    @Test
    void whatWasTypedIsSaidWholeAndHarmless() {
        var trouble = new UnfitFileException("controls.unknown", Map.of("name", "\u001b[31m"));
        String name = "/no/" + "such".repeat(200);
        assertEquals("In der Datei " + name + " steht \"\\x1b[31m\", was dort nichts bedeutet.",
                FileWords.sentence(trouble, name, Locale.GERMAN));
    }
}
