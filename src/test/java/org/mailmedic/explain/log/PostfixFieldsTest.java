package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PostfixFieldsTest {
    private static final Path SUITE = Path.of("..", "shared", "suites", "postfix-lines.jsonl");

    private final PostfixFields reader = new PostfixFields();

    @Test
    void theFieldsOfTheSuite() throws IOException {
        assumeTrue(Files.isRegularFile(SUITE), "the shared test data is not here");
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (String line : Files.readAllLines(SUITE)) {
            JsonNode test = JsonMapper.shared().readTree(line);
            Map<String, String> fields = reader.read(part(test.path("pattern").asString()), test.path("line").asString());
            for (Map.Entry<String, JsonNode> expected : test.path("expect").properties()) {
                all++;
                String found = fields.get(expected.getKey());
                if (!expected.getValue().asString().equals(found)) {
                    wrong.add(test.path("name").asString() + " " + expected.getKey() + ": " + expected.getValue() + " is not " + found);
                }
            }
            fields.keySet().stream().filter(name -> !test.path("expect").has(name))
                    .forEach(name -> wrong.add(test.path("name").asString() + " " + name + " is not there"));
        }
        int right = all - wrong.size();
        String message = right + " of " + all + " fields: " + String.join("\n", wrong);
        assertTrue(right * 100.0 / all >= 98, message);
    }

    private static String part(String pattern) {
        return pattern.replace("POSTFIX_", "").toLowerCase(Locale.ROOT);
    }

    @Test
    void aDeferredDelivery() {
        Map<String, String> fields = reader.read("smtp", "4XyZ12abcz9Qk: to=<a@b.example>, relay=none, delay=3, delays=1/0/2/0, dsn=4.4.1, "
                + "status=deferred (connect to mx.b.example[2001:db8::25]:25: Connection timed out)");

        assertEquals("4XyZ12abcz9Qk", fields.get("postfix_queueid"));
        assertEquals("deferred", fields.get("postfix_status"));
        assertEquals("connect to mx.b.example[2001:db8::25]:25: Connection timed out", fields.get("postfix_smtp_response"));
    }

    @Test
    void whatIsNoLineOfThatDaemonHasNoFields() {
        assertEquals(Map.of(), reader.read("smtp", "GET / HTTP/1.1"));
        assertEquals(Map.of(), reader.read("smtpd", "connect from nowhere"));
        assertEquals(Map.of(), reader.read("nginx", "connect from a.example[192.0.2.1]"));
        assertEquals(Map.of(), reader.read("smtp", ""));
    }

    @Test
    void aHostileLineTakesTimeThatGrowsWithItsLength() {
        String line = "4104E3D: reject: RCPT from " + "a[1.2.3.4]: 550 5.1.1 <x>: y; ".repeat(2000);

        assertEquals(Map.of(), reader.read("smtpd", line));
    }
}
