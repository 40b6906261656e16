package org.mailmedic.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.checkup.Progress;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.report.EvidenceFacts;
import org.mailmedic.report.Report;
import org.mailmedic.report.Samples;
import org.mailmedic.report.Seen;
import org.mailmedic.report.Tone;
import org.mailmedic.report.Witnesses;
import org.mailmedic.ui.PracticeReports;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;

/// What stands under a station agrees with its mark, whatever the order in which things were seen; from real check-ups of the practice
/// server.
final class JourneyAgreesTest {
    private final EvidenceWords words = new EvidenceWords(Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "port-refuses", "web-server", "cert-expired", "starttls-missing", "auth-bad-credentials"})
    void theLineAgreesWithTheMarkInEveryOrder(String fault) {
        List<Progress> events = PracticeReports.events(fault);
        List<Evidence> noted = events.stream().filter(Progress.Noted.class::isInstance).map(event -> ((Progress.Noted) event).evidence())
                .toList();
        Report report = ((Progress.Ended) events.getLast()).report();
        Set<List<StationState>> seen = new HashSet<>();
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            var shuffled = new ArrayList<>(noted);
            Collections.shuffle(shuffled, random);
            var tracker = new JourneyTracker(words, String.valueOf(report.settings().get("host")));
            events.stream().filter(Progress.Began.class::isInstance).forEach(event -> tracker.planned(((Progress.Began) event).plan()));
            shuffled.forEach(evidence -> tracker.noted(evidence, new Seen(EvidenceFacts.of(evidence))));
            tracker.report(report);
            seen.add(tracker.states());
        }
        assertEquals(1, seen.size(), seen.toString());
        var witnesses = Witnesses.of(report);
        for (StationState state : seen.iterator().next()) {
            if (state.mark() == Mark.FINE || state.mark() == Mark.BROKEN) {
                Tone mark = state.mark() == Mark.FINE ? Tone.FINE : Tone.BROKEN;
                noted.stream().filter(evidence -> state.station().stages().contains(evidence.stage()))
                        .filter(evidence -> words.brief(evidence).filter(state.line()::equals).isPresent()).findFirst()
                        .ifPresent(evidence -> assertNotEquals(mark == Tone.FINE ? Tone.BROKEN : Tone.FINE,
                                witnesses.tone(new Seen(EvidenceFacts.of(evidence))), state.toString()));
            }
        }
        boolean broken = seen.iterator().next().stream().anyMatch(state -> state.mark() == Mark.BROKEN);
        assertEquals(report.outcome() == Report.Outcome.PROBLEM, broken);
    }

    @Test
    void aDomainThatWasLookedUpIsNoMailThatWasSent() {
        assertEquals(Mark.SKIPPED, sending(Map.of("sender", "skipped", "delivery", "ok")));
        assertEquals(Mark.SKIPPED, sending(Map.of("sender", "skipped", "delivery", "warning")));
        assertEquals(Mark.NOT_REACHED, sending(Map.of("sender", "not_reached", "delivery", "ok")));
        assertEquals(Mark.FINE, sending(Map.of("sender", "ok", "delivery", "ok")));
        assertEquals(Mark.CAUTION, sending(Map.of("sender", "ok", "delivery", "warning")));
    }

    @Test
    void underAWarningAboutTheDomainStandsWhatWasSeenOfTheDomain() {
        var seen = Cases.starttls().sender("250 2.1.0 Ok").recipient("250 2.1.5 Ok")
                .senderDomain("shop.example", List.of(new OffRoute.RecordFault("domain.spf_missing", Map.of()))).file().evidence();
        Report warned = org.mailmedic.ui.Samples.warned();
        String because = seen.getLast().id();
        Report.Verdict spf = warned.warnings().getFirst();
        var warning = new Report.Verdict(spf.code(), spf.stage(), spf.party(), spf.confidence(), spf.title(), spf.summary(), spf.steps(),
                List.of(because), "");
        var stages = List.of(new Report.StageResult("recipient", "ok", 0, 5), new Report.StageResult("delivery", "warning", 0, 5));
        var report = new Report(warned.id(), warned.created(), warned.tool(), warned.settings(), warned.outcome(), List.of(),
                List.of(warning), stages, List.of(), List.of(), 200);
        var orders = new ArrayList<>(seen);
        for (int i = 0; i < orders.size(); i++) {
            Collections.rotate(orders, 1);
            var tracker = new JourneyTracker(words, "mail.example.org");
            orders.forEach(evidence -> tracker.noted(evidence, new Seen(EvidenceFacts.of(evidence))));
            tracker.report(report);
            StationState sending = tracker.states().getLast();
            assertEquals(Mark.CAUTION, sending.mark());
            assertEquals("records: worth a look", sending.line());
        }
    }

    private Mark sending(Map<String, String> stages) {
        Report healthy = Samples.healthy();
        List<Report.StageResult> ended = stages.entrySet().stream()
                .map(each -> new Report.StageResult(each.getKey(), each.getValue(), 0, 0)).toList();
        var report = new Report(healthy.id(), healthy.created(), healthy.tool(), healthy.settings(), healthy.outcome(), List.of(),
                List.of(), ended, List.of(), List.of(), 200);
        return JourneyTracker.of(report, words).getLast().mark();
    }
}
