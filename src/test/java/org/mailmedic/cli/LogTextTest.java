package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.explain.log.SummaryDocument;
import org.mailmedic.report.log.LogTold;

/// What `explain` says about a whole log in the terminal.
final class LogTextTest {
    private static String text(String log) throws IOException {
        return text(Locale.ENGLISH, log);
    }

    private static String text(Locale language, String log) throws IOException {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        var reading = new LogReader(LocalDateTime.of(2026, 11, 28, 12, 0)).read(new ByteArrayInputStream(bytes));
        Map<String, String> titles = Map.of(Code.TCP_TIMEOUT.id(), "The server does not answer");
        return new LogTold(language, SummaryDocument.of(reading.summary()), code -> Optional.ofNullable(titles.get(code))).text();
    }

    @Test
    void aLogWithAPeriodOfTrouble() throws IOException {
        var log = new StringBuilder();
        for (int hour = 0; hour < 10; hour++) {
            for (int i = 0; i < 8; i++) {
                String id = "A%02d%03d".formatted(hour, i);
                log.append("Mar  2 %02d:%02d:00 mail postfix/pickup[1]: %s: uid=33 from=<w>\n".formatted(hour, i, id));
                String relay = hour < 6 ? "hotmail-com.olc.protection.outlook.com[52.101.68.12]:25" : "none";
                String result = hour < 6 ? "2.0.0, status=sent (250 ok)" : "4.4.1, status=deferred (connect to "
                        + "hotmail-com.olc.protection.outlook.com[52.101.68.12]:25: Connection timed out)";
                log.append("Mar  2 %02d:%02d:01 mail postfix/smtp[1]: %s: to=<a%d@hotmail.com>, relay=".formatted(hour, i, id, i))
                        .append(relay).append(", delay=1, delays=0/0/0.4/0.6, dsn=").append(result).append('\n');
                log.append(hour < 6 ? "Mar  2 %02d:%02d:02 mail postfix/qmgr[1]: %s: removed\n".formatted(hour, i, id) : "");
            }
        }

        String text = text(log.toString());

        assertTrue(text.startsWith("Log of Postfix, 2 March 2026, 00:00 to 2 March 2026, 09:07, 208 lines\n"), text);
        assertTrue(text.contains("Of 80 recipients 48 got their mail, 32 still wait for it, 0 will not get it."), text);
        assertTrue(text.contains("32 not reached  The server does not answer (Microsoft): put off 32 times"), text);
        assertTrue(text.contains("2 March 2026, 06:00  From then on Microsoft took no mail: The server does not answer. It lasts."), text);
        assertTrue(text.contains("2 March 2026, 05:00  ████████ 8 / 0"), text);
        assertTrue(text.contains("2 March 2026, 09:00  ░░░░░░░░ 0 / 8"), text);
        assertTrue(text.contains("The oldest came on 2 March 2026, 06:00 (3 h ago)"), text);
        assertFalse(text.contains("{"), "a place was not filled: " + text);
    }

    @Test
    void aLongLogIsToldByTheDay() throws IOException {
        var log = new StringBuilder();
        for (int day = 1; day <= 9; day++) {
            for (int hour = 0; hour < 24; hour += 2) {
                log.append("Mar  %d %02d:00:00 mail postfix/smtp[1]: A%d%04d: to=<a@gmail.com>, ".formatted(day, hour, day, hour))
                        .append("relay=gmail-smtp-in.l.google.com[142.250.27.26]:25, delay=1, ")
                        .append("delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)\n");
            }
        }

        String text = text(log.toString());

        assertTrue(text.contains("Attempts by the day"), text);
        assertTrue(text.contains("  9 March 2026  ██"), text);
        assertEquals(9, text.lines().filter(line -> line.contains(" 12 / 0")).count(), text);
    }

    @Test
    void aLogWithoutTrouble() throws IOException {
        String text = text("Mar  2 00:00:00 mail postfix/pickup[1]: A000001: uid=33 from=<w>\nMar  2 00:00:01 mail postfix/qmgr[1]: "
                + "A000001: removed\n");

        assertTrue(text.contains("Nothing waits in the queue."), text);
        assertTrue(text.contains("No delivery was put off or refused."), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"de | 2. März 2026, 05:00 Uhr", "fr | 2 mars 2026 à 05:00", "pt-BR | 2 de março de 2026, 05:00"})
    void timesAreWrittenAsTheLanguageWritesThem(String language, String time) throws IOException {
        String text = text(Locale.forLanguageTag(language), "Mar  2 05:00:00 mail postfix/smtp[1]: A00001: to=<a@gmail.com>, "
                + "relay=gmail-smtp-in.l.google.com[142.250.27.26]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)\n");

        assertTrue(text.contains(time + "  █ 1 / 0"), text);
        assertFalse(text.contains("2026-03"), text);
    }
}
