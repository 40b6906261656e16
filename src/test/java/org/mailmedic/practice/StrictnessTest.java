package org.mailmedic.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A client that is wrong is told so.
@Timeout(30)
class StrictnessTest {
    private static final String HEADER = "From: <a@practice.test>\r\nDate: Fri, 2 Jan 2026 03:04:05 +0000\r\n\r\n";

    private PracticeServer server;
    private RawClient client;

    @BeforeEach
    void connect() throws Exception {
        server = Servers.start("healthy");
        client = RawClient.plain(server);
        client.expect("220");
    }

    @AfterEach
    void leave() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void order() throws Exception {
        client.ask("MAIL FROM:<a@practice.test>", "503 5.5.1");
        client.ask("EHLO client.test", "250");
        client.ask("RCPT TO:<b@example.com>", "503 5.5.1");
        client.ask("DATA", "503 5.5.1");
        client.ask("MAIL FROM:<a@practice.test>", "250");
        client.ask("MAIL FROM:<a@practice.test>", "503 5.5.1");
        client.ask("DATA", "554 5.5.1");
        client.ask("RSET", "250");
        client.ask("RCPT TO:<b@example.com>", "503 5.5.1");
    }

    @Test
    void syntax() throws Exception {
        client.ask("EHLO", "501 5.5.4");
        client.ask("EHLO bad name", "501 5.5.4");
        client.ask("EHLO [127.0.0.1]", "250");
        client.ask("EHLO [IPv6:::1]", "250");
        client.ask("MAIL FROM: <a@practice.test>", "501 5.5.4");
        client.ask("MAIL FROM:a@practice.test", "501 5.5.4");
        client.ask("MAIL TO:<a@practice.test>", "501 5.5.4");
        client.ask("MAIL FROM:<a@>", "501 5.1.7");
        client.ask("MAIL FROM:<nobody>", "501 5.1.7");
        client.ask("MAIL FROM:<a@practice.test> RET=FULL", "555 5.5.4");
        client.ask("MAIL FROM:<a@practice.test> SIZE=big", "501 5.5.4");
        client.ask("MAIL FROM:<a@practice.test> SIZE=99999999", "552 5.3.4");
        client.ask("MAIL FROM:<ä@practice.test>", "553 5.6.7");
        client.ask("MAIL FROM:<> BODY=8BITMIME", "250");
        client.ask("RCPT TO:<a b@example.com>", "501 5.5.4");
        client.ask("RCPT TO:<b@example.com> NOTIFY=NEVER", "555 5.5.4");
        client.ask("RCPT TO:<Postmaster>", "250");
        client.ask("RCPT TO:<somebody>", "501 5.1.3");
    }

    @Test
    void otherCommands() throws Exception {
        client.ask("NOOP", "250 2.0.0");
        client.ask("noop with words", "250 2.0.0");
        client.ask("VRFY somebody", "252 2.0.0");
        client.ask("VRFY", "501 5.5.4");
        client.ask("HELP", "214");
        client.ask("BDAT 10 LAST", "502 5.5.2");
        client.ask("NOOP " + "x".repeat(600), "500 5.5.2");
        client.ask("RSET now", "501 5.5.4");
        client.ask("QUIT now", "501 5.5.4");
        client.ask("QUIT", "221");
        assertNull(client.reply());
    }

    @Test
    void pipelinedCommandsAreAnsweredInOrder() throws Exception {
        client.ask("EHLO client.test", "250");
        client.write("MAIL FROM:<a@practice.test>\r\nRCPT TO:<b@example.com>\r\nRCPT TO:<c@elsewhere.test>\r\nDATA\r\n");
        client.expect("250");
        client.expect("250");
        client.expect("550");
        client.expect("354");
        client.write(HEADER + "Hi\r\n.\r\nQUIT\r\n");
        client.expect("250");
        client.expect("221");
        assertEquals(1, server.messages().size());
    }

    @Test
    void nothingMayBePipelinedAfterStartTls() throws Exception {
        client.ask("EHLO client.test", "250");
        client.write("STARTTLS\r\nEHLO client.test\r\n");
        client.expect("421 4.7.0");
        assertNull(client.reply());
    }

    @Test
    void helloIsNeededAgainInsideTls() throws Exception {
        client.ask("EHLO client.test", "250");
        client.ask("STARTTLS now", "501");
        client.ask("STARTTLS", "220");
        client.encrypt(server);
        client.ask("MAIL FROM:<a@practice.test>", "503 5.5.1");
        client.ask("EHLO client.test", "250");
        client.ask("STARTTLS", "503 5.5.1");
        client.ask("MAIL FROM:<a@practice.test>", "250");
    }

    @Test
    void bareLineFeedsInCommandsEndTheConversation() throws Exception {
        client.write("EHLO client.test\n");
        client.expect("521 5.5.2");
        assertNull(client.reply());
    }

    @Test
    void messages() throws Exception {
        client.ask("EHLO client.test", "250");
        assertTrue(message("Subject: no sender\r\n\r\nHi\r\n").startsWith("550 5.6.0 Message has no valid From"));
        assertTrue(message(HEADER + "bare\nline feed\r\n").startsWith("550 5.6.0 Message has bare"));
        assertTrue(message(HEADER + "smuggled\n.\nQUIT\r\n").startsWith("550 5.6.0 Message has bare"));
        assertTrue(message(HEADER + "x".repeat(999) + "\r\n").startsWith("550 5.6.0 Message has lines longer"));
        assertTrue(message(HEADER + "ä\r\n").startsWith("550 5.6.1"));
        assertTrue(message(HEADER + ("x".repeat(998) + "\r\n").repeat(10_600)).startsWith("552 5.3.4"));
        assertEquals(0, server.messages().size());
        assertTrue(message(HEADER + "x".repeat(998) + "\r\n").startsWith("250"));
        assertEquals(1, server.messages().size());
    }

    @Test
    void aHundredRecipientsAreEnough() throws Exception {
        client.ask("EHLO client.test", "250");
        client.ask("MAIL FROM:<a@practice.test>", "250");
        for (int i = 0; i < 100; i++) {
            client.ask("RCPT TO:<b" + i + "@localhost>", "250");
        }
        client.ask("RCPT TO:<one@localhost>", "452 4.5.3");
    }

    @Test
    void patienceEnds() throws Exception {
        for (int i = 0; i < 20; i++) {
            client.ask("NONSENSE", "502");
        }
        client.expect("421 4.7.0");
        assertNull(client.reply());
    }

    private String message(String text) throws Exception {
        client.ask("MAIL FROM:<a@practice.test>", "250");
        client.ask("RCPT TO:<b@example.com>", "250");
        client.ask("DATA", "354");
        client.write(text + ".\r\n");
        return client.reply();
    }
}
