package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.Adviser;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.explain.Explainer;
import org.mailmedic.explain.Explanation;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.Rewording;
import org.mailmedic.report.html.HtmlReport;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.report.pdf.PdfReport;
import org.mailmedic.report.text.TextReport;

final class ToldReportTest {
    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
    private static final String SECRET = "hunter2-Zw93!kq";
    private static final String MESSAGE = "SMTP -> host: smtp.example.com port: 587\nFrom: anna@shop.example\npassword=" + SECRET
            + "\nAUTH PLAIN AGFubmEAaHVudGVyMi1adzkzIWtx\n535 5.7.8 Error: authentication failed: " + SECRET + "\n";
    private static final OwnNames SELF = OwnNames.here();

    private static Verdict verdict(Finding finding, Facts situation) {
        return Verdict.of(finding, new Adviser(Locale.ENGLISH, "linux", ZoneOffset.UTC, _ -> Optional.empty()).advise(finding, situation,
                NOW));
    }

    private static Report text(String text) {
        Explanation explanation = new Explainer().explain(text);
        return ToldReport.text(explanation, explanation.causes().stream().map(cause -> verdict(cause.finding(), explanation.situation()))
                .toList(), NOW, "en");
    }

    private static Report log(String log) throws IOException {
        var reading = new LogReader(LocalDateTime.of(2026, 11, 28, 12, 0)).read(new ByteArrayInputStream(
                log.getBytes(StandardCharsets.UTF_8)));
        return ToldReport.log(reading.summary(), reading.findings().stream().map(each -> verdict(each, Facts.of("basis", "said")))
                .toList(), NOW, "en");
    }

    private static String trouble() {
        var log = new StringBuilder();
        for (int hour = 0; hour < 10; hour++) {
            for (int i = 0; i < 8; i++) {
                String result = hour < 6 ? "2.0.0, status=sent (250 ok)" : "4.4.1, status=deferred (connect to "
                        + "mx.example.net[192.0.2.9]:25: Connection timed out)";
                log.append("Mar  2 %02d:%02d:01 mail postfix/smtp[1]: A%02d%03d: to=<anna%d@hotmail.com>, relay=%s, delay=1, "
                        .formatted(hour, i, hour, i, i, hour < 6 ? "hotmail-com.olc.protection.outlook.com[52.101.68.12]:25" : "none"))
                        .append("delays=0/0/0.4/0.6, dsn=").append(result).append('\n');
            }
        }
        return log.append("Mar  2 10:00:00 mail postfix/smtpd[1]: warning: unknown[192.0.2.7]: SASL LOGIN authentication failed: "
                + "authentication failure, sasl_username=karla\n").toString();
    }

