package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.cli.BatchCall.batch;
import static org.mailmedic.cli.BatchCall.byId;
import static org.mailmedic.cli.BatchCall.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.monitor.batch.FleetServer;
import org.mailmedic.monitor.batch.FleetServer.Temper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// In a batch no password is tried in vain twice, and none is told.
@Timeout(100)
final class BatchPasswordsTest {
    @TempDir
    private Path folder;

    @Test
    void aWrongPasswordIsTriedOnceAndARightOneStillIs() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.3.1", Temper.WRONG_PASSWORD))) {
            var list = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                list.append(line("old" + i, "127.0.3.1", server.port(), ",\"user\":\"anna\",\"password_env\":\"OLD\""));
            }
            list.append(line("new", "127.0.3.1", server.port(), ",\"user\":\"anna\",\"password_env\":\"PW\""));
            list.append(line("bert", "127.0.3.1", server.port(), ",\"user\":\"bert\",\"password_env\":\"OLD\""));
            Call call = batch(list.toString());
            Map<String, JsonNode> all = byId(call.out());
            assertEquals(List.of("127.0.3.1 anna wrong", "127.0.3.1 anna right", "127.0.3.1 bert wrong"), server.signIns());
            assertEquals("healthy", all.get("new").get("outcome").asString());
            for (int i = 0; i < 6; i++) {
                assertEquals("auth.bad_credentials", all.get("old" + i).get("code").asString());
            }
            assertTrue(all.get("old0").get("note").isNull());
            assertTrue(all.get("old3").get("note").asString().contains("the same password was refused here at line old0"),
                    all.get("old3")::toString);
            assertEquals("[\"sign_in\"]", all.get("old3").get("unchecked").toString());
            assertFalse(call.out().contains("wrong\""));
        }
    }

    @Test
    void aReportNamesTheSignInThatWasLeftOut() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.3.9", Temper.WRONG_PASSWORD))) {
            String more = ",\"user\":\"anna@example.test\",\"password_env\":\"OLD\"";
            Call call = batch(line("first", "127.0.3.9", server.port(), more) + line("again", "127.0.3.9", server.port(), more),
                    "--reports", folder.toString(), "--reports-for", "problem");
            assertEquals(1, server.signIns().size());
            JsonNode report = JsonMapper.shared().readTree(Files.readString(folder.resolve("again.mailmedic.json")));
            assertEquals("[\"sign_in\",\"sender\"]", report.get("unchecked").toString());
            assertEquals(report.get("unchecked"), byId(call.out()).get("again").get("unchecked"));
            assertEquals("anna@example.test", report.get("settings").get("user").asString());
        }
    }

    @Test
    void noSignInAfterALockOut() throws IOException {
        try (var server = FleetServer.start(0, Map.of("127.0.4.1", Temper.LOCKED_OUT))) {
            var list = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                list.append(line("t" + i, "127.0.4.1", server.port(), ",\"user\":\"u" + i + "\",\"password_env\":\"PW\""));
                list.append(line("o" + i, "127.0.4.2", server.port(), ",\"user\":\"u" + i + "\",\"password_env\":\"PW\""));
            }
            Map<String, JsonNode> all = byId(batch(list.toString()).out());
            assertEquals(1, server.signIns().stream().filter(each -> each.startsWith("127.0.4.1")).count());
            assertEquals(5, server.signIns().stream().filter(each -> each.startsWith("127.0.4.2")).count());
            assertEquals("problem", all.get("t0").get("outcome").asString());
            for (int i = 1; i < 5; i++) {
                assertEquals("inconclusive", all.get("t" + i).get("outcome").asString());
                assertEquals("auth.too_many_attempts", all.get("t" + i).get("code").asString());
                assertTrue(all.get("t" + i).get("note").asString().contains("asked for fewer"));
            }
        }
    }

    @Test
    void noFormOfAPasswordIsAnywhere() throws IOException {
        String secret = "Tr0ub4dor&3 \u00fc%\"x";
        Path password = Files.writeString(folder.resolve("password.txt"), secret);
        try (var server = FleetServer.start(0, Map.of("127.0.14.1", Temper.WRONG_PASSWORD, "127.0.14.2", Temper.LOCKED_OUT))) {
            var list = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                list.append(line("t" + i, "127.0.14." + (1 + i % 3), server.port(),
                        ",\"user\":\"anna\",\"password_file\":\"" + password + "\""));
            }
            Path reports = folder.resolve("reports");
            Call call = batch(list.toString(), "--reports", reports.toString());
            assertEquals(6, call.out().lines().count());
            var all = new StringBuilder(call.out()).append(call.err());
            try (Stream<Path> files = Files.list(reports)) {
                for (Path each : files.toList()) {
                    all.append(Files.readString(each));
                }
            }
            String told = all.toString();
            new SecretForms("anna", secret).all().forEach(form -> assertFalse(told.contains(form), form));
            assertTrue(server.signIns().stream().anyMatch(each -> each.endsWith(secret)));
        }
    }

    @Test
    void aPasswordThatCannotBeReadIsItsLinesTrouble() throws IOException {
        try (var server = FleetServer.start(0, Map.of())) {
            Map<String, JsonNode> all = byId(batch(line("a", "127.0.12.1", server.port(), ",\"user\":\"u\",\"password_file\":\"/no/such\"")
                + line("b", "127.0.12.1", server.port(), ",\"user\":\"u\",\"password_env\":\"NO_SUCH\"")
                        + line("c", "127.0.12.1", server.port(), "")).out());
            assertTrue(all.get("a").get("error").asString().contains("/no/such cannot be read"));
            assertTrue(all.get("b").get("error").asString().contains("NO_SUCH is not set"));
            assertEquals("healthy", all.get("c").get("outcome").asString());
        }
    }
}
