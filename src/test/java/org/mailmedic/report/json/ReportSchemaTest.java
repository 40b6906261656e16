package org.mailmedic.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class ReportSchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReportSchema schema = ReportSchema.shipped();

    private List<ReportSchema.Complaint> check(String json) throws JsonTree.Unreadable {
        return schema.check(JsonTree.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSchemaShippedIsTheOnePublished() throws IOException {
        try (var shipped = ReportSchema.class.getResourceAsStream("report.schema.json")) {
            assertEquals(Files.readString(Path.of("assets", "report.schema.json")),
                    new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void complaintsSayWhereAndWhat() throws JsonTree.Unreadable {
        String good = JsonReport.write(Samples.problem());
        assertEquals(List.of(), check(good));
        assertEquals(List.of(new ReportSchema.Complaint("/total", "additionalProperties", ""),
                new ReportSchema.Complaint("/total_ms", "required", "")),
                check(good.replace("\"total_ms\"", "\"total\"")).stream().sorted((a, b) -> a.at().compareTo(b.at())).toList());
        assertTrue(check(good.replace("0.93", "1.93")).contains(new ReportSchema.Complaint("/diagnoses/0/confidence", "maximum", "1")));
        assertEquals("/evidence/1", check(good.replaceFirst("\"role\" : \"target\",", "")).getFirst().at().substring(0, 11));
    }

    /// A second validator, written by others, has the last word: both find fault with the same documents.
    @Test
    void itJudgesLikeAnotherValidator() throws IOException, JsonTree.Unreadable {
        var other = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("assets", "report.schema.json")), InputFormat.JSON);
        var random = new Random(5);
        int wrong = 0;
        for (int round = 0; round < 600; round++) {
            JsonNode tree = JSON.readTree(JsonReport.write(Samples.problem()));
            change(tree, random);
            String json = tree.toString();
            var theirs = other.validate(json, InputFormat.JSON);
            var ours = check(json);
            assertEquals(theirs.isEmpty(), ours.isEmpty(), () -> ours + " / " + theirs + " / " + json);
            var places = theirs.stream().map(each -> each.getInstanceLocation().toString()).collect(Collectors.toCollection(TreeSet::new));
            wrong += ours.isEmpty() ? 0 : 1;
            assertTrue(ours.isEmpty() || places.size() <= ours.size() + 1, () -> ours + " / " + places);
        }
        assertTrue(wrong > 100, "too few were wrong for this to mean much: " + wrong);
    }

    private static void change(JsonNode tree, Random random) {
        JsonNode at = tree;
        while (true) {
            var children = at.isObject() ? List.copyOf(at.propertyNames()) : List.<String>of();
            if (at instanceof ObjectNode object) {
                if (children.isEmpty()) {
                    return;
                }
                String name = children.get(random.nextInt(children.size()));
                JsonNode child = object.get(name);
                if (child.isContainer() && !child.isEmpty() && random.nextInt(4) > 0) {
                    at = child;
                    continue;
                }
                switch (random.nextInt(6)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.put(name, "");
                    case 2 -> object.put(name, -1);
                    case 3 -> object.put(name, 1e9);
                    case 4 -> object.putArray(name);
                    default -> object.put(name + "x", "new");
                }
                return;
            }
            if (at instanceof ArrayNode array) {
                int index = random.nextInt(array.size());
                if (array.get(index).isContainer() && !array.get(index).isEmpty()) {
                    at = array.get(index);
                    continue;
                }
                array.add(array.get(index));
                return;
            }
            return;
        }
    }

    @Test
    void aRuleThatIsNotUnderstoodIsOurBug() {
        var odd = ReportSchema.of("{\"type\": \"object\", \"oneOf\": []}".getBytes(StandardCharsets.UTF_8));
        assertThrows(IllegalArgumentException.class, () -> odd.check(1));
    }

    @Test
    void complaintsEnd() throws JsonTree.Unreadable {
        String many = "{\"format\": \"mailmedic-report\", \"evidence\": [" + "{\"id\": 1},".repeat(5000) + "{}]}";
        assertEquals(100, check(many).size());
        assertFalse(check("[]").isEmpty());
        assertFalse(check("null").isEmpty());
    }
}
