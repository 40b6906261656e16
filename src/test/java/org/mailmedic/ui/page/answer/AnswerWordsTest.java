package org.mailmedic.ui.page.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.checkup.DomainReport;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;
import org.mailmedic.ui.part.Texts;

final class AnswerWordsTest {
    @Test
    void theFirstDiagnosisLeads() {
        AnswerWords said = said(Samples.blocked());
        assertEquals("Your network blocks the mail door 587", said.headline());
        assertEquals("Your Internet provider or router can fix this", said.badge());
        assertEquals(Optional.of("We are sure"), said.certainty());
    }

    @Test
    void otherCausesThatFitAreLessSure() {
        Report report = Samples.twoCauses();
        AnswerWords said = said(report);
        assertEquals(Optional.of("Most likely"), said.certainty());
        assertEquals("Possible", said.certainty(report.diagnoses().get(1)));
    }

    @Test
    void healthySaysWhatWasLeftOut() {
        AnswerWords said = said(Samples.healthy(), new StationState(Station.NETWORK, Mark.SKIPPED, ""),
                new StationState(Station.SIGN_IN, Mark.SKIPPED, ""));
        assertEquals("These settings work", said.headline());
        assertEquals(Optional.empty(), said.certainty());
        assertEquals(Optional.of("Not checked, because nothing was entered for it: Sign-in."), said.leftOut());
        assertTrue(said.summary().contains("mail.gmx.net"));
    }

    @Test
    void whatMayNotArriveIsNotCalledFine() {
        AnswerWords said = said(Samples.warned());
        assertEquals("Something to mend at your domain", said.badge());
        assertEquals("Your mail goes out, but may not arrive", said.headline());
        assertTrue(said.summary().contains("may have receivers turn it away"));
        assertEquals(said(Samples.healthy()).usualSteps(), said.usualSteps());
    }

    @Test
    void aDomainInOrderIsNoMailThatWorks() {
        Report report = new DomainReport(Locale.ENGLISH).of(DomainSamples.healthy(), List.of(), List.of(), Instant.EPOCH, Duration.ZERO);
        AnswerWords said = said(report, new StationState(Station.SIGN_IN, Mark.SKIPPED, ""));
        assertEquals("The mail records of example.org are in order.", said.headline());
        assertEquals(Optional.empty(), said.leftOut());
        assertEquals(List.of(), said.usualSteps());
    }

    @Test
    void inconclusiveLeavesNothingOut() {
        AnswerWords said = said(Samples.inconclusive());
        assertEquals("We could not find out for sure", said.headline());
        assertEquals(Optional.empty(), said.leftOut());
    }

    @Test
    void whatWasMadeJustNowComesFromNowhere() {
        AnswerWords said = said(Samples.blocked());
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty()), List.of(said.origin(), said.kind(), said.doubt()));
    }

    @Test
    void aReportFromAFileSaysSo() {
        AnswerWords said = opened(JsonReport.write(Samples.blocked()));
        assertTrue(said.origin().orElseThrow().startsWith("From the file x.mailmedic.json"));
        assertTrue(said.kind().isPresent());
        assertEquals(Optional.empty(), said.doubt());
    }

    @Test
    void aReportThatWasChangedAfterwardsSaysSo() {
        assertTrue(opened(JsonReport.write(Samples.blocked()).replace("Your network blocks the mail door 587", "All is well")).doubt()
                .isPresent());
    }

    private static AnswerWords opened(String json) {
        var file = (OpenedReport.Opened) ReportReader.read(json.getBytes(StandardCharsets.UTF_8));
        return said(new ShownReport(file.report(), List.of(), Optional.of(new ShownReport.File("x.mailmedic.json", file))));
    }

    private static AnswerWords said(Report report, StationState... stations) {
        return said(ShownReport.fresh(report, List.of(stations)));
    }

    private static AnswerWords said(ShownReport shown) {
        return new AnswerWords(shown, Texts.in(Locale.ENGLISH));
    }
}
