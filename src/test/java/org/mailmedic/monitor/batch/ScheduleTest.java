package org.mailmedic.monitor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ScheduleTest {
    private static final int SERVERS = 5;

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Where threads are made faster than they get a processor, more of them would only stand in line.
    @Test
    void tasksBeginWhenThoseBeforeThemHaveBegun() throws InterruptedException {
        var processor = new Semaphore(0);
        var made = new AtomicInteger();
        var ran = new CountDownLatch(20);
        var schedule = new Schedule(100, 3, 200, work -> {
            made.incrementAndGet();
            return Thread.ofVirtual().unstarted(() -> {
                processor.acquireUninterruptibly();
                work.run();
            });
        });
        for (int i = 0; i < 20; i++) {
            schedule.add("s" + i, false, ran::countDown);
        }
        assertEquals(2, made.get());
        processor.release(20);
        await(ran);
        schedule.await();
        assertEquals(20, made.get());
    }

    @Test
    void neverMoreThanAllowedOfAnyKind() throws InterruptedException {
        var schedule = new Schedule(7, 3, 20);
        var all = new AtomicInteger();
        var done = new AtomicInteger();
        var excess = new AtomicInteger();
        var at = new AtomicInteger[SERVERS];
        var signing = new AtomicInteger[SERVERS];
        for (int i = 0; i < SERVERS; i++) {
            at[i] = new AtomicInteger();
            signing[i] = new AtomicInteger();
        }
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            int server = random.nextInt(SERVERS);
            boolean signsIn = random.nextBoolean();
            schedule.add("s" + server, signsIn, () -> {
                boolean tooMany = all.incrementAndGet() > 7 | at[server].incrementAndGet() > 3 | signsIn
                        && signing[server].incrementAndGet() > 1;
                excess.addAndGet(tooMany ? 1 : 0);
                Thread.yield();
                if (signsIn) {
                    signing[server].decrementAndGet();
                }
                at[server].decrementAndGet();
                all.decrementAndGet();
                done.incrementAndGet();
            });
        }
        schedule.await();
        assertEquals(0, excess.get());
        assertEquals(3_000, done.get());
    }

    @Test
    void aBusyServerHoldsUpNobodyElse() throws InterruptedException {
        var schedule = new Schedule(8, 2, 100);
        var mayEnd = new CountDownLatch(1);
        var others = new CountDownLatch(5);
        for (int i = 0; i < 50; i++) {
            schedule.add("busy", false, () -> await(mayEnd));
        }
        for (int i = 0; i < 5; i++) {
            schedule.add("other" + i, true, others::countDown);
        }
        assertTrue(others.await(20, TimeUnit.SECONDS));
        mayEnd.countDown();
        schedule.await();
    }

    @Test
    void theSignInsOfAServerLeaveRoomForItsOtherLines() throws InterruptedException {
        var schedule = new Schedule(8, 2, 100);
        var mayEnd = new CountDownLatch(1);
        var plain = new CountDownLatch(1);
        schedule.add("one", true, () -> await(mayEnd));
        schedule.add("one", true, () -> await(mayEnd));
        schedule.add("one", false, plain::countDown);
        assertTrue(plain.await(20, TimeUnit.SECONDS));
        mayEnd.countDown();
        schedule.await();
    }

    @Test
    void itStops() throws InterruptedException {
        var schedule = new Schedule(1, 1, 10);
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        schedule.add("a", false, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
        });
        var never = new AtomicInteger();
        schedule.add("b", false, never::incrementAndGet);
        assertTrue(begun.await(20, TimeUnit.SECONDS));
        schedule.stop();
        assertFalse(schedule.add("c", false, never::incrementAndGet));
        schedule.await();
        assertTrue(interrupted.await(20, TimeUnit.SECONDS));
        assertEquals(0, never.get());
    }
}
