package org.mailmedic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.Advice;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.Step;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;

class RewordingTest {
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Rewording GERMAN = new Rewording(Language.GERMAN, ZONE);
    private static final Facts SITUATION = Facts.of("host", "mail.example").and("port", 587).and("security", "starttls")
            .and("user", "anna.berg@mail.example").and("from", "anna.berg@mail.example").and("symptom", "mail-program");
    private static final Finding BLOCKED = Finding.of(Code.PORT_BLOCKED_BY_NETWORK, 0.93,
            Facts.of("otherPort", 465).and("otherSecurity", "tls").and("address", "192.0.2.1"), new Evidence[0]);
    private static final Finding REFUSED = Finding.of(Code.AUTH_BAD_CREDENTIALS, 0.9, Facts.of("reply", "535 5.7.8 anna.berg is wrong"),
            new Evidence[0]);

    /// Whatever language its words claim to be in, nobody would have written them: what is still there was not made anew.
    private static Report stale(Verdict... diagnoses) {
        Report sample = Samples.problem();
        return new Report(sample.id(), sample.created(), sample.tool(), sample.settings(), sample.outcome(), List.of(diagnoses), List.of(),
                sample.stages(), sample.evidence(), sample.transcript(), sample.totalMs());
    }

    private static Verdict stale(Finding finding) {
        Verdict said = Verdict.of(finding, advice(Language.ENGLISH, finding));
        return new Verdict(said.code(), said.stage(), said.party(), said.confidence(), "stale", "stale", List.of("stale"), said.evidence(),
                said.letter().isEmpty() ? "" : "stale", said.facts());
    }

    private static Verdict with(Verdict verdict, String code, Map<String, String> facts) {
        return new Verdict(code, verdict.stage(), verdict.party(), verdict.confidence(), verdict.title(), verdict.summary(),
                verdict.steps(), verdict.evidence(), verdict.letter(), facts);
    }

    private static Advice advice(Language language, Finding finding) {
        return new Adviser(language.locale(), "Linux", ZONE, _ -> Optional.of("Gmail")).advise(finding, SITUATION, Samples.CREATED);
    }

    @Test
    void everySentenceIsWhatACheckUpInThatLanguageWouldHaveSaid() {
        for (Finding finding : List.of(BLOCKED, REFUSED)) {
            Report report = GERMAN.apply(stale(stale(finding)));
            Advice german = advice(Language.GERMAN, finding);
            Verdict said = report.headline().orElseThrow();
            assertEquals("de", report.language());
            assertEquals(german.title(), said.title());
            assertEquals(german.summary(), said.summary());
            assertEquals(german.steps().stream().map(Step::text).toList(), said.steps());
            assertEquals(german.letter(), said.letter());
        }
    }

    @Test
    void aReportInTheLanguageAlreadyStaysAsItWasWritten() {
        Report english = stale(stale(BLOCKED));
        assertSame(english, new Rewording(Language.ENGLISH, ZONE).apply(english));
    }

    @Test
    void aCodeThatIsNotKnownAndAVerdictWithoutFactsKeepTheirWords() {
        Verdict known = stale(BLOCKED);
        Report report = GERMAN.apply(stale(with(known, "port.closed_for_lunch", known.facts()), with(known, known.code(), Map.of())));
        assertEquals(List.of("stale", "stale"), report.diagnoses().stream().map(Verdict::title).toList());
        assertEquals(List.of("stale"), report.diagnoses().getFirst().steps());
    }

    @Test
    void factsThatAreNotEnoughForThePageKeepTheWords() {
        Verdict known = stale(BLOCKED);
        var fewer = new HashMap<>(known.facts());
        fewer.keySet().removeIf(name -> !name.equals("symptom"));
        assertEquals("stale", GERMAN.apply(stale(with(known, known.code(), fewer))).headline().orElseThrow().title());
    }

    @Test
    void theLetterAloneCanBeInAnotherLanguage() {
        Report report = stale(stale(BLOCKED));
        Verdict verdict = GERMAN.letters(report).headline().orElseThrow();
        assertEquals("stale", verdict.title());
        assertEquals(advice(Language.GERMAN, BLOCKED).letter(), verdict.letter());
        assertEquals(verdict.letter(), GERMAN.letter(report, report.headline().orElseThrow()));
        assertEquals("en", GERMAN.letters(report).language());
    }

    @Test
    void whereNobodyElseMustActThereIsNoLetterInAnyLanguage() {
        Verdict alone = Verdict.of(REFUSED, advice(Language.ENGLISH, REFUSED));
        var silent = new Verdict(alone.code(), alone.stage(), alone.party(), alone.confidence(), alone.title(), alone.summary(),
                alone.steps(), alone.evidence(), "", alone.facts());
        assertEquals("", GERMAN.letter(stale(silent), silent));
    }

    @Test
    void theFactsComeBackFromJsonAndTheSchemaKnowsThem() {
        Report report = GERMAN.apply(stale(stale(BLOCKED), stale(REFUSED)));
        var opened = (OpenedReport.Opened) ReportReader.read(JsonReport.write(report).getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), opened.complaints());
        assertEquals(report.diagnoses(), opened.report().diagnoses());
        assertEquals("de", opened.report().language());
        assertEquals(OpenedReport.Digest.MATCHES, opened.digest());
    }

    @Test
    void aReportThatDoesNotSayItsLanguageIsEnglishAndASenselessOneToo() {
        var document = new LinkedHashMap<>(((OpenedReport.Opened) ReportReader.read(
                JsonReport.write(Samples.problem()).getBytes(StandardCharsets.UTF_8))).document());
        document.remove("language");
        assertEquals("en", ReportReader.opened(document).report().language());
        document.put("language", "<script>");
        assertEquals("en", ReportReader.opened(document).report().language());
    }

    @Test
    void theDocumentIsSaidAnewWithEverythingElseInIt() {
        var document = new LinkedHashMap<>(((OpenedReport.Opened) ReportReader.read(
                JsonReport.write(stale(stale(BLOCKED))).getBytes(StandardCharsets.UTF_8))).document());
        document.put("from_the_future", Map.of("a", 1));
        var anew = ReportReader.opened(document).saidAnew(GERMAN::apply);
        assertEquals(Map.of("a", 1), anew.document().get("from_the_future"));
        assertEquals("de", anew.document().get("language"));
        assertEquals(ReportReader.opened(anew.document()).report(), anew.report());
        assertFalse(JsonReport.write(anew.document()).contains("\"stale\""));
        assertEquals(OpenedReport.Digest.DIFFERS, anew.digest(), "it had been changed before, and still says so");
    }

    @Test
    void aMaskedReportStaysMaskedInAnyLanguage() {
        var self = new OwnNames("writing-desk", "anna", List.of("/home/anna"));
        Report masked = Masking.usual().apply(stale(stale(BLOCKED), stale(REFUSED)), self);
        assertFalse(JsonReport.write(masked).contains("anna.berg"), JsonReport.write(masked));
        Report german = GERMAN.apply(masked);
        assertFalse(JsonReport.write(german).contains("anna.berg"), JsonReport.write(german));
        assertFalse(JsonReport.write(german).contains("stale"));
        assertEquals("starttls", german.headline().orElseThrow().facts().get("security"));
        assertTrue(german.masked().contains("user"));
    }
}
