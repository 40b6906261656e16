package org.mailmedic.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.plan.Stage;

/// Of every two codes of different stages it is decided whether one is the mere consequence of the other. A new code fails here until its
/// line stands in `independent.txt`, and the lines that name codes of its stage one by one have been looked at again.
final class ConsequencesTest {
    private static final Map<Code, Set<Code>> INDEPENDENT = independent();

    @Test
    void everyPairIsDecidedOn() {
        assertEquals(EnumSet.allOf(Code.class), EnumSet.copyOf(INDEPENDENT.keySet()), "a code without a line in independent.txt");
        var undecided = new ArrayList<String>();
        for (Code one : Code.values()) {
            for (Code other : Code.values()) {
                boolean related = explains(one, other) || explains(other, one);
                if (one.stage() != other.stage() && related == INDEPENDENT.get(one).contains(other)) {
                    undecided.add(one.id() + (related ? " is said to be independent of " : " and, undecided, ") + other.id());
                }
            }
        }
        assertEquals(List.of(), undecided);
    }

    @Test
    void noTwoExplainEachOther() {
        for (Code one : Code.values()) {
            for (Code other : Code.values()) {
                assertFalse(explains(one, other) && explains(other, one), one.id() + " and " + other.id());
            }
        }
    }

    @Test
    void aWarningExplainsNothingThatStopsMail() {
        Finding portal = finding(Code.NETWORK_CAPTIVE_PORTAL);
        assertTrue(Consequences.explains(portal, finding(Code.TCP_TIMEOUT)));
        assertFalse(Consequences.explains(portal.asWarning(), finding(Code.TCP_TIMEOUT)));
        assertTrue(Consequences.explains(portal.asWarning(), finding(Code.TCP_TIMEOUT).asWarning()));
    }

    @Test
    void onlyAMissingSignInExplainsThatOneIsAskedFor() {
        assertTrue(Consequences.explains(finding(Code.SETTINGS_MISSING), finding(Code.AUTH_REQUIRED)));
        Finding sender = Finding.of(Code.SETTINGS_MISSING, 1, Facts.of("missing", "from"));
        assertFalse(Consequences.explains(sender, finding(Code.AUTH_REQUIRED)));
    }

    private static boolean explains(Code root, Code other) {
        return Consequences.explains(finding(root), finding(other));
    }

    private static Finding finding(Code code) {
        return Finding.of(code, 0.9, Facts.of("missing", "password"));
    }

    /// A line is `code: stage stage code code`: a stage stands for all its codes. Lines that begin with a blank go on.
    private static Map<Code, Set<Code>> independent() {
        var table = new EnumMap<Code, Set<Code>>(Code.class);
        for (String line : text().replaceAll("\n +", " ").lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList()) {
            String[] halves = line.split(":", 2);
            var others = EnumSet.noneOf(Code.class);
            Stream.of(halves[1].strip().split(" +")).flatMap(ConsequencesTest::codes).forEach(others::add);
            table.put(codes(halves[0]).findFirst().orElseThrow(), others);
        }
        return table;
    }

    private static Stream<Code> codes(String word) {
        List<Code> of = Arrays.stream(Stage.values()).filter(stage -> stage.id().equals(word))
                .flatMap(stage -> Arrays.stream(Code.values()).filter(code -> code.stage() == stage)).toList();
        return of.isEmpty() ? Stream.of(Arrays.stream(Code.values()).filter(code -> code.id().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such code or stage: " + word))) : of.stream();
    }

    private static String text() {
        try (var in = ConsequencesTest.class.getResourceAsStream("independent.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
