package org.mailmedic.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.practice.fault.Fault;
import org.mailmedic.practice.fault.Faults;

final class TextsTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/mailmedic/text/ui");
    private static final Pattern UNKIND = Pattern.compile("!|(?i)\\b(invalid|failed to|failure|illegal|fatal|abort)\\b");
    private static final Pattern STRAIGHT_QUOTE = Pattern.compile("['\"]");
    private final Texts texts = Texts.in(Locale.ENGLISH);

    @TestFactory
    Stream<DynamicTest> wordsArePlainAndKind() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.toList().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                var words = new Properties();
                words.load(new StringReader(Files.readString(file)));
                assertFalse(words.isEmpty());
                words.forEach((key, text) -> {
                    assertFalse(UNKIND.matcher(text.toString()).find(), () -> key + ": " + text);
                    assertFalse(STRAIGHT_QUOTE.matcher(text.toString()).find(), () -> key + " breaks its placeholders or looks clumsy: "
                            + text);
                });
            }));
        }
    }

    @Test
    void everyFaultOfThePracticeServerHasItsSentence() {
        for (Fault fault : Faults.all()) {
            assertTrue(texts.has("faults.fault." + fault.name()), fault.name());
        }
    }

    @Test
    void durationsAreReadable() {
        assertEquals("0 ms", texts.duration(0.2));
        assertEquals("18 ms", texts.duration(18.4));
        assertEquals("999 ms", texts.duration(999.4));
        assertEquals("1.0 s", texts.duration(999.6));
        assertEquals("3.1 s", texts.duration(3140));
    }

    @Test
    void exactDurationsLoseNoMillisecond() {
        assertEquals("18 ms", texts.exactDuration(18.4));
        assertEquals("1.0 s", texts.exactDuration(999.6));
        assertEquals("3.141 s", texts.exactDuration(3141));
        assertEquals("10.0 s", texts.exactDuration(10_000));
        assertEquals("10.002 s", texts.exactDuration(10_002));
    }

    @Test
    void aMissingKeyIsNoticed() {
        assertThrows(MissingResourceException.class, () -> texts.get("start.nothing"));
    }
}
