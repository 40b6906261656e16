package org.mailmedic.maildomain.spf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.maildomain.dns.FakeZone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public suites for RFC 7208, where they lie beside this tree.
final class SpfSuiteTest {
    @TestFactory
    Stream<DynamicTest> everyCase() {
        return Stream.of("rfc7208", "pyspf", "blitiri").flatMap(SpfSuiteTest::cases);
    }

    private static Stream<DynamicTest> cases(String suite) {
        Path file = Path.of("..", "shared", "suites", "spf", suite + ".json");
        if (!Files.exists(file)) {
            return Stream.of(DynamicTest.dynamicTest(suite, () -> assumeTrue(false, file + " is not here")));
        }
        List<DynamicTest> all = new ArrayList<>();
        for (JsonNode group : JsonMapper.shared().readTree(file.toFile()).get("cases")) {
            var zone = FakeZone.of(group.get("zonedata"));
            group.get("tests").forEach(test -> all.add(DynamicTest.dynamicTest(suite + " " + test.get("name").asString(),
                    () -> holds(zone, test))));
        }
        return all.stream();
    }

    private static void holds(FakeZone zone, JsonNode test) {
        var verdict = new SpfEvaluator(zone).check(InetAddress.ofLiteral(test.get("host").asString()), test.get("helo").asString(),
                test.get("mailfrom").asString());
        List<String> right = new ArrayList<>();
        test.get("result").forEach(each -> right.add(each.asString()));
        assertTrue(right.contains(verdict.result().id()), () -> verdict + ", not " + right);
        if (test.has("explanation")) {
            String words = test.get("explanation").asString();
            assertEquals(words.equals("DEFAULT") ? "" : words, verdict.explanation());
        }
    }
}
