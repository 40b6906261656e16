package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.Adviser;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.Report;
import org.mailmedic.report.html.HtmlReport;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.report.pdf.PdfReport;
import org.mailmedic.report.text.TextReport;

/// A domain's records in every form of a report.
final class DomainReportTest {
    private static final Instant WHEN = Instant.parse("2026-11-27T12:00:00Z");
    private static final Adviser ADVISER = new Adviser(Locale.ENGLISH, "linux", ZoneOffset.UTC, _ -> Optional.empty());

    private static Report report(DomainLook look) {
        return new DomainReport(Locale.ENGLISH).of(look, verdicts(look, look.diagnosis().diagnoses()),
                verdicts(look, look.diagnosis().warnings()), WHEN, Duration.ofMillis(840));
    }

    private static List<Report.Verdict> verdicts(DomainLook look, List<Finding> findings) {
        return findings.stream().map(each -> Report.Verdict.of(each, ADVISER.advise(each, look.situation(), WHEN))).toList();
    }

    @Test
    void itIsReadAgainAsItWasWritten() {
        Report written = report(DomainSamples.ill());
        var opened = assertInstanceOf(OpenedReport.Opened.class,
                ReportReader.read(JsonReport.write(written).getBytes(StandardCharsets.UTF_8)));
        assertEquals(OpenedReport.Digest.MATCHES, opened.digest());
        assertEquals(DomainTold.in(written), DomainTold.in(opened.report()));
        assertEquals(written.diagnoses(), opened.report().diagnoses());
    }

    @Test
    void everyFormSaysWhatStandsThere() {
        Report report = report(DomainSamples.ill());
        String text = new TextReport(Locale.ENGLISH, ZoneOffset.UTC, 100, false).write(report);
        String html = new HtmlReport(Locale.ENGLISH, ZoneOffset.UTC).write(report);
        for (String part : List.of("Who may send for you (SPF)", "needs attention", "v=DMARC1; p=none", "It only watches")) {
            assertTrue(text.contains(part), part + "\n" + text);
            assertTrue(html.contains(part), part);
        }
        assertTrue(new PdfReport(Locale.ENGLISH, ZoneOffset.UTC).write(report).length > 1000);
    }

    /// A long key, and a record that a sentence has no room for.
    @Test
    void aLongRecordIsToldWholeInEveryForm() throws IOException {
        Report report = report(DomainSamples.longWinded());
        List<DomainTold.Told> told = DomainTold.in(report).orElseThrow().records();
        List<String> whole = List.of(told.getFirst().text(), told.getFirst().proposed(), told.stream().map(DomainTold.Told::text)
                .filter(text -> text.startsWith("v=DKIM1")).findFirst().orElseThrow());
        whole.forEach(text -> assertTrue(text.length() > 500, text));
        String text = new TextReport(Locale.ENGLISH, ZoneOffset.UTC, 100, false).write(report);
        String html = new HtmlReport(Locale.ENGLISH, ZoneOffset.UTC).write(report);
        String pdf;
        try (var document = Loader.loadPDF(new PdfReport(Locale.ENGLISH, ZoneOffset.UTC).write(report))) {
            pdf = new PDFTextStripper().getText(document);
        }
        for (String each : whole) {
            String bare = each.replaceAll("\\s", "");
            assertTrue(text.replaceAll("\\s", "").contains(bare), each);
            assertTrue(html.replaceAll("\\s", "").contains(bare), each);
            assertTrue(pdf.replaceAll("\\s", "").contains(bare), () -> each + "\n" + pdf);
        }
    }

    /// What is to be entered as it is written must stay so; who wrote a message stays unread.
    @Test
    void masksLeaveWhatIsToBeEntered() {
        Report masked = Masking.usual().apply(report(DomainSamples.healthy()), new OwnNames("host", "anna", List.of()));
        String html = new HtmlReport(Locale.ENGLISH, ZoneOffset.UTC).write(masked);
        assertTrue(html.contains("rua=mailto:d@example.org"), html);
    }

    @Test
    void aHealthyDomainIsNoMailThatGoesOut() {
        Report report = report(DomainSamples.healthy());
        assertEquals(Report.Outcome.HEALTHY, report.outcome());
        String text = new TextReport(Locale.ENGLISH, ZoneOffset.UTC, 100, false).write(report);
        assertTrue(text.contains("The mail records of example.org are in order."), text);
        assertFalse(text.contains("Your mail can go out") || text.contains("Every step that was asked for"), text);
        String html = new HtmlReport(Locale.ENGLISH, ZoneOffset.UTC).write(report);
        assertTrue(html.contains("The mail records of example.org are in order."));
        assertFalse(html.contains("Your mail can go out"));
    }

    @Test
    void whatStandsInDnsIsMadeInert() {
        Report report = report(DomainSamples.unruly());
        String text = new TextReport(Locale.ENGLISH, ZoneOffset.UTC, 100, false).write(report);
        assertTrue(text.chars().noneMatch(c -> c == 0x202e || c == 7));
        assertFalse(new HtmlReport(Locale.ENGLISH, ZoneOffset.UTC).write(report).contains("\u202e"));
    }
}
