package org.mailmedic.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.PlainText;
import org.mailmedic.report.Report;
import org.mailmedic.report.Samples;

final class TextReportTest {
    private static String text(Report report, int width, boolean colour) {
        return new TextReport(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), width, colour).write(report);
    }

    @Test
    void aProblemIsToldFromTheHeadlineToTheJourney() {
        assertEquals("""

                ✗ Your Internet provider or router blocks port 587
                  Checked mail.example, port 587, on 20 November 2026, 14:02 (UTC+01:00)

                No mail server answers on port 587 from here, not even those of large providers.
                Other connections get through, so the block lies between your computer and the
                Internet.

                Who can fix it  Your Internet provider or router can fix this
                How sure        We are sure

                Do this
                 1. Use port 465 with TLS from the start (SSL/TLS). It gets through from here.
                 2. In the router, look for “secure e-mail servers”, “outgoing mail filter” or
                    “SMTP block”. Add mail.example to the allowed ones.

                Ask them to fix it
                 │ Hello,
                 │
                 │ outgoing connections on port 587 do not get through.
                 │
                 │ - Server: mail.example
                 │ - Port: 587
                 │
                 │ Could you please open it?
                 │
                 │ Thank you

                Also found
                ✗ The certificate of mail.example has run out

                It ended yesterday.

                Who can fix it  Your mail provider can fix this
                How sure        Most likely

                Do this
                 1. Wait.

                Also worth knowing
                 ! mail.example answers, but very slowly (your mail provider)

                The journey of your mail
                 ✓ Name lookup                   fine             12 ms
                 ✗ The server’s door (port 587)  stopped here    10.0 s
                 · Greeting                      not reached
                 · Sign-in                       not asked for

                The check-up took 1.2 s.
                Every detail, for whoever is to help: add --format json.
                """, text(Samples.problem(), 80, false));
    }

    @Test
    void goodNewsIsShort() {
        String text = text(Samples.healthy(), 80, false);
        assertTrue(text.startsWith("\n✓ Your mail can go out\n  Checked mail.example, port 587, on"), text);
        assertFalse(text.contains("Do this"));
    }

    @Test
    void nothingIsWiderThanAsked() {
        for (int width : new int[] {32, 45, 60, 80, 120}) {
            for (Report report : new Report[] {Samples.problem(), Samples.healthy(), Samples.hostile()}) {
                text(report, width, false).lines().forEach(line -> assertTrue(Wrap.columns(line) <= width && !line.endsWith(" "), width
                        + ": " + line));
            }
        }
    }

    @Test
    void coloursComeOnlyWhenAskedFor() {
        assertFalse(text(Samples.problem(), 80, false).contains("\u001b"));
        String coloured = text(Samples.problem(), 80, true);
        assertTrue(coloured.contains("\u001b[31m"));
        assertEquals(text(Samples.problem(), 80, false), coloured.replaceAll("\u001b\\[[0-9]*m", ""));
    }

    @Test
    void hostileTextIsInert() {
        String plain = text(Samples.hostile(), 80, false);
        assertFalse(plain.codePoints().anyMatch(c -> c != '\n' && PlainText.dangerous(c)), plain);
        assertTrue(plain.contains("\\x1b[2J"));
        assertFalse(text(Samples.hostile(), 80, true).replaceAll("\u001b\\[[0-9]*m", "").codePoints()
                .anyMatch(c -> c != '\n' && PlainText.dangerous(c)));
    }

    @Test
    void whatWasLeftOutStandsBesideTheOutcome() {
        var left = Samples.healthy().leavingOut(List.of("sign_in", "sender"));
        assertTrue(text(left, 100, false).startsWith("""

                ✓ Everything up to the sign-in works
                  Checked mail.example, port 587, on 20 November 2026, 14:02 (UTC+01:00)
                  Not checked, since no password was given: the sign-in and the sender.
                """), text(left, 100, false));
        var blocked = Samples.problem().leavingOut(List.of("sign_in"));
        assertTrue(text(blocked, 100, false).contains("\n  Not checked, since no password was given: the sign-in.\n"));
    }
}
