package org.mailmedic.explain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.explain.log.MailLog;
import org.mailmedic.settings.Growth;

/// Whatever was pasted, in whatever form: explaining it takes time in proportion to its length.
@Timeout(300)
final class GrowthOfExplainingTest {
    private static final Explainer EXPLAINER = new Explainer();
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 28, 12, 0);
    private static final int SMALLEST = 2 * 1024;

    private static String filled(String start, String piece, int size) {
        return start + piece.repeat(size / piece.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", " \n", "a.", "1", "\"'", "\\n", "<br>&#65;", ">\n", "550 5.1.1 ", "said: ", "<a@b.example>: ",
            "because:\n", "\u001b[1m", "password=a1b2c3d4 ", "AUTH PLAIN AGEAYmNkZWZn\n", "{\"error\":\"smtp ", "delivery 1: failure: a_",
            "From a@b Sat Nov 28 11:00:00 2026\nFrom: a@b\nTo: c@d\n\nx\n\n"})
    void ofATextIsLinear(String piece) {
        Growth.assertLinear("explaining " + piece, SMALLEST, size -> filled("mail ", piece, size), EXPLAINER::explain);
    }

    @ParameterizedTest
    @ValueSource(strings = {" a\n", "--b\nContent-Type: multipart/mixed; boundary=b\n\n", "=3D=\n", "<p>a</p>",
            "Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no\n\n", "\n ", "=?utf-8?q?a?= "})
    void ofAMailIsLinear(String piece) {
        Growth.assertLinear("a body of " + piece, SMALLEST, size -> filled("From: MAILER-DAEMON@a.example\nTo: b@c.example\nSubject: "
                + "Undeliverable\nContent-Type: multipart/report; boundary=b\n\n--b\n\n", piece, size), EXPLAINER::explain);
        Growth.assertLinear("headers of " + piece, SMALLEST, size -> filled("From: a@a.example\nTo: b@c.example\nSubject: ", piece, size),
                EXPLAINER::explain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1 ", "status=deferred (", "to=<a@b.example>, ", "{\"MESSAGE\":", "\\\"", ",", "[1]: ", "=", ": ", "\n",
            "MESSAGE=a\n", "(said: 550 ", "** a@b R=x T=y: "})
    void ofALogIsLinear(String piece) {
        for (String start : new String[] {"Mar  2 00:05:44 mail postfix/smtp[4018]: 750FC5CCF3: to=<y@a.example>, ",
            "2026-03-02 00:05:14 1wAbCd-000EfG-Hi ", "{\"queue_id\": \"B1B2C3D4E5\", \"recipients\": [", "{\"MESSAGE\":\"",
            "Mar  2 10:00:02 mail sm-mta[102]: 6229xxAA000101: to=", "#Fields: date-time,event-id\n"}) {
            Growth.assertLinear("a log of " + start + piece, SMALLEST, size -> filled("", filled(start, piece, 1500) + "\n", size)
                    .getBytes(StandardCharsets.UTF_8), GrowthOfExplainingTest::count);
            Growth.assertLinear("a line of " + start + piece, SMALLEST, size -> filled(start, piece, size)
                    .getBytes(StandardCharsets.UTF_8), GrowthOfExplainingTest::count);
        }
    }

    /// Up to the longest text that is looked at.
    @Test
    @Tag("real")
    void upToAMegabyteItIsLinear() {
        Growth.assertLinear("explaining a megabyte", 128 * 1024, size -> filled("mail 550 5.1.1 no\n", "a. said: 550 ", size),
                EXPLAINER::explain);
    }

    private static void count(byte[] log) {
        MailLog.looksLikeOne(log, NOW);
        try {
            new LogReader(NOW).read(new ByteArrayInputStream(log));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
