package org.mailmedic.diagnosis.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;

/// Holds the signatures to what stands beside them: their examples and near misses.
final class ReplySignatureTest {
    private static final List<ReplySignature> ALL = Stream.of("wording", "enhanced", "codes")
            .flatMap(file -> ReplyReader.read(file).stream()).toList();

    private static Stream<ReplySignature> all() {
        return ALL.stream();
    }

    private record Example(Optional<Stage> stage, Reply reply) {
        static Example of(String line) {
            String[] parts = line.split(" \\| ", 2);
            return new Example(parts[0].equals("-") ? Optional.empty() : Optional.of(Stage.valueOf(parts[0].toUpperCase(Locale.ROOT))),
                    Cases.reply(parts[1]));
        }

        /// The signature that decides, as [ReplyReader] finds it.
        Optional<ReplySignature> decidedBy() {
            String words = ReplySignature.words(reply);
            return ALL.stream().filter(each -> each.read(reply, words, stage).isPresent()).findFirst();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void decidesItsExamples(ReplySignature signature) {
        assertFalse(signature.examples().isEmpty(), signature.code() + " has no example");
        for (String each : signature.examples()) {
            assertSame(signature, Example.of(each).decidedBy().orElse(null), signature.code() + ": " + each);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void doesNotDecideItsNearMisses(ReplySignature signature) {
        for (String each : signature.near()) {
            assertNotSame(signature, Example.of(each).decidedBy().orElse(null), signature.code() + ": " + each);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPatternIsReachedByAnExample(ReplySignature signature) {
        var idle = new ArrayList<String>();
        for (String pattern : signature.says()) {
            var compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            if (signature.examples().stream().noneMatch(each -> compiled.matcher(ReplySignature.words(Example.of(each).reply())).find())) {
                idle.add(pattern);
            }
        }
        assertEquals(List.of(), idle, signature.code().id());
    }

    @Test
    void thereAreSignaturesWithNearMisses() {
        assertTrue(ALL.size() > 90 && ALL.stream().filter(each -> !each.near().isEmpty()).count() > 80, ALL.size() + " signatures");
    }
}