    private static OpenedReport.Opened opened(Report report) {
        return assertInstanceOf(OpenedReport.Opened.class, ReportReader.read(JsonReport.write(report).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> forms(Report report) throws IOException {
        try (var document = Loader.loadPDF(new PdfReport(Locale.ENGLISH, ZoneOffset.UTC).write(report))) {
            return List.of(JsonReport.write(report), new HtmlReport(Locale.ENGLISH, ZoneOffset.UTC).write(report),
                    new TextReport(Locale.ENGLISH, ZoneOffset.UTC, 100, false).file(report), new PDFTextStripper().getText(document));
        }
    }

    @Test
    void aTextIsToldWithoutWhatIsSecretInItAndOpensAgain() throws IOException {
        Report report = text(MESSAGE);
        assertTrue(report.told());
        assertEquals("auth.bad_credentials", report.headline().orElseThrow().code());
        assertEquals("smtp.example.com", report.settings().get("host"));
        for (Report each : List.of(report, Masking.usual().apply(report, SELF))) {
            for (String form : forms(each)) {
                Stream.of(SECRET, "hunter2", "AGFubmEA", "aHVudGVyMi").forEach(piece -> assertFalse(form.contains(piece), form));
                assertTrue(form.replaceAll("\\s+", " ").contains("The server refused the user name or the password"), form);
            }
        }
        for (String form : forms(Masking.usual().apply(report, SELF))) {
            assertFalse(form.contains("anna@shop.example"), form);
        }
        var opened = opened(report);
        assertEquals(OpenedReport.Digest.MATCHES, opened.digest());
        assertEquals(List.of(), opened.complaints());
        assertTrue(opened.report().told());
        var german = opened.saidAnew(new Rewording(Locale.GERMAN, ZoneOffset.UTC)::apply).report();
        assertEquals("de", german.language());
        assertFalse(german.headline().orElseThrow().title().equals(report.headline().orElseThrow().title()));
    }

    @Test
    void aTextThatMeansNothingIsInconclusive() {
        assertEquals(Report.Outcome.INCONCLUSIVE, text("The quick brown fox jumps over the lazy dog.").outcome());
    }

    @Test
    void aLogIsToldWithItsHoursInEveryForm() throws IOException {
        Report report = opened(log(trouble())).report();
        assertEquals(List.of(), opened(report).complaints());
        assertEquals("tcp.timeout", report.headline().orElseThrow().code());
        List<String> forms = forms(report);
        for (String form : forms.subList(1, forms.size())) {
            String words = form.replaceAll("<[^>]*>|\\s+", " ").replaceAll("\\s+", " ");
            assertTrue(words.contains("Of 80 recipients 48 got their mail, 32 still wait for it, 0 will not get it."), words);
            assertTrue(words.contains("2 March 2026, 06:00"), words);
            assertTrue(words.contains("From then on Microsoft took no mail"), words);
        }
        String html = forms.get(1);
        assertTrue(html.contains("0 sent, 8 put off, 0 refused</span>"), html);
        assertEquals(1, html.split("it began here", -1).length - 1, "once, where it began");
    }

    @Test
    void whoCouldNotSignInIsMasked() throws IOException {
        Report report = log(trouble());
        assertTrue(JsonReport.write(report).contains("karla"));
        Report masked = Masking.usual().apply(report, SELF);
        for (String form : forms(masked)) {
            assertFalse(form.contains("karla"), form);
        }
        assertTrue(masked.masked().contains("user"));
    }

    @Test
    void aLogWithoutTroubleKeptNothingBack() throws IOException {
        Report report = log("Mar  2 00:00:01 mail postfix/smtp[1]: A1: to=<a@gmail.com>, relay=gmail-smtp-in.l.google.com[142.250.27.26]:25,"
                + " delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)\n");
        assertEquals(Report.Outcome.HEALTHY, report.outcome());
        String text = new TextReport(Locale.ENGLISH, ZoneOffset.UTC, 100, false).write(report);
        assertTrue(text.contains("Nothing in the log kept mail back"), text);
        assertFalse(text.contains("Your mail can go out"), text);
    }

    @Test
    void aLongLogIsCountedByTheDay() throws IOException {
        var log = new StringBuilder();
        for (int day = 1; day <= 28; day++) {
            for (int hour = 0; hour < 48; hour++) {
                log.append("%s %2d %02d:00:00 mail postfix/smtp[1]: A%d%03d: to=<a@gmail.com>, relay=gmail-smtp-in.l.google.com[1.2.3.4]:25, "
                        .formatted(hour < 24 ? "Mar" : "Apr", day, hour % 24, day, hour)).append("delay=1, delays=0/0/0/1, dsn=2.0.0, ")
                        .append("status=sent (250 ok)\n");
            }
        }
        Report report = opened(log(log.toString())).report();
        var summary = (Map<?, ?>) report.evidence(EvidenceKind.MAIL_LOG).orElseThrow().get("summary");
        assertEquals(28 * 2, ((List<?>) summary.get("hours")).size());
        String text = new TextReport(Locale.ENGLISH, ZoneOffset.UTC, 200, false).write(report);
        assertTrue(text.contains("Attempts by the day"), text);
        assertEquals(56, text.lines().filter(line -> line.endsWith(" 24 / 0")).count(), text);
    }
}
