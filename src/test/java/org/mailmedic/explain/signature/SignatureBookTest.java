package org.mailmedic.explain.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the signatures to the examples and near misses beside them.
final class SignatureBookTest {
    private static Stream<TextSignature> all() {
        return SignatureBook.withExamples().signatures().stream();
    }

    private static boolean shows(TextSignature signature, String text) {
        List<Integer> patterns = IntStream.range(0, signature.says().size()).boxed().toList();
        return signature.find(text, text.toLowerCase(java.util.Locale.ROOT), patterns).isPresent();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isShownByItsExamples(TextSignature signature) {
        assertFalse(signature.examples().isEmpty(), signature.id());
        assertEquals(List.of(), signature.examples().stream().map(TextSignature.Example::text).filter(each -> !shows(signature, each))
                .toList(), signature.id());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isNotShownByItsNearMisses(TextSignature signature) {
        assertFalse(signature.near().isEmpty(), signature.id());
        assertEquals(List.of(), signature.near().stream().map(TextSignature.Example::text).filter(each -> shows(signature, each)).toList(),
                signature.id());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPatternIsReachedByAnExample(TextSignature signature) {
        var idle = new ArrayList<String>();
        for (String pattern : signature.says()) {
            var compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            if (signature.examples().stream().noneMatch(each -> compiled.matcher(each.text()).find())) {
                idle.add(pattern);
            }
        }
        assertEquals(List.of(), idle, signature.id());
    }

    @Test
    void hintsNeverHideAMatch() {
        all().forEach(signature -> signature.examples().forEach(each ->
            assertFalse(signature.possible(each.text().toLowerCase(java.util.Locale.ROOT)).isEmpty(), signature.id() + ": "
                    + each.text())));
    }

    @Test
    void idsAreUnique() {
        assertTrue(all().count() > 50);
        assertEquals(all().count(), all().map(TextSignature::id).distinct().count());
    }
}
