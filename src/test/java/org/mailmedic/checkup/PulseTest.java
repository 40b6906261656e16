package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.DnsCanary.Lure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Span;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;

final class PulseTest {
    private long nanos;
    private long waitedMs;
    private Instant wall = Instant.EPOCH;
    private final Pulse pulse = new Pulse(() -> nanos, () -> wall, () -> waitedMs * 1_000_000, 0);

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

    /// Whoever needs little gets it soon, and a beat needs little: the queue tells of those who need more.
    @Test
    void standingInLineForAProcessorIsTimeLost() {
        for (int i = 0; i < 12; i++) {
            beats(10);
            waitedMs = i < 4 ? 200 : 50;
            pulse.lookAtQueue();
        }
        assertEquals(4 * 200, pulse.lostMs(new Span(0, 3000)), 1, "a little is usual");
        assertEquals(400, pulse.lostMs(new Span(500, 2500)), 1);
        assertEquals(0, pulse.stoppedMs(new Span(0, 3000)), "the system went on");
    }

    @Test
    void theSystemMakesConnectionsWhileWeStandInLine() {
        for (int i = 0; i < 40; i++) {
            beats(10);
            waitedMs = 240;
            pulse.lookAtQueue();
        }
        var credibility = new Credibility(pulse, 0);
        var silent = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT);
        assertFalse(credibility.spoiled(silent.file(), silent.diagnosis()));
        var handshake = Cases.starttls().upgraded().noTls(Failure.TIMEOUT);
        assertTrue(credibility.spoiled(handshake.file(), handshake.diagnosis()), "a handshake is our own work");
    }

    /// A thread that spins beside more threads than there are processors must wait for its turn.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theSystemTellsWhoStoodInLine() throws InterruptedException {
        var queue = new RunQueue();
        queue.longestNanos();
        var spun = new CountDownLatch(Runtime.getRuntime().availableProcessors() * 4);
        long until = System.nanoTime() + 400_000_000;
        for (long i = spun.getCount(); i > 0; i--) {
            Thread.ofPlatform().daemon().start(() -> {
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                spun.countDown();
                LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
            });
        }
        assertTrue(spun.await(30, TimeUnit.SECONDS));
        assertTrue(queue.longestNanos() > 50_000_000, "of 400 ms a quarter at most was each one's own");
        assertTrue(queue.longestNanos() < 400_000_000, "since it was asked last");
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
        var credibility = new Credibility(pulse, 0);
        beats(40);
        assertFalse(credibility.spoiled(silent.file(), silent.diagnosis()), "it ran");
        beatAfter(8000);
        assertTrue(credibility.spoiled(silent.file(), silent.diagnosis()));
        assertEquals(List.of(), credibility.credible(silent.file(), silent.diagnosis()).diagnoses());
    }

    /// The pulse of many goes on and on: what it felt before a run began is none of this run's.
    @Test
    void aRunThatBeganLaterCountsFromItsOwnBeginning() {
        var silent = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT);
        beatAfter(8000);
        beats(400);
        assertTrue(new Credibility(pulse, 0).spoiled(silent.file(), silent.diagnosis()));
        long later = nanos;
        var credibility = new Credibility(pulse, later);
        assertFalse(credibility.spoiled(silent.file(), silent.diagnosis()));
        beatAfter(8000);
        assertTrue(credibility.spoiled(silent.file(), silent.diagnosis()));
        assertEquals(7975, credibility.pause(20_000).lostMs(), 1);
    }

    @Test
    void thosePulsesAreOneThatSeveralFeelAtOnce() {
        var fresh = new AtomicInteger();
        Supplier<Pulse> begins = () -> new Pulse(() -> nanos, () -> wall, () -> 0, fresh.incrementAndGet());
        try (var workers = new Workers(Workers.VIRTUAL)) {
            var shared = new CommonPulse(true);
            try (var one = shared.feel(begins, workers)) {
                try (var other = shared.feel(begins, workers)) {
                    assertSame(one.pulse(), other.pulse());
                }
                try (var third = shared.feel(begins, workers)) {
                    assertSame(one.pulse(), third.pulse(), "somebody feels it still");
                }
            }
            try (var afterwards = shared.feel(begins, workers)) {
                assertEquals(2, afterwards.pulse().beganNanos(), "the first has ended");
            }
            var own = new CommonPulse(false);
            try (var one = own.feel(begins, workers); var other = own.feel(begins, workers)) {
                assertNotSame(one.pulse(), other.pulse());
            }
        }
    }

    /// Somebody answered in the same time, and where nobody can be, silence is as it should be.
    @Test
    void whatOthersAnsweredMeanwhileStands() {
        beatAfter(8000);
        var differs = Cases.of("mail.example.org", 587, Security.AUTO).resolved("0.0.0.0").answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS)
                .unresolved(Cases.THIRD_RESOLVER, "A", Failure.TIMEOUT)
                .dnsLure(Lure.IMPOSSIBLE_RESOLVER, Outcome.failed(Failure.TIMEOUT, "")).at("0.0.0.0").notConnected(Failure.REFUSED);
        assertEquals(List.of(Code.DNS_ANSWER_DIFFERS), differs.diagnoses());
        assertFalse(new Credibility(pulse, 0).spoiled(differs.file(), differs.diagnosis()));
    }

    @Test
    void whatWasSaidInWordsStands() {
        beatAfter(8000);
        var refused = Cases.starttls().greets("554 5.7.1 your address is on our list");
        assertFalse(new Credibility(pulse, 0).spoiled(refused.file(), refused.diagnosis()));
        var shut = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED);
        assertFalse(new Credibility(pulse, 0).spoiled(shut.file(), shut.diagnosis()));
    }

    /// A server that greeted the first attempt and turns away the second one for coming too often minds this program alone.
    @Test
    void aLimitThatASecondAttemptMeetsIsOurOwnDoing() {
        var first = Cases.starttls().greets("220 mail.example.org").noHello(Failure.TIMEOUT);
        var limited = Cases.starttls().greets("421 4.7.0 too many connections");
        assertTrue(Credibility.ownDoing(first.file(), limited.diagnosis()));
        assertEquals(List.of(), Credibility.without(limited.diagnosis()).diagnoses());
        assertFalse(Credibility.ownDoing(Cases.starttls().noGreeting(Failure.TIMEOUT).file(), limited.diagnosis()), "it never greeted");
        assertFalse(Credibility.ownDoing(first.file(), Cases.starttls().greets("554 go away").diagnosis()));
    }

    /// Whoever waits for a processor takes long to see an answer that came at once.
    @Test
    void whatTookLongHereIsNotSlowThere() {
        beats(4);
        var slow = Cases.starttls().after(12_000).greets("220 mail.example.org");
        assertFalse(new Credibility(pulse, 0).credible(slow.file(), slow.diagnosis()).warnings().isEmpty());
        beatAfter(9_000);
        assertTrue(new Credibility(pulse, 0).credible(slow.file(), slow.diagnosis()).warnings().isEmpty());
    }

    @Test
    void aPasswordIsNotUsedTwice() {
        assertTrue(Credibility.mayRepeat(Cases.upToEncryptedHello().file()));
        assertFalse(Credibility.mayRepeat(Cases.upToEncryptedHello().with(s -> s.withLogin(new Login
                .NameOnly("me"))).signsIn("535 no").file()));
    }
}
