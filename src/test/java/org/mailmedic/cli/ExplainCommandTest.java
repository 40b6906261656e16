package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class ExplainCommandTest {
    private static final String REFUSED = "Error: connect ECONNREFUSED 198.51.100.7:587 (nodemailer)\n";

    @TempDir
    private Path folder;

    private static JsonNode json(Session session) {
        return SchemaCheck.valid("explanation.schema.json", session.out());
    }

    @Test
    void fromStandardInput() {
        for (String[] arguments : new String[][] {{"explain", "-", "--format", "json"}, {"explain", "--format", "json"}}) {
            Session session = Session.of(REFUSED, arguments);
            assertEquals(0, session.code(), session.err());
            JsonNode all = json(session);
            JsonNode first = all.path("explanations").path(0);
            assertEquals("tcp.refused", first.path("code").asString());
            assertEquals("connect", first.path("stage").asString());
            assertEquals("mail_provider", first.path("party").asString());
            assertTrue(first.path("steps").size() >= 2);
            assertTrue(first.path("matched").asString().contains("ECONNREFUSED"));
            assertEquals("198.51.100.7", all.path("found").path("host").asString());
            assertEquals(587, all.path("found").path("port").asInt());
            assertTrue(all.path("marks").size() >= 2);
        }
    }

    @Test
    void fromFiles() throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), REFUSED);
        Path two = Files.writeString(folder.resolve("two.txt"), "SMTP: 552 5.2.2 Mailbox full (in reply to RCPT TO command)");
        Session session = Session.of("", "explain", one.toString(), two.toString(), "--format", "json");
        assertEquals(0, session.code(), session.err());
        var codes = json(session).path("explanations").valueStream().map(each -> each.path("code").asString()).toList();
        assertTrue(codes.contains("tcp.refused") && codes.contains("send.mailbox_full"), codes.toString());
    }

    @Test
    void whatIsNotUnderstoodIsUnknown() {
        Session session = Session.of("Hello Tom, see you on Monday.", "explain", "--format", "json");
        assertEquals(1, session.code(), session.err());
        assertEquals("unknown", json(session).path("explanations").path(0).path("code").asString());
        assertEquals(1, Session.of("", "explain").code());
    }

    @Test
    void aTextSaysWhatToDoAndClaimsNoMeasurement() {
        Session session = Session.of(REFUSED, "explain");
        assertEquals(0, session.code(), session.err());
        assertTrue(session.out().contains("The server refused the connection") && session.out().contains("1. "), session.out());
        assertFalse(session.out().contains("we tried") || session.out().contains("answers at"), session.out());
    }

    @Test
    void whatCannotBeReadIsABadCall() {
        for (String file : new String[] {folder.toString(), folder.resolve("none.txt").toString()}) {
            Session session = Session.of("", "explain", file, "--format", "json");
            assertEquals(2, session.code());
            assertEquals("", session.out());
            assertFalse(session.err().isBlank());
        }
        assertEquals(2, Session.of(REFUSED, "explain", "--format", "yaml").code());
    }
}
