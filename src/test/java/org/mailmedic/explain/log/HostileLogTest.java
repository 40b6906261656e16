package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.json.JsonText;

/// Lines that nobody meant well with, and those that something went wrong with.
final class HostileLogTest {
    private static final List<String> GOOD = List.of(
        "Mar  2 00:05:14 mail postfix/smtpd[1998]: 750FC5CCF3: client=client6.example[192.0.2.51], sasl_method=PLAIN, "
                + "sasl_username=a@b.example",
        "Mar  2 00:05:44 mail postfix/smtp[4018]: 750FC5CCF3: to=<y@hotmail.com>, orig_to=<z>, relay=mx.example[192.0.2.1]:25, "
                + "delay=30, delays=0/0/30/0, "
                + "dsn=4.4.1, status=deferred (host mx.example[192.0.2.1] said: 450-4.2.0 a 450 4.2.0 b (in reply to RCPT TO command))",
        "Mar  2 00:05:14 mail postfix/smtpd[1]: warning: unknown[1.2.3.4]: SASL LOGIN authentication failed: x, "
                + "sasl_username=info@b.example",
        "Mar  2 00:05:14 mail postfix/qmgr[1187]: 750FC5CCF3: from=<x@b.example>, status=expired, returned to sender",
        "2026-03-02 00:05:14 1wAbCd-000EfG-Hi ** a@b.example <c@d.example> R=dnslookup T=remote_smtp H=mx.b.example [192.0.2.1] "
                + "X=TLS: SMTP error from remote "
                + "mail server after RCPT TO:<a@b.example>: 550 5.1.1 no such user QT=1m2s DT=3s",
        "2026-03-02 00:05:14 [77] 1wAbCd-000EfG-Hi <= <> R=1wAbCd-000EfG-Hj U=Debian-exim P=local S=9",
        "2026-03-02 00:05:14 login authenticator failed for (User) [1.2.3.4]: 535 Incorrect authentication data (set_id=info@b.example)",
        "Mar  2 10:00:02 mail sm-mta[102]: 6229xxAA000101: to=<a@gmail.com>,<c@gmail.com>, delay=1+00:00:02, mailer=esmtp, relay=x. "
                + "[192.0.2.1], dsn=2.0.0, stat=Sent (OK)",
        "Mar  2 10:00:01 mail smtpd[77]: 8f0d mta delivery evpid=1d2c8bd5a1b2c3d4 from=<x> to=<a@b.example> rcpt=<-> "
                + "relay=\"192.0.2.1 (mx)\" delay=1s "
                + "result=\"TempFail\" stat=\"450 later\"",
        "-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------", "A1B2C3D4E5*    1234 Sat Nov 28 11:00:00  shop@b.example",
                "(reason)",
        "                                         fresh@c.example", " 25h  2.9K 1wAbCd-000EfG-Hi <alice@b.example> *** frozen ***",
        "#Fields: date-time,source,event-id,message-id,recipient-address,recipient-status",
                "2026-03-02T10:00:00.123Z,SMTP,FAIL,<1@b>,\"a@b;c@d\",\"550 no\"",
        "Mon 2026-03-02 00:05:14.123456 CET [s=0123;i=1]", "    MESSAGE=750FC5CCF3: removed", "    SYSLOG_IDENTIFIER=postfix/qmgr",
        "{\"__REALTIME_TIMESTAMP\":\"1772406314123456\",\"SYSLOG_IDENTIFIER\":\"postfix/smtp\",\"MESSAGE\":\"750FC5CCF3: removed\"}",
        "{\"queue_id\": \"B1B2C3D4E5\", \"arrival_time\": 1795867200, \"recipients\": [{\"address\": \"a@yahoo.com\", "
                + "\"delay_reason\": \"x\"}]}",
        "mail-1  | 2026-03-02T00:05:14Z mail postfix/smtp[41]: x", "<22>1 2026-03-02T00:05:14.1Z mail postfix/smtp 41 - [a b=\"c\"] x");

