package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Sendmail, OpenSMTPD, Exchange, Dovecot's submission.
final class OtherServersTest {
    private static String causes(LogSummary summary) {
        return String.join(", ", summary.causes().stream()
                .map(each -> each.code() + " " + each.provider() + " " + each.deferred() + "/" + each.bounced() + "/"
                        + each.unreached()).toList());
    }

    @Test
    void sendmail() throws IOException {
        LogSummary summary = Logs.read(
            "Mar  2 10:00:00 mail sm-mta[101]: 6229xxAA000101: from=<shop@b.example>, size=900, class=0, nrcpts=2, "
                    + "msgid=<1@b.example>, proto=ESMTP, "
                    + "daemon=MTA-v4, relay=client.example [192.0.2.7]",
            "Mar  2 10:00:02 mail sm-mta[102]: 6229xxAA000101: to=<a@gmail.com>,<c@gmail.com>, delay=00:00:02, xdelay=00:00:01, "
                    + "mailer=esmtp, "
                    + "pri=120900, relay=gmail-smtp-in.l.google.com. [142.250.27.26], dsn=2.0.0, stat=Sent (OK 1772445600 x - gsmtp)",
            "Mar  2 10:01:00 mail sm-mta[103]: 6229xxAA000103: from=<shop@b.example>, size=900, class=0, nrcpts=1, "
                    + "msgid=<2@b.example>, proto=ESMTP, "
                    + "daemon=MTA-v4, relay=client.example [192.0.2.7]",
            "Mar  2 10:02:00 mail sm-mta[104]: 6229xxAA000103: to=<a@c.example>, delay=00:01:00, xdelay=00:01:00, mailer=esmtp, "
                    + "pri=120900, "
                    + "relay=mx.c.example. [192.0.2.9], dsn=4.0.0, stat=Deferred: Connection refused by mx.c.example.",
            "Mar  2 10:03:00 mail sm-mta[105]: 6229xxAA000105: from=<shop@b.example>, size=900, class=0, nrcpts=1, "
                    + "msgid=<3@b.example>, proto=ESMTP, "
                    + "daemon=MTA-v4, relay=client.example [192.0.2.7]",
            "Mar  2 10:03:01 mail sm-mta[106]: 6229xxAA000105: to=<nobody@c.example>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, "
                    + "pri=1, "
                    + "relay=mx.c.example. [192.0.2.9], dsn=5.1.1, stat=User unknown",
            "Mar  2 10:03:01 mail sm-mta[106]: 6229xxAA000105: 6229xxAB000106: DSN: User unknown",
            "Mar  2 10:03:02 mail sm-mta[107]: ruleset=check_rcpt, arg1=<x@elsewhere.example>, relay=[203.0.113.9], reject=550 5.7.1 "
                    + "<x@elsewhere.example>... Relaying denied").summary();

        assertEquals("sendmail", summary.program());
        assertEquals(3, summary.messages());
        assertEquals(new LogSummary.Attempts(1, 1, 1), summary.attempts());
        assertEquals(new LogSummary.Recipients(2, 1, 1), summary.recipients());
        assertEquals(1, summary.rejected());
        assertEquals("send.recipient_rejected other 0/1/1, tcp.refused other 1/0/1", causes(summary));
        assertEquals(2, summary.queue().messages(), "the deferred one and the notice");
        assertEquals(8, summary.understood());
    }

    @Test
    void whatSendmailPassesOnToItselfIsOneMessage() throws IOException {
        LogSummary summary = Logs.read(
            "Mar  2 10:00:00 mail sendmail[101]: 6229xxAA000101: from=root, size=900, class=0, nrcpts=1, msgid=<1@b.example>, "
                    + "relay=root@localhost",
            "Mar  2 10:00:00 mail sm-mta[102]: 6229xxAB000102: from=<root@b.example>, size=1100, class=0, nrcpts=1, "
                    + "msgid=<1@b.example>, proto=ESMTP, "
                    + "daemon=MTA-v4, relay=localhost [127.0.0.1]",
            "Mar  2 10:00:00 mail sendmail[101]: 6229xxAA000101: to=a@c.example, ctladdr=root (0/0), delay=00:00:00, xdelay=00:00:00, "
                    + "mailer=relay, "
                    + "pri=30900, relay=[127.0.0.1] [127.0.0.1], dsn=2.0.0, stat=Sent (6229xxAB000102 Message accepted for "
                            + "delivery)").summary();

        assertEquals(1, summary.messages());
        assertEquals(1, summary.queue().messages());
    }

