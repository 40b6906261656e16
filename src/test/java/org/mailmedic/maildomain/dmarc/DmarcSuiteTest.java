package org.mailmedic.maildomain.dmarc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.maildomain.dns.FakeZone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The cases for RFC 9989, where they lie beside this tree.
final class DmarcSuiteTest {
    private static final Path FILE = Path.of("..", "shared", "suites", "dmarc.json");

    @TestFactory
    Stream<DynamicTest> everyCase() {
        if (!Files.exists(FILE)) {
            return Stream.of(DynamicTest.dynamicTest("dmarc", () -> assumeTrue(false, FILE + " is not here")));
        }
        List<DynamicTest> all = new ArrayList<>();
        JsonMapper.shared().readTree(FILE.toFile()).get("cases").forEach(each ->
                all.add(DynamicTest.dynamicTest(each.get("name").asString(), () -> holds(each))));
        return all.stream();
    }

    private static void holds(JsonNode test) {
        var zone = FakeZone.of(test.get("zone"));
        List<Dmarc.Identifier> dkim = new ArrayList<>();
        test.get("dkim").forEach(each -> dkim.add(identifier(each)));
        Optional<Dmarc.Identifier> spf = Optional.of(test.get("spf")).filter(each -> !each.isNull()).map(DmarcSuiteTest::identifier);
        DmarcVerdict verdict = new Dmarc(zone).judge(test.get("from").asString(), spf, dkim);
        DmarcState state = verdict.state();
        JsonNode expect = test.get("expect");
        assertEquals(text(expect, "found_at"), state.foundAt());
        assertEquals(text(expect, "organizational_domain"), state.organizationalDomain());
        assertEquals(text(expect, "policy"), state.policy().map(DmarcPolicy::id));
        assertEquals(text(expect, "applies"), state.applies());
        assertEquals(expect.get("testing").asBoolean(), state.testing());
        assertEquals(text(expect, "adkim"), state.adkim());
        assertEquals(text(expect, "aspf"), state.aspf());
        assertEquals(expect.get("aligned").get("spf").asBoolean(), verdict.spfAligned());
        assertEquals(expect.get("aligned").get("dkim").asBoolean(), verdict.dkimAligned());
        assertEquals(expect.get("result").asString(), verdict.result().id());
        assertEquals(expect.get("disposition").asString(), verdict.disposition().id());
        var problems = new TreeSet<String>();
        expect.get("problems").forEach(each -> problems.add(each.asString()));
        assertEquals(problems, new TreeSet<>(state.problems()));
        if (expect.has("max_queries") || test.has("max_queries")) {
            long asked = zone.asked().stream().filter(each -> each.startsWith("TXT _dmarc.")).distinct().count();
            assertTrue(asked <= (expect.has("max_queries") ? expect : test).get("max_queries").asInt(), () -> String.valueOf(zone.asked()));
        }
    }

    private static Dmarc.Identifier identifier(JsonNode node) {
        return new Dmarc.Identifier(node.get("result").asString().equals("pass"), node.get("domain").asString());
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.get(name)).filter(each -> !each.isNull()).map(JsonNode::asString);
    }
}