    @Test
    void cutAndSpoiledLinesNeverBreakIt() throws IOException {
        for (String line : GOOD) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            var tally = new LogTally(Logs.NOW);
            for (int cut = 0; cut <= bytes.length; cut++) {
                tally.line(bytes, 0, cut);
                tally.line(bytes, cut, bytes.length);
            }
            assertEquals(2L * (bytes.length + 1), tally.summary().lines());
        }
        var random = new Random(7);
        var tally = new LogTally(Logs.NOW);
        int spoiled = 30_000;
        for (int i = 0; i < spoiled; i++) {
            byte[] bytes = GOOD.get(random.nextInt(GOOD.size())).getBytes(StandardCharsets.UTF_8);
            for (int changes = random.nextInt(6); changes >= 0; changes--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = random.nextBoolean() ? (byte) random.nextInt(256) : bytes[random.nextInt(bytes.length)];
            }
            tally.line(bytes, 0, bytes.length);
        }
        tally.end();
        LogSummary summary = tally.summary();
        assertEquals(spoiled, summary.lines());
        assertTrue(summary.understood() > spoiled / 5, () -> "only " + summary.understood());
        assertTrue(JsonText.line(SummaryDocument.of(summary)).chars().noneMatch(Character::isISOControl));
    }

    @Test
    void memoryDoesNotGrowWithWhatNeverEnds() {
        var tally = new LogTally(Logs.NOW);
        int messages = MailBook.MOST_MESSAGES + 50_000;
        for (int i = 0; i < messages; i++) {
            byte[] line = ("Mar  2 00:05:44 mail postfix/smtp[1]: A%07d: to=<u%d@d%d.example>, relay=none, delay=1, delays=0/0/1/0, "
                    + "dsn=4.4.1, status=deferred (connect to mx[192.0.2.1]:25: Connection refused)").formatted(i, i, i)
                    .getBytes(StandardCharsets.US_ASCII);
            tally.line(line, 0, line.length);
        }

        LogSummary summary = tally.summary();

        assertEquals(messages, summary.queue().messages());
        assertEquals(new LogSummary.Recipients(0, messages, 0), summary.recipients());
        assertEquals(messages, summary.causes().getFirst().unreached());
    }

    @Test
    void aQueueNameThatComesAgainIsAnotherMessage() throws IOException {
        LogSummary summary = Logs.read("Mar  2 00:00:00 mail postfix/pickup[1]: A000001: uid=33 from=<w>",
                "Mar  2 00:00:01 mail postfix/smtp[1]: A000001: to=<a@b.example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
                        + "status=deferred "
                        + "(connect to mx[192.0.2.1]:25: Connection refused)",
                "Mar  2 01:00:00 mail postfix/pickup[1]: A000001: uid=33 from=<w>",
                "Mar  2 01:00:01 mail postfix/smtp[1]: A000001: to=<a@b.example>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/1/0, "
                        + "dsn=2.0.0, status=sent (250 ok)",
                "Mar  2 01:00:01 mail postfix/qmgr[1]: A000001: removed").summary();

        assertEquals(2, summary.messages());
        assertEquals(new LogSummary.Recipients(1, 0, 1), summary.recipients());
        assertEquals(0, summary.queue().messages());
    }

    @Test
    void whatWasCutOffWhileItCameInIsNoMessage() throws IOException {
        LogSummary summary = Logs.read("Mar  2 00:00:00 mail postfix/smtpd[1]: A000001: client=c.example[192.0.2.7]",
                "Mar  2 00:00:01 mail postfix/smtpd[1]: lost connection after RCPT from c.example[192.0.2.7]",
                "Mar  2 00:01:00 mail postfix/smtpd[2]: A000002: client=c.example[192.0.2.7]",
                        "Mar  2 00:01:00 mail postfix/cleanup[3]: A000002: message-id=<x>",
                "Mar  2 00:01:00 mail postfix/cleanup[3]: A000002: milter-reject: END-OF-MESSAGE from c.example[192.0.2.7]: 5.7.1 "
                        + "spam; from=<a@b> to=<c@d>",
                "Mar  2 00:02:00 mail postfix/smtpd[4]: A000003: client=c.example[192.0.2.7]",
                        "Mar  2 00:02:00 mail postfix/cleanup[3]: A000003: message-id=<y>",
                "Mar  2 00:02:09 mail postfix/smtpd[4]: disconnect from c.example[192.0.2.7] ehlo=1 mail=1 rcpt=1 data=1 quit=1 "
                        + "commands=5").summary();

        assertEquals(1, summary.messages());
        assertEquals(1, summary.rejected());
        assertEquals(1, summary.queue().messages());
    }

    @Test
    void manyRecipientsOfOneMessage() throws IOException {
        String[] lines = new String[3001];
        lines[0] = "Mar  2 00:00:00 mail postfix/pickup[1]: A000001: uid=33 from=<w>";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "Mar  2 00:00:01 mail postfix/smtp[1]: A000001: to=<u" + i % 1500
                    + "@b.example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
                    + "status=deferred (connect to mx[192.0.2.1]:25: Connection refused)";
        }

        assertEquals(new LogSummary.Recipients(0, 1500, 0), Logs.read(lines).summary().recipients());
    }
}
