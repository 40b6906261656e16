package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.cli.BatchCall.batch;
import static org.mailmedic.cli.BatchCall.byId;
import static org.mailmedic.cli.BatchCall.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.monitor.batch.FleetServer;
import org.mailmedic.monitor.batch.FleetServer.Temper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whole batches against servers on loopback.
@Timeout(100)
final class BatchTest {
    private static final List<String> KEYS = List.of("format", "version", "id", "host", "port", "outcome", "code", "party", "stage",
            "confidence", "title",
            "certificate_not_after", "stage_ms", "total_ms", "error");
    @TempDir
    private Path folder;

    @Test
    void aLineForEachTargetInTheShapeOfTheContract() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.1.2", Temper.REFUSES))) {
            Call call = batch(line("fine", "127.0.1.1", server.port(), "") + line("no", "127.0.1.2", server.port(), "")
                    + "{\"id\":\"bad\"}\n");
            assertEquals(1, call.code(), call.err());
            Map<String, JsonNode> all = byId(call.out());
            assertEquals(Set.of("fine", "no", "bad"), all.keySet());
            for (JsonNode each : all.values()) {
                assertEquals(KEYS, List.copyOf(each.propertyNames()).subList(0, KEYS.size()));
                assertEquals("mailmedic-batch", each.get("format").asString());
            }
            assertEquals("healthy", all.get("fine").get("outcome").asString());
            assertTrue(all.get("fine").get("code").isNull() && all.get("fine").get("error").isNull());
            assertTrue(all.get("fine").get("stage_ms").has("greeting"));
            assertEquals("smtp.rejected_by_server", all.get("no").get("code").asString());
            assertEquals("mail_provider", all.get("no").get("party").asString());
            assertTrue(all.get("bad").get("error").asString().contains("neither a host nor a domain"));
            assertTrue(call.err().contains("3 lines: 1 healthy, 1 with a problem, 0 unclear, 1 not checked."), call.err());
            assertTrue(call.err().contains("1  smtp.rejected_by_server") && call.err().contains("1  127.0.1.2"), call.err());
        }
    }

    @Test
    void exitCodesTellTheWhole() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.1.2", Temper.REFUSES))) {
            String fine = line("a", "127.0.1.1", server.port(), "");
            assertEquals(0, batch(fine).code());
            assertEquals(1, batch(fine + line("b", "127.0.1.2", server.port(), "")).code());
            assertEquals(3, batch(fine + "{\"id\":\"b\"}\n").code());
            assertEquals(2, batch("{\"id\":\"b\"}\n").code());
            assertEquals(2, batch("").code());
        }
    }

    @Test
    void politeToEachServer() throws IOException {
        try (var server = FleetServer.start(5, Map.of())) {
            var list = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                String user = i % 2 == 0 ? "" : ",\"user\":\"u" + i + "\",\"password_env\":\"PW\"";
                list.append(line("t" + i, "127.0.2." + (1 + i % 3), server.port(), user));
            }
            Call call = batch(list.toString(), "--jobs", "16", "--per-host", "3");
            assertEquals(0, call.code(), call.err());
            assertEquals(60, byId(call.out()).size());
            assertTrue(server.busiest() <= 3, "at once: " + server.busiest());
            assertEquals(1, server.mostSigningIn());
            assertEquals(30, server.signIns().size());
        }
    }

    @Test
    void shardsTogetherAreTheWhole() throws IOException {
        try (var server = FleetServer.start(0, Map.of())) {
            var list = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                list.append(line("t" + i, "127.0.5." + (1 + i / 2), server.port(), ""));
            }
            list.append("{\n{\"id\":\"t1\",\"host\":\"127.0.5.1\"}\n");
            Set<String> seen = new HashSet<>();
            for (int shard = 1; shard <= 4; shard++) {
                for (String line : batch(list.toString(), "--shard", shard + "/4").out().lines().toList()) {
                    JsonNode result = JsonMapper.shared().readTree(line);
                    assertTrue(seen.add(result.get("id").asString() + result.get("line")), line);
                }
            }
            assertEquals(62, seen.size());
        }
    }

    @Test
    void aDomainHasItsSentence() {
        JsonNode line = byId(batch("{\"id\":\"d\",\"domain\":\"example.test\"}").out()).get("d");
        assertTrue(line.get("error").asString().contains("command \"domain\"") || line.get("error").isNull(), line::toString);
        assertEquals("example.test", line.get("domain").asString());
    }

    @ParameterizedTest
    @CsvSource({"--jobs,0", "--jobs,many", "--jobs,5000", "--per-host,0", "--shard,0/8", "--shard,9/8", "--shard,1", "--shard,1/8x",
            "--reports-for,some",
        "--profile,deep", "--timeout,0", "--lang,!!"})
    void callsThatCannotBeCarriedOut(String option, String value) {
        Call call = new Call().typing("{\"host\":\"127.0.0.1\"}").run("batch", "-", option, value);
        assertEquals(2, call.code(), call.err());
        assertEquals("", call.out());
        assertTrue(call.err().contains(option), call.err());
    }

    @Test
    void resumeNeedsAFileAndAListMustBeThere() {
        assertTrue(new Call().typing("x").run("batch", "-", "--resume").err().contains("--resume needs --output"));
        assertTrue(new Call().run("batch", "/no/such/list").err().contains("cannot be read"));
        assertTrue(new Call().run("batch", folder.toString()).err().contains("is a folder"));
        assertTrue(new Call().typing("x").run("batch", "-", "--user", "u", "--password-stdin").err()
                .contains("--password-stdin cannot be used"));
        assertEquals(2, new Call().run("batch").code());
    }
}
