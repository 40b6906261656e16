package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

final class FxThreadTest {
    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void doesEverythingInOrderOnTheJavaFxThreadAndABurstInOneGo() throws Exception {
        var fx = new FxThread(Runnable::run, () -> 0);
        var seen = new CopyOnWriteArrayList<Integer>();
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var between = new CopyOnWriteArrayList<Integer>();
        Platform.runLater(() -> await(held));
        for (int i = 0; i < 1000; i++) {
            int number = i;
            fx.execute(() -> {
                assertTrue(Platform.isFxApplicationThread());
                seen.add(number);
            });
        }
        Platform.runLater(() -> between.add(seen.size()));
        fx.execute(done::countDown);
        held.countDown();
        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertEquals(IntStream.range(0, 1000).boxed().toList(), List.copyOf(seen));
        var after = new CountDownLatch(1);
        Platform.runLater(after::countDown);
        assertTrue(after.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(1000), between, "all of them ran before the next in the queue");
    }

    @Test
    void aLongBurstLetsOtherWorkThroughAndStaysInOrder() throws Exception {
        var clock = new AtomicLong();
        var stretches = new CopyOnWriteArrayList<List<Integer>>();
        var fx = new FxThread(all -> {
            stretches.add(new CopyOnWriteArrayList<>());
            all.run();
        }, clock::get);
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Platform.runLater(() -> await(held));
        for (int i = 0; i < 7; i++) {
            int number = i;
            fx.execute(() -> {
                stretches.getLast().add(number);
                clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(3));
            });
        }
        fx.execute(done::countDown);
        held.countDown();
        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6)), List.copyOf(stretches));
    }

    @Test
    void workThatThrowsDoesNotHoldUpWhatComesAfter() throws Exception {
        var fx = new FxThread();
        var done = new CountDownLatch(1);
        fx.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, _) -> { });
            throw new IllegalStateException("on purpose");
        });
        fx.execute(done::countDown);
        assertTrue(done.await(10, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
