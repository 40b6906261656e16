package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
