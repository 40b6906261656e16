package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is about to change is said with the date that it was announced on, wherever it decides what people do next.
final class DatedFactsTest {
    private static final Path PAGES = Path.of("src/main/resources/org/mailmedic/advice");
    /// The pages on which an organisation at Microsoft hears why it cannot sign in.
    private static final List<String> SIGN_IN = List.of("auth.disabled_by_provider", "auth.oauth_required", "auth.bad_credentials");
    private static final int LANGUAGES = 7;

    @TestFactory
    Stream<DynamicTest> theEndOfPasswordsAtMicrosoft365() throws IOException {
        try (Stream<Path> languages = Files.list(PAGES).filter(Files::isDirectory)) {
            List<Path> all = languages.toList();
            assertEquals(LANGUAGES, all.size());
            return all.stream().flatMap(language -> SIGN_IN.stream().map(code -> language.resolve(code + ".md")))
                    .map(page -> DynamicTest.dynamicTest(PAGES.relativize(page).toString(), () -> assertTrue(announced(page))));
        }
    }

    /// A line for Microsoft 365 with two dates: when it comes, and as of when that is known.
    private static boolean announced(Path page) throws IOException {
        String text = Files.readString(page);
        int start = text.indexOf("with Microsoft 365");
        int end = text.indexOf("\n## ", start);
        return start > 0 && text.substring(start, end < 0 ? text.length() : end).lines().anyMatch(line -> line.split("2026", -1).length == 3
                && line.contains("(") && line.contains(")"));
    }
}
