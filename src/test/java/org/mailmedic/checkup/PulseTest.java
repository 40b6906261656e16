package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Span;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;

final class PulseTest {
    private long nanos;
    private Instant wall = Instant.EPOCH;
    private final Pulse pulse = new Pulse(() -> nanos, () -> wall, 0);

    /// Time goes by on both clocks, and then the pulse beats.
    private void beatAfter(long milliseconds) {
        nanos += milliseconds * 1_000_000;
        wall = wall.plusMillis(milliseconds);
        pulse.beat();
    }

    private void beats(int count) {
        for (int i = 0; i < count; i++) {
            beatAfter(25);
        }
    }

    @Test
    void aSteadyPulseLosesNothing() {
        beats(100);
        beatAfter(60);
        assertEquals(0, pulse.lostMs(new Span(0, 10_000)));
    }

    @Test
    void aLateBeatIsTimeLost() {
        beats(40);
        beatAfter(3025);
        beats(40);
        assertEquals(3000, pulse.lostMs(new Span(0, 10_000)), 1);
        assertEquals(1000, pulse.lostMs(new Span(3025, 9000)), 1, "only what lies within");
        assertEquals(0, pulse.lostMs(new Span(0, 500)));
        assertEquals(0, pulse.lostMs(new Span(5000, 500)));
    }

    /// As in a container with a small share of the processor.
    @Test
    void manyLateBeatsAddUp() {
        for (int i = 0; i < 50; i++) {
            beatAfter(100);
        }
        assertEquals(50 * 75, pulse.lostMs(new Span(0, 5000)), 1);
    }

    @Test
    void sleepShowsOnTheWallAlone() {
        beats(40);
        wall = wall.plusSeconds(600);
        beatAfter(25);
        beats(40);
        assertEquals(600_000, pulse.lostMs(new Span(0, 2000)), 30);
        assertEquals(0, pulse.lostMs(new Span(1500, 400)), "it was over by then");
    }

    @Test
    void aWaitInWhichThisComputerDidNotRunTellsNothing() {
        var silent = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT);
        var credibility = new Credibility(pulse);
        beats(40);
        assertFalse(credibility.spoiled(silent.file(), silent.diagnosis()), "it ran");
        beatAfter(8000);
        assertTrue(credibility.spoiled(silent.file(), silent.diagnosis()));
        assertEquals(List.of(), credibility.credible(silent.file(), silent.diagnosis()).diagnoses());
    }

    @Test
    void whatWasSaidInWordsStands() {
        beatAfter(8000);
        var refused = Cases.starttls().greets("554 5.7.1 your address is on our list");
        assertFalse(new Credibility(pulse).spoiled(refused.file(), refused.diagnosis()));
        var shut = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED);
        assertFalse(new Credibility(pulse).spoiled(shut.file(), shut.diagnosis()));
    }

    @Test
    void aPasswordIsNotUsedTwice() {
        assertTrue(Credibility.mayRepeat(Cases.upToEncryptedHello().file()));
        assertFalse(Credibility.mayRepeat(Cases.upToEncryptedHello().with(s -> s.withLogin(new Login.NameOnly("me"))).signsIn("535 no").file()));
    }
}
