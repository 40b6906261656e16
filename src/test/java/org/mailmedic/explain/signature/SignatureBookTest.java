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
        return SignatureBook.withExamples().stream();
    }

    private static boolean shows(TextSignature signature, String text) {
        List<Integer> patterns = IntStream.range(0, signature.says().size()).boxed().toList();
        return signature.find(text, patterns).isPresent();
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
    void theBooksHoldWhatStandsInTheFiles() {
        List<TextSignature> read = Stream.of(SignatureBook.load(), SignatureBook.bounces()).flatMap(book -> book.signatures().stream())
                .toList();
        assertEquals(all().map(SignatureBookTest::told).toList(), read.stream().map(SignatureBookTest::told).toList());
    }

    private static List<Object> told(TextSignature each) {
        return List.of(each.id(), each.code(), each.role(), each.anywhere(), each.across(), each.says());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBookFindsEachExample(TextSignature signature) {
        SignatureBook book = signature.id().startsWith("bounces.") ? SignatureBook.bounces() : SignatureBook.load();
        for (TextSignature.Example each : signature.examples()) {
            SignatureBook.Opened opened = book.open(each.text());
            assertTrue(Stream.concat(opened.find(each.text()).stream(), opened.across(each.text()).stream())
                    .anyMatch(hit -> hit.signature().id().equals(signature.id())), signature.id() + ": " + each.text());
        }
    }

    @Test
    void idsAreUnique() {
        assertTrue(all().count() > 50);
        assertEquals(all().count(), all().map(TextSignature::id).distinct().count());
    }
}
