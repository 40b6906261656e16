package org.mailmedic.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.advice.TextBook;
import org.mailmedic.history.Reports;
import org.mailmedic.monitor.Watching.Reason;
import org.mailmedic.monitor.Watching.Stopped;
import org.mailmedic.report.Report;

/// A watch by a clock of the test: nothing here waits.
final class WatchTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Report BLOCKED = report("port.blocked_by_network");
    private static final Report REFUSED = report("tcp.refused");
    private static final Report WRONG = report("auth.bad_credentials");
    private static final Report FINE = report("");
    private static final Duration CHECKUP = Duration.ofSeconds(2);

    private final List<Watching> events = new ArrayList<>();
    private final FakeTime time = new FakeTime();

    private static Report report(String code) {
        return Reports.of("smtp.example.org", 587, NOON, code);
    }

    private static final class FakeTime implements Time {
        private Duration passed = Duration.ZERO;
        private Duration set = Duration.ZERO;
        private final List<Duration> rests = new ArrayList<>();
        private LongPredicate interruptedAt = _ -> false;

        @Override
        public Instant now() {
            return NOON.plus(passed).plus(set);
        }

        @Override
        public long nanos() {
            return passed.toNanos() - Long.MAX_VALUE / 2;
        }

        @Override
        public void rest(Duration pause) throws InterruptedException {
            if (interruptedAt.test(rests.size())) {
                throw new InterruptedException();
            }
            rests.add(pause);
            passed = passed.plus(pause);
        }
    }

    /// Each round takes two seconds; after the last report it stays like that.
    private Round rounds(Report... reports) {
        Iterator<Report> next = List.of(reports).iterator();
        var last = new Report[1];
        return () -> {
            time.passed = time.passed.plus(CHECKUP);
            last[0] = next.hasNext() ? next.next() : last[0];
            return last[0];
        };
    }

    private Stopped watch(Until until, Report... reports) throws IOException {
        return new Watch(rounds(reports), Pauses.polite(), until, time, Optional.empty()).run(events::add);
    }

    private long ended() {
        return events.stream().filter(Watching.RoundEnded.class::isInstance).count();
    }

    private <E extends Watching> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void tellsTheMinuteAtWhichItChanged() throws IOException {
        Stopped stopped = watch(Until.itChanges(), BLOCKED, BLOCKED, REFUSED, FINE);
        assertEquals(new Stopped(Reason.CHANGED, Optional.of(REFUSED)), stopped);
        // 2 s, a pause of 15 s, 2 s, a pause of 22.5 s
        assertEquals(List.of(new Watching.Changed(NOON.plusMillis(41_500), BLOCKED, REFUSED)), all(Watching.Changed.class));
        assertEquals(stopped, events.getLast());
    }

    @Test
    void everyEventComesInItsOrder() throws IOException {
        watch(Until.itWorks(), BLOCKED, FINE);
        assertEquals(List.of(new Watching.RoundBegan(1, NOON), new Watching.RoundEnded(1, NOON, BLOCKED),
                new Watching.NextRound(2, NOON.plusSeconds(17), Duration.ofSeconds(15)), new Watching.RoundBegan(2, NOON.plusSeconds(17)),
                new Watching.RoundEnded(2, NOON.plusSeconds(17), FINE), new Watching.Changed(NOON.plusSeconds(17), BLOCKED, FINE),
                new Stopped(Reason.HEALTHY, Optional.of(FINE))), events);
    }

    @Test
    void untilHealthyGoesOnThroughOtherTroubles() throws IOException {
        assertEquals(Reason.HEALTHY, watch(Until.itWorks(), BLOCKED, REFUSED, BLOCKED, FINE).because());
        assertEquals(4, ended());
        assertEquals(3, all(Watching.Changed.class).size());
    }

    @Test
    void whatIsHealthyAlreadyEndsAtOnceOrIsWatchedForAChange() throws IOException {
        assertEquals(Reason.HEALTHY, watch(Until.itWorks(), FINE).because());
        assertEquals(1, ended());
        assertEquals(Reason.CHANGED, watch(Until.itChanges(), FINE, FINE, BLOCKED).because());
    }

    @Test
    void theEarlierReportIsWhatTheFirstRoundIsComparedWith() throws IOException {
        Stopped stopped = new Watch(rounds(FINE), Pauses.polite(), Until.itChanges(), time, Optional.of(BLOCKED)).run(events::add);
        assertEquals(Reason.CHANGED, stopped.because());
        assertEquals(1, ended());
    }

    @Test
    void pausesGrowAndStayPolite() throws IOException {
        watch(new Until(true, true, Duration.ofHours(1)), BLOCKED);
        assertEquals(List.of(15_000L, 22_500L, 33_750L), time.rests.stream().map(Duration::toMillis).limit(3).toList());
        assertTrue(time.rests.stream().allMatch(rest -> rest.compareTo(Duration.ofMinutes(5)) <= 0));
        assertTrue(ended() <= 20, "in an hour: " + ended());
    }

    @Test
    void timeIsUpToTheSecond() throws IOException {
        Stopped stopped = watch(new Until(false, false, Duration.ofSeconds(60)), BLOCKED, FINE, BLOCKED);
        assertEquals(new Stopped(Reason.TIME_UP, Optional.of(BLOCKED)), stopped);
        assertEquals(Duration.ofSeconds(60), time.passed);
        assertEquals(3, ended());
    }

    @Test
    void aRoundThatTakesLongerThanTheTimeIsFinished() throws IOException {
        assertEquals(Reason.TIME_UP, watch(new Until(false, true, Duration.ofSeconds(1)), BLOCKED).because());
        assertEquals(1, ended());
        assertEquals(CHECKUP, time.passed);
    }

    @Test
    void aClockThatIsSetMeanwhileChangesNothing() throws IOException {
        Round setting = () -> {
            time.set = time.set.minus(Duration.ofDays(400));
            return rounds(BLOCKED).run();
        };
        Stopped stopped = new Watch(setting, Pauses.polite(), new Until(true, true, Duration.ofSeconds(60)), time, Optional.empty())
                .run(events::add);
        assertEquals(Reason.TIME_UP, stopped.because());
        assertEquals(Duration.ofSeconds(60), time.passed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth.bad_credentials", "auth.too_many_attempts", "auth.app_password_required",
        "auth.disabled_by_provider", "auth.account_suspended"})
    void aRefusedSignInIsNotRepeated(String code) throws IOException {
        Report refused = report(code);
        assertEquals(new Stopped(Reason.SIGN_IN_REFUSED, Optional.of(refused)), watch(Until.itWorks(), BLOCKED, refused, FINE));
        assertEquals(2, ended());
        events.clear();
        Stopped atOnce = new Watch(rounds(FINE), Pauses.polite(), Until.itWorks(), time, Optional.of(refused)).run(events::add);
        assertEquals(Reason.SIGN_IN_REFUSED, atOnce.because());
        assertEquals(0, ended());
    }

    @Test
    void aRefusalThatDoesNotLeadCountsToo() throws IOException {
        Report mixed = new Report("id", NOON, BLOCKED.tool(), BLOCKED.settings(), Report.Outcome.PROBLEM,
                Stream.concat(BLOCKED.diagnoses().stream(), WRONG.diagnoses().stream()).toList(), List.of(), List.of(), List.of(),
                        List.of(), 1);
        assertEquals(Reason.SIGN_IN_REFUSED, watch(Until.itWorks(), mixed, FINE).because());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth.temporary_failure", "auth.not_offered", "smtp.overloaded"})
    void otherTroublesAreWatched(String code) throws IOException {
        assertEquals(Reason.HEALTHY, watch(Until.itWorks(), report(code), FINE).because());
    }

    @Test
    void anInterruptEndsItAtOnceAndLeavesItsMark() throws IOException {
        time.interruptedAt = rest -> rest == 1;
        Stopped stopped = watch(Until.itWorks(), BLOCKED);
        assertTrue(Thread.interrupted());
        assertEquals(new Stopped(Reason.CANCELLED, Optional.of(BLOCKED)), stopped);
        assertEquals(2, ended());
    }

    @Test
    void aRoundThatBreaksOrCannotBeginEndsItWithALastEvent() throws IOException {
        Round broken = () -> { throw new IllegalStateException("a bug"); };
        assertEquals(Reason.BROKE, new Watch(broken, Pauses.polite(), Until.itWorks(), time, Optional.empty()).run(events::add).because());
        Round impossible = () -> { throw new IOException("no such authority"); };
        var watch = new Watch(impossible, Pauses.polite(), Until.itWorks(), time, Optional.empty());
        assertThrows(IOException.class, () -> watch.run(events::add));
        assertEquals(List.of(Reason.BROKE, Reason.BROKE), all(Stopped.class).stream().map(Stopped::because).toList());
    }

    @ParameterizedTest
    @CsvSource({"1,15000", "2,22500", "8,256289", "9,300000", "1000000,300000", "2147483647,300000"})
    void pauses(int round, long ms) {
        assertEquals(ms, Pauses.polite().after(round).toMillis());
    }

    @Test
    void pausesThatMakeNoSenseAreNone() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> Pauses.of(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(second, 0.5, second));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(second, Double.NaN, second));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(second, 2, Duration.ofMillis(1)));
    }

    @Test
    void aWatcherRunsBesideAndIsStopped() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var resting = new CountDownLatch(1);
        var rounds = new AtomicInteger();
        var heard = new CopyOnWriteArrayList<Watching>();
        var watch = new Watch(() -> {
            rounds.incrementAndGet();
            return BLOCKED;
        }, Pauses.of(Duration.ofHours(1)), Until.itWorks(), Time.system(), Optional.empty());
        try (var _ = Watcher.start(watch, event -> {
            heard.add(event);
            if (event instanceof Watching.NextRound) {
                resting.countDown();
            } else if (event instanceof Stopped) {
                stopped.countDown();
            }
        })) {
            assertTrue(resting.await(20, TimeUnit.SECONDS));
        }
        assertTrue(stopped.await(20, TimeUnit.SECONDS));
        assertEquals(Reason.CANCELLED, assertInstanceOf(Stopped.class, heard.getLast()).because());
        assertEquals(1, rounds.get());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsSentence(Reason reason) {
        assertTrue(TextBook.open("watch", Locale.ENGLISH).find("stopped." + reason.id()).isPresent());
    }
}
