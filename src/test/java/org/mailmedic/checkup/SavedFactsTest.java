package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.advice.Language;
import org.mailmedic.report.Fixtures;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.Rewording;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;

class SavedFactsTest {
    private static final Rewording ENGLISH = new Rewording(Language.ENGLISH, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "refused"})
    void aReportOfAnEarlyVersionGetsItsFactsBackFromItsEvidence(String name) {
        var saved = Fixtures.opened(name);
        assertTrue(saved.report().headline().orElseThrow().facts().isEmpty());
        Report known = new SavedFacts().in(saved);
        Verdict verdict = known.headline().orElseThrow();
        assertEquals(saved.report().settings().get("host"), verdict.facts().get("host"));
        Report elsewhere = known.saying(List.of(stale(verdict)), List.of(), "de");
        assertEquals(verdict.title(), ENGLISH.apply(elsewhere).headline().orElseThrow().title());
    }

    private static Verdict stale(Verdict verdict) {
        return new Verdict(verdict.code(), verdict.stage(), verdict.party(), verdict.confidence(), "stale", "stale", List.of(),
                verdict.evidence(), verdict.letter(), verdict.facts());
    }

    @Test
    void whatEvidenceDoesNotSayAgainStaysWithoutFacts() {
        var document = new LinkedHashMap<>(Fixtures.opened("blocked").document());
        document.put("evidence", List.of());
        var bare = ReportReader.opened(document);
        assertTrue(new SavedFacts().in(bare).headline().orElseThrow().facts().isEmpty());
        document.put("evidence", Fixtures.opened("blocked").document().get("evidence"));
        document.put("diagnoses",
                List.of(Map.of("code", "port.blocked_by_network", "stage", "connect", "party", "network", "confidence", 0.9,
                "title", "Somebody else wrote this", "summary", "", "steps", List.of(), "evidence", List.of())));
        assertTrue(new SavedFacts().in(ReportReader.opened(document)).headline().orElseThrow().facts().isEmpty());
    }

    @Test
    void aMaskedOneTellsNothingThatWasHidden() {
        var saved = Fixtures.opened("refused");
        String user = String.valueOf(saved.report().settings().get("user"));
        var masked = Masking.usual().apply(saved, OwnNames.UNKNOWN);
        Report known = new SavedFacts().in(masked);
        assertFalse(known.diagnoses().toString().contains(user), known.diagnoses().toString());
    }

    @Test
    void aReportThatHasItsFactsIsNotJudgedAgain() {
        Report known = new SavedFacts().in(Fixtures.opened("refused"));
        var saved = (OpenedReport.Opened) ReportReader.read(JsonReport.write(known).getBytes(StandardCharsets.UTF_8));
        assertFalse(saved.report().headline().orElseThrow().facts().isEmpty());
        assertSame(saved.report(), new SavedFacts().in(saved));
    }
}
