package org.mailmedic.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.advice.FactWords;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Texts;

final class TimelineModelTest {
    private static TimelineModel of(Report report) {
        return new TimelineModel(report, Look.TEXTS, Look.WORDS);
    }

    @Test
    void stepsStandInTheOrderInWhichTheyBegan() {
        var model = of(Look.report(
                Look.fact("kind", "tls", "status", "ok", "started_ms", 90.0, "duration_ms", 44, "host", "mail.example", "address",
                        "192.0.2.1", "port", 587),
                Look.fact("kind", "dns", "status", "ok", "started_ms", 2, "duration_ms", 18.4, "resolver", "9.9.9.9", "type", "AAAA",
                        "name", "mail.example")));
        assertEquals(List.of("Name lookup: mail.example (9.9.9.9, AAAA)", "Encryption: mail.example:587 (192.0.2.1)"),
                model.steps().stream().map(step -> step.name().line()).toList());
        assertEquals("18 ms", model.steps().getFirst().took());
        assertEquals(134, model.lengthMs());
    }

    @Test
    void whatAndWhereArePutTogetherAsTheLanguageDoes() {
        var report = Look.report(Look.tcp("target", "mail.example", "2001:db8::1", 587, "timeout"));
        var french = new TimelineModel(report, Texts.in(Locale.FRENCH), new FactWords(Locale.FRENCH));
        assertEquals("Connexion\u00a0: mail.example:587 (2001:db8::1)", french.steps().getFirst().name().line());
    }

    @Test
    void aLongSilenceIsGivenToTheMillisecond() {
        var model = of(Look.report(Look.tcp("target", "mail.example", "2001:db8::1", 587, "timeout")));
        assertEquals("10.0 s", model.steps().getFirst().took());
        assertEquals("Connection: mail.example:587 (2001:db8::1): did not work, no answer came in time. Began after 2 ms, took 10.0 s.\n",
                model.text(model.steps()));
    }

    @ParameterizedTest
    @CsvSource({"target,timeout,BROKEN", "control,timeout,CAUTION", "other_port,refused,CAUTION", "canary,timeout,FINE", "target,,FINE",
            "canary,,CAUTION"})
    void silenceWhereNobodyCanBeIsFineAndOnlyTheServersOwnIsBroken(String role, String failure, DetailTone wanted) {
        var model = of(Look.report(Look.tcp(role, "mail.example", "192.0.2.1", 587, failure == null ? 12 : failure)));
        assertEquals(wanted, model.steps().getFirst().tone());
    }

    @Test
    void encryptionWithACertificateThatProvesNothingIsWorthALook() {
        var model = of(Look.report(Look.fact("kind", "tls", "status", "ok", "role", "target",
                "certificate", Look.fact("problems", List.of("expired")))));
        assertEquals(DetailTone.CAUTION, model.steps().getFirst().tone());
    }

    @Test
    void whatAForeignReportMayHoldBreaksNothing() {
        var model = of(Look.report(Look.fact("kind", "tcp", "started_ms", "soon", "duration_ms", Double.NaN, "port", List.of(1)),
                Look.fact("kind", 7, "started_ms", -5, "duration_ms", Double.POSITIVE_INFINITY, "host", "\u202e\u001b[2J"), Look.fact(),
                Look.fact("kind", "quantum", "status", null, "duration_ms", 1e300)));
        assertEquals(4, model.steps().size());
        assertTrue(Double.isFinite(model.lengthMs()));
        assertTrue(model.ticks().size() <= 6);
        assertTrue(model.text(model.steps()).codePoints().noneMatch(c -> c == 0x202e || c == 0x1b));
    }

    @Test
    void nothingIsSaidInASentence() {
        assertEquals("There are no steps with a time.", of(Look.report()).summary());
        assertEquals("Timeline of 1 steps within 10.002 s. The longest: Connection: mail.example:587 (192.0.2.1).",
                of(Look.report(Look.tcp("target", "mail.example", "192.0.2.1", 587, "timeout"))).summary());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "20,5", "999,200", "10312,5000", "86400000,20000000"})
    void theScaleHasRoundMarksAndNotTooMany(double length, double step) {
        List<Double> ticks = Ticks.upTo(length);
        assertEquals(step, ticks.get(1));
        assertTrue(ticks.size() <= 6 && ticks.getLast() <= length, ticks.toString());
    }
}