    @Test
    void openSmtpd() throws IOException {
        LogSummary summary = Logs.read(
            "Mar  2 10:00:00 mail smtpd[77]: 8f0d3a1b2c3d4e5f smtp connected address=192.0.2.7 host=client.example",
            "Mar  2 10:00:00 mail smtpd[77]: 8f0d3a1b2c3d4e5f smtp message msgid=1d2c8bd5 size=900 nrcpt=1 proto=ESMTP",
            "Mar  2 10:00:01 mail smtpd[77]: 8f0d3a202c3d4e5f mta delivery evpid=1d2c8bd5a1b2c3d4 from=<shop@b.example> "
                    + "to=<a@outlook.com> rcpt=<-> "
                    + "source=\"192.0.2.1\" relay=\"52.101.73.6 (outlook-com.olc.protection.outlook.com)\" delay=1s result=\"Ok\" "
                    + "stat=\"250 2.6.0 Queued mail for delivery\"",
            "Mar  2 10:05:00 mail smtpd[77]: 8f0d3a1b2c3d4e60 smtp message msgid=2d2c8bd5 size=900 nrcpt=1 proto=ESMTP",
            "Mar  2 10:05:01 mail smtpd[77]: 8f0d3a202c3d4e61 mta delivery evpid=2d2c8bd5a1b2c3d4 from=<shop@b.example> "
                    + "to=<a@c.example> rcpt=<-> "
                    + "source=\"192.0.2.1\" relay=\"192.0.2.9 (mx.c.example)\" delay=1s result=\"TempFail\" "
                    + "stat=\"450 4.2.0 <a@c.example>: Recipient address rejected: Greylisted\"",
            "Mar  2 10:06:00 mail smtpd[77]: 8f0d3a1b2c3d4e62 smtp failed-command command=\"RCPT TO:<x@elsewhere.example>\" "
                    + "result=\"550 Invalid recipient\"",
            "Mar  2 10:07:00 mail smtpd[77]: 8f0d3a1b2c3d4e63 smtp authentication user=info@b.example result=permfail").summary();

        assertEquals("opensmtpd", summary.program());
        assertEquals(2, summary.messages());
        assertEquals(new LogSummary.Attempts(1, 1, 0), summary.attempts());
        assertEquals(new LogSummary.Recipients(1, 1, 0), summary.recipients());
        assertEquals("send.greylisted other 1/0/1", causes(summary));
        assertEquals(1, summary.rejected());
        assertEquals(1, summary.queue().messages());
        assertEquals(List.of(new LogSummary.SignIns("info@b.example", 1, 1)), summary.signIns());
        assertEquals("microsoft", summary.providers().getFirst().name());
    }

    @Test
    void exchange() throws IOException {
        LogSummary summary = Logs.read(
            "#Software: Microsoft Exchange Server", "#Version: 15.02.1118.007", "#Log-type: Message Tracking Log",
            "#Fields: "
                    + "date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,"
                    + "internal-message-id,"
                    + "message-id,recipient-address,recipient-status,total-bytes,recipient-count,sender-address,message-subject",
            "2026-03-02T10:00:00.123Z,,,,EX01,,,STOREDRIVER,RECEIVE,11,<1@b.example>,a@gmail.com;c@c.example,,"
                    + "900,2,shop@b.example,\"Hello, you\"",
            "2026-03-02T10:00:01.123Z,,,142.250.27.26,gmail-smtp-in.l.google.com,,Out,SMTP,SEND,11,<1@b.example>,a@gmail.com,250 "
                    + "2.1.5,900,1,shop@b.example,Hello",
            "2026-03-02T10:00:02.123Z,,,,,,Out,SMTP,FAIL,11,<1@b.example>,c@c.example,"
                    + "\"550 5.1.1 <c@c.example>: Recipient address rejected: User unknown\",900,1,shop@b.example,Hello",
            "2026-03-02T10:01:00.123Z,,,,EX01,,,SMTP,RECEIVE,12,<2@b.example>,d@c.example,,900,1,shop@b.example,Hello",
            "2026-03-02T10:01:02.123Z,,,,,,Out,SMTP,DEFER,12,<2@b.example>,d@c.example,451 4.3.0 Error: queue file write "
                    + "error,900,1,shop@b.example,Hello")
            .summary();

        assertEquals("exchange", summary.program());
        assertEquals(2, summary.messages());
        assertEquals(new LogSummary.Attempts(1, 1, 1), summary.attempts());
        assertEquals(new LogSummary.Recipients(1, 1, 1), summary.recipients());
        assertEquals("send.recipient_rejected other 0/1/1, smtp.server_error other 1/0/1", causes(summary));
        assertEquals(Optional.of("2026-03-02T10:00:00Z"), summary.from().map(LogTime::toString));
        assertEquals(1, summary.queue().messages());
    }

    @Test
    void whoCannotSignIn() throws IOException {
        LogSummary summary = Logs.read(
            "Mar  2 10:00:00 mail dovecot: submission-login: Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): "
                    + "user=<info@b.example>, "
                    + "method=PLAIN, rip=203.0.113.9, lip=192.0.2.1, TLS",
            "Mar  2 10:00:00 mail dovecot: imap-login: Disconnected (auth failed, 1 attempts): user=<other@b.example>, method=PLAIN, "
                    + "rip=203.0.113.9",
            "Mar  2 10:00:00 mail postfix/smtpd[1]: warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, "
                    + "sasl_username=info@b.example",
            "Mar  2 10:00:00 mail postfix/smtpd[1]: warning: unknown[203.0.113.10]: SASL LOGIN authentication failed: (reason "
                    + "unavailable), "
                    + "sasl_username=sales@b.example").summary();

        assertEquals("[SignIns[user=info@b.example, attempts=2, addresses=1], SignIns[user=sales@b.example, attempts=1, addresses=1]]",
                summary.signIns().toString());
    }
}
