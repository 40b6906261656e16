package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A batch as a test calls it, and its lines.
final class BatchCall {
    static final String[] QUIETLY = {"--profile", "quick", "--security", "none", "--allow-plaintext-password", "--lang", "en",
            "--timeout", "5"};

    private BatchCall() {}

    static Call batch(String list, String... more) {
        List<String> words = new ArrayList<>(List.of("batch", "-"));
        words.addAll(List.of(QUIETLY));
        words.addAll(List.of(more));
        return new Call().with("PW", "right").with("OLD", "wrong").typing(list).run(words);
    }

    static Map<String, JsonNode> byId(String lines) {
        Map<String, JsonNode> all = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            JsonNode result = SchemaCheck.valid("batch.schema.json", line);
            assertEquals(null, all.put(result.get("id").asString(), result), "twice: " + line);
        }
        return all;
    }

    static String line(String id, String host, int port, String more) {
        return "{\"id\":\"" + id + "\",\"host\":\"" + host + "\",\"port\":" + port + more + "}\n";
    }
}
