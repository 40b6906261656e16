package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands before a line, and the year that does not.
final class HeadingTest {
    private static final String LINE = "4XyZ12abcz9Qk: to=<a@gmail.com>, relay=gmail-smtp-in.l.google.com[142.250.27.26]:25, "
            + "delay=1.2, delays=0.1/0/0.5/0.6, "
            + "dsn=2.0.0, status=sent (250 2.0.0 OK)";

    @ParameterizedTest
    @ValueSource(strings = {
        "Mar  2 00:05:14 mail postfix/smtp[41]: ", "Mar 02 00:05:14 mail postfix/smtp[41]: ",
                "Mar 02 00:05:14.123456 mail postfix/smtp[41]: ",
        "<22>Mar  2 00:05:14 mail postfix/smtp[41]: ", "2026-03-02T00:05:14.123456+01:00 mail postfix/smtp[41]: ",
        "2026-03-02T00:05:14+0100 mail postfix/smtp[41]: ", "2026-03-02T00:05:14Z mail postfix/submission/smtp[41]: ",
        "Mon 2026-03-02 00:05:14 CET mail postfix/smtp[41]: ", "<22>1 2026-03-02T00:05:14.1Z mail postfix/smtp 41 - - ",
        "2026-03-02T00:05:14.123456789Z Mar  2 00:05:14 mail postfix/smtp[41]: ", "2026-03-02T00:05:14.123456789Z postfix/smtp[41]: ",
        "2026-03-02T00:05:14.123456789Z stdout F Mar  2 00:05:14 mail postfix/smtp[41]: ",
                "mail-1  | Mar  2 00:05:14 mail postfix/smtp[41]: ",
        "mail-1  | 2026-03-02T00:05:14Z mail postfix/smtp[41]: ", "Mar  2 00:05:14 mail mta-out/smtp[41]: "})
    void oneLineBehindManyHeadings(String heading) throws IOException {
        LogSummary summary = Logs.read(heading + LINE).summary();

        assertEquals(new LogSummary.Attempts(1, 0, 0), summary.attempts());
        assertEquals("google", summary.providers().getFirst().name());
        assertEquals("2026-03-02T00:05:14", summary.from().orElseThrow().toString().substring(0, 19));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mar  2 mail postfix/smtp[41]: ", "Mar 32 00:05:14 mail postfix/smtp[41]: ",
            "2026-13-02T00:05:14Z mail postfix/smtp[41]: ",
        "Mar  2 25:05:14 mail postfix/smtp[41]: ", "Mar  2 00:05:14 mail nginx[41]: ", "Mar  2 00:05:14 mail postfix-smtp: ",
                "2026-03-02 "})
    void whatIsNoHeading(String heading) throws IOException {
        assertEquals(0, Logs.read(heading + LINE).summary().attempts().all());
    }

    @Test
    void theJournalAsJson() throws IOException {
        LogSummary summary = Logs.read("{\"__REALTIME_TIMESTAMP\":\"1772406314123456\",\"_HOSTNAME\":\"mail\","
                + "\"SYSLOG_IDENTIFIER\":\"postfix/smtp\","
                + "\"_PID\":\"41\",\"MESSAGE\":\"" + LINE + "\"}",
            "{\"__REALTIME_TIMESTAMP\":\"1772406315123456\",\"SYSLOG_IDENTIFIER\":\"postfix/qmgr\","
                + "\"MESSAGE\":[52,88,121,90,49,50,97,98,99,122,57,81,107,58,32,"
                + "114,101,109,111,118,101,100]}").summary();

        assertEquals(new LogSummary.Recipients(1, 0, 0), summary.recipients());
        assertEquals(0, summary.queue().messages());
        assertEquals(Optional.of("2026-03-01T23:05:14Z"), summary.from().map(LogTime::toString));
    }

    @Test
    void theJournalFieldByField() throws IOException {
        LogSummary summary = Logs.read("Mon 2026-03-02 00:05:14.123456 CET [s=0123;i=1;b=2;m=3;t=4;x=5]", "    PRIORITY=6",
                "    SYSLOG_IDENTIFIER=postfix/smtp",
                "    _PID=41", "    MESSAGE=" + LINE, "Mon 2026-03-02 00:05:15.123456 CET [s=0124;i=1;b=2;m=3;t=4;x=5]",
                        "    SYSLOG_IDENTIFIER=postfix/qmgr",
                "    MESSAGE=4XyZ12abcz9Qk: removed").summary();

        assertEquals(new LogSummary.Recipients(1, 0, 0), summary.recipients());
        assertEquals(0, summary.queue().messages());
        assertEquals("2026-03-02T00:05:14", summary.from().orElseThrow().toString());
    }

    @Test
    void dockersLogFile() throws IOException {
        LogSummary summary = Logs.read("{\"log\":\"Mar  2 00:05:14 mail postfix/smtp[41]: " + LINE
                + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-03-02T00:05:14.5Z\"}",
                "{\"log\":\"postfix/qmgr[41]: 4XyZ12abcz9Qk: "
                        + "removed\\n\",\"stream\":\"stdout\",\"time\":\"2026-03-02T00:05:15.5Z\"}").summary();

        assertEquals(new LogSummary.Recipients(1, 0, 0), summary.recipients());
        assertEquals(0, summary.queue().messages());
    }

    @Test
    void aMissingYearIsTheLatestThatIsNotToCome() throws IOException {
        assertEquals("2025-12-24T10:00:00", from("Dec 24 10:00:00 "));
        assertEquals("2026-11-28T11:00:00", from("Nov 28 11:00:00 "));
        assertEquals("2024-02-28T11:00:00", from("Feb 28 11:00:00 ", "Feb 29 11:00:00 "), "only a leap year has that day");
        assertEquals("2025-12-31T23:59:00", from("Dec 31 23:59:00 ", "Jan  1 00:00:01 "));
        assertEquals("2024-12-31T23:59:00", from("Dec 31 23:59:00 ", "Jan  1 00:00:01 ", "Jun  1 00:00:00 ",
                "Nov 29 13:00:00 "), "the last line would lie a day ahead");
    }

    @Test
    void theTurnOfTheYear() throws IOException {
        LogSummary summary = Logs.read("Dec 31 23:59:00 mail postfix/pickup[1]: A000001: uid=33 from=<w>",
                "Jan  1 00:01:00 mail postfix/pickup[1]: A000002: uid=33 from=<w>",
                "Dec 31 23:59:59 mail postfix/pickup[1]: A000003: uid=33 from=<w>",
                        "Feb 10 00:00:00 mail postfix/pickup[1]: A000004: uid=33 from=<w>").summary();

        assertEquals("2025-12-31T23:59:00", summary.from().orElseThrow().toString());
        assertEquals("2026-02-10T00:00:00", summary.to().orElseThrow().toString());
        assertEquals(Optional.of(40L * 86_400 + 60), summary.queue().oldestAgeSeconds());
    }

    private static String from(String... stamps) throws IOException {
        String[] lines = new String[stamps.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = stamps[i] + "mail postfix/pickup[1]: A00000" + i + ": uid=33 from=<w>";
        }
        return Logs.read(lines).summary().from().orElseThrow().toString();
    }
}
