package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.provider.ProviderBook;

final class RuleBookTest {
    private static final String PACKAGE = "java/org/mailmedic/diagnosis/rules";

    @Test
    void everyRuleIsInTheBookAndHasItsTest() throws IOException {
        Set<String> written = names(Path.of("src/main", PACKAGE), "Rule.java");
        Set<String> listed = Stream.of(RuleBook.all(ProviderBook.load()), PairBook.all()).flatMap(List::stream)
                .map(rule -> rule.getClass().getSimpleName())
                .map(name -> name.substring(0, name.length() - "Rule".length())).collect(Collectors.toSet());
        assertEquals(written, listed);
        assertEquals(written, names(Path.of("src/test", PACKAGE), "RuleTest.java"));
    }

    private static Set<String> names(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(ending))
                    .map(n -> n.substring(0, n.length() - ending.length())).collect(Collectors.toSet());
        }
    }
}
