package org.mailmedic.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.advice.PlainText;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.report.Report;
import org.mailmedic.report.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonReportTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Schema schema = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("assets", "report.schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> complaints(String json) {
        return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyReportFitsTheSchema() {
        return Stream.of(Samples.problem(), Samples.healthy(), Samples.hostile(),
                        Samples.healthy().leavingOut(List.of("sign_in", "recipient")))
                .map(report -> DynamicTest.dynamicTest(report.outcome().id(),
                        () -> assertEquals(List.of(), complaints(JsonReport.write(report)))));
    }

    @Test
    void keysComeInTheContractsOrder() {
        JsonNode json = JSON.readTree(JsonReport.write(Samples.problem()));
        assertEquals(List.of("format", "version", "id", "created", "tool", "language", "settings", "outcome", "unchecked", "diagnoses",
                "warnings", "stages",
                "evidence",
                "transcript", "total_ms", "masked", "digest"), List.copyOf(json.propertyNames()));
        assertEquals(List.of("name", "version", "os", "java"), List.copyOf(json.get("tool").propertyNames()));
        assertEquals(List.of("host", "port", "security", "user", "symptom"), List.copyOf(json.get("settings").propertyNames()));
        assertEquals(List.of("code", "stage", "party", "confidence", "title", "summary", "steps", "evidence", "letter"),
                List.copyOf(json.get("diagnoses").get(0).propertyNames()));
        assertEquals(List.of("code", "stage", "party", "confidence", "title", "summary", "steps", "evidence"),
                List.copyOf(json.get("diagnoses").get(1).propertyNames()));
        assertEquals(List.of("stage", "status", "started_ms", "duration_ms"), List.copyOf(json.get("stages").get(0).propertyNames()));
        assertEquals(List.of("at_ms", "from", "line"), List.copyOf(json.get("transcript").get(0).propertyNames()));
    }

    @Test
    void timesHaveAtMostThreeDecimals() {
        JsonNode json = JSON.readTree(JsonReport.write(Samples.problem()));
        assertEquals("1234.568", json.get("total_ms").asString());
        assertEquals("12.346", json.get("stages").get(0).get("duration_ms").asString());
        assertEquals("41.235", json.get("transcript").get(0).get("at_ms").asString());
        assertEquals("2026-11-20T13:02:00.000Z", json.get("created").asString());
        assertEquals("2026-11-20T13:02:00.678Z", JSON.readTree(JsonReport.write(Samples.healthy())).get("created").asString());
    }

    @Test
    void nothingHidesInTheText() {
        String json = JsonReport.write(Samples.hostile());
        assertFalse(json.codePoints().anyMatch(c -> c != '\n' && PlainText.dangerous(c)));
        assertEquals(Samples.HOSTILE, JSON.readTree(json).get("diagnoses").get(0).get("title").asString(), "and nothing is lost");
    }

    @Test
    void theSchemaKnowsEveryCode() throws IOException {
        JsonNode codes = JSON.readTree(Files.readString(Path.of("assets", "report.schema.json"))).get("$defs").get("code").get("enum");
        assertEquals(Arrays.stream(Code.values()).map(Code::id).sorted().toList(), codes.valueStream().map(JsonNode::asString).sorted()
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> theSchemaCatchesSlips() {
        String good = JsonReport.write(Samples.problem());
        return Map.of("outcome", good.replace("\"problem\"", "\"broken\""), "stage", good.replace("\"connect\"", "\"connecting\""),
                "status", good.replace("\"not_reached\"", "\"unreached\""), "party", good.replace("\"network\"", "\"isp\""),
                "code", good.replace("port.blocked_by_network", "port.blocked"), "extra", good.replace("\"total_ms\"", "\"total\""),
                "confidence", good.replace("0.93", "1.93"), "port", good.replace("\"port\" : 587,\n    \"security\"",
                        "\"port\" : 0,\n    \"security\""),
                "id", good.replace("0b51c6ae", "0b51c6a"), "empty", good.replaceFirst("(?s)\"diagnoses\" : \\[.*?\\],\\s*\"warnings\"",
                        "\"diagnoses\" : [], \"warnings\"")).entrySet().stream()
                .map(slip -> DynamicTest.dynamicTest(slip.getKey(), () -> {
                    assertFalse(slip.getValue().equals(good), "the slip was not made");
                    assertFalse(complaints(slip.getValue()).isEmpty());
                }));
    }

    @Test
    void aValueWithoutAPlaceIsOurBug() {
        var report = Samples.healthy();
        var odd = new Report(report.id(), report.created(), report.tool(), Map.of("host", new StringBuilder("x")), report.outcome(),
                List.of(), List.of(),
                List.of(), List.of(), List.of(), 0);
        var thrown = assertThrows(IllegalArgumentException.class, () -> JsonReport.write(odd));
        assertTrue(thrown.getMessage().contains("StringBuilder"));
    }

    /// RFC 8785 §3.2.2.3: the shortest digits, and no exponent for numbers as they stand in reports.
    @Test
    void theDigestTakesNumbersInTheirShortestForm() {
        assertEquals(ReportDigest.of(Map.of("n", 12)), ReportDigest.of(Map.of("n", 12.0)));
        assertEquals(ReportDigest.of(Map.of("n", 12)), ReportDigest.of(Map.of("n", 12L)));
        assertEquals(ReportDigest.of(Map.of("n", new BigDecimal("1.50"))), ReportDigest.of(Map.of("n", 1.5)));
        assertEquals(ReportDigest.of(Map.of("n", 25_000_000)), ReportDigest.of(Map.of("n", 2.5e7)));
        assertEquals(ReportDigest.of(Map.of("n", new BigDecimal("0.001"))), ReportDigest.of(Map.of("n", 0.001)));
        assertEquals(ReportDigest.of(Map.of("n", 0)), ReportDigest.of(Map.of("n", -0.0)));
        // {"n":12.5,"o":-3}
        assertEquals("sha-256:9c8939bd27c6b4eea0559311ab456c5a939433ae3a758f33fe333d6e3bb418f3",
                ReportDigest.of(Map.of("o", -3, "n", 12.5)));
    }
}
