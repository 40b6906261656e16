package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QueueListingTest {
    private static final String MAILQ = """
        -Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------
        A1B2C3D4E5*    1234 Sat Nov 28 11:00:00  shop@b.example
                                                 fresh@c.example

        B1B2C3D4E5      900 Fri Nov 27 12:00:00  shop@b.example
        (connect to hotmail-com.olc.protection.outlook.com[52.101.68.12]:25: Connection timed out)
                                                 a@hotmail.com
                                                 b@hotmail.com
         (host mx.c.example[192.0.2.9] said: 450 4.2.0 <d@c.example>: Recipient address rejected: Greylisted (in reply to RCPT TO command))
                                                 d@c.example

        4XyZ12abcz9Qk!  900 Sun Dec 28 12:00:00  MAILER-DAEMON
                                                 e@c.example

        -- 3 Kbytes in 3 Requests.
        """;

    private static final String EXIM = """
         25h  2.9K 1wAbCd-000EfG-Hi <alice@b.example>
                  red@gmail.com
                D bob@gmail.com

        10m   900 1wAbCd-0000000EfGh-Hijk <> *** frozen ***
                  white@c.example
        """;

    private static String causes(LogSummary summary) {
        return String.join(", ", summary.causes().stream()
                .map(each -> each.code() + " " + each.provider() + " " + each.deferred() + "/" + each.bounced() + "/"
                        + each.unreached()).toList());
    }

    private static LogSummary read(String listing) throws IOException {
        return Logs.read(listing.getBytes(StandardCharsets.UTF_8)).summary();
    }

    @Test
    void postfix() throws IOException {
        LogSummary summary = read(MAILQ);

        assertEquals("postfix", summary.program());
        assertEquals(new LogSummary.Attempts(0, 0, 0), summary.attempts());
        assertEquals(new LogSummary.Recipients(0, 5, 0), summary.recipients());
        assertEquals("tcp.timeout microsoft 0/0/2, send.greylisted other 0/0/1", causes(summary));
        assertEquals(3, summary.queue().messages());
        assertEquals("2025-12-28T12:00:00", summary.queue().oldest().orElseThrow().toString());
        assertEquals(Optional.of(335L * 86_400), summary.queue().oldestAgeSeconds());
        assertEquals("tcp.timeout", Logs.read(MAILQ.getBytes(StandardCharsets.UTF_8)).findings().getFirst().code().id());
    }

    @Test
    void postfixAsJson() throws IOException {
        LogSummary summary = read("{\"queue_name\": \"deferred\", \"queue_id\": \"B1B2C3D4E5\", \"arrival_time\": 1795867200, "
                + "\"message_size\": 900, \"sender\": "
                + "\"shop@b.example\", \"recipients\": [{\"address\": \"a@yahoo.com\", \"delay_reason\": \"connect to "
                        + "mta5.am0.yahoodns.net[67.195.204.77]:25: "
                + "Connection refused\"}]}\n{\"queue_name\": \"active\", \"queue_id\": \"C1B2C3D4E5\", \"arrival_time\": 1795867201, "
                        + "\"recipients\": [{\"address\": \"c@c.example\"}]}");

        assertEquals("postfix", summary.program());
        assertEquals("tcp.refused yahoo 0/0/1", causes(summary));
        assertEquals(new LogSummary.Recipients(0, 2, 0), summary.recipients());
        assertEquals("2026-11-28T12:00:00Z", summary.queue().oldest().orElseThrow().toString());
    }

    @Test
    void exim() throws IOException {
        LogSummary summary = read(EXIM);

        assertEquals("exim", summary.program());
        assertEquals(new LogSummary.Recipients(0, 2, 0), summary.recipients());
        assertEquals(2, summary.queue().messages());
        assertEquals(Optional.of(25L * 3600), summary.queue().oldestAgeSeconds());
    }

    @Test
    void sendmail() throws IOException {
        LogSummary summary = read("""
            \t\t/var/spool/mqueue (1 request)
            -----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------
            6229xxAA000103*     900 Sat Nov 28 10:00 <shop@b.example>
                             (Deferred: Connection refused by mx.c.example.)
            \t\t\t\t\t <a@c.example>
            \t\tTotal requests: 1
            """);

        assertEquals("sendmail", summary.program());
        assertEquals(new LogSummary.Recipients(0, 1, 0), summary.recipients());
        assertEquals("tcp.refused other 0/0/1", causes(summary));
        assertEquals(Optional.of(7200L), summary.queue().oldestAgeSeconds());
    }

    @Test
    void anEmptyQueueIsAListingToo() throws IOException {
        assertEquals(0, read("Mail queue is empty\n").queue().messages());
        assertTrue(MailLog.looksLikeOne("Mail queue is empty\n", Logs.NOW));
    }

    @Test
    void whatLooksLikeALogOrAListing() {
        assertTrue(MailLog.looksLikeOne(MAILQ, Logs.NOW));
        assertTrue(MailLog.looksLikeOne(EXIM, Logs.NOW));
        String line = "Mar  2 00:05:14 mail postfix/pickup[1]: A000001: uid=33 from=<w>\n";
        assertTrue(MailLog.looksLikeOne(line.repeat(5), Logs.NOW));
        assertTrue(MailLog.looksLikeOne(new byte[] {0x1f, (byte) 0x8b, 8, 0}, Logs.NOW));
        assertTrue(MailLog.looksLikeOne(line.repeat(2), Logs.NOW));
        assertFalse(MailLog.looksLikeOne(line + "\nWhat does this mean?\nThank you,\nAnna\n" + line, Logs.NOW));
        assertFalse(MailLog.looksLikeOne(line, Logs.NOW), "one line is a message to explain");
        assertFalse(MailLog.looksLikeOne("Mar  2 00:05:14 web nginx[1]: 404 not found\n".repeat(9), Logs.NOW));
        assertFalse(MailLog.looksLikeOne(line.repeat(5) + "I have this trouble since yesterday.\n".repeat(20), Logs.NOW));
        assertFalse(MailLog.looksLikeOne("Subject: hello\n\n(this is no queue)\n   a@b.example\n", Logs.NOW));
        assertFalse(MailLog.looksLikeOne("", Logs.NOW));
    }
}
