package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.ui.page.Engine;

final class DomainLooksTest {
    private final List<DomainLook> found = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();

    @Test
    void whatIsFoundIsHandedOn() {
        DomainLook look = DomainSamples.healthy();
        new DomainLooks(_ -> look, Runnable::run).start(DomainQuestion.about("example.org"), found::add, faults::add);
        assertEquals(List.of(look), found);
        assertEquals(List.of(), faults);
    }

    @Test
    void aFaultIsHandedOn() {
        new DomainLooks(_ -> {
            throw new IllegalStateException("ours");
        }, Runnable::run).start(DomainQuestion.about("example.org"), found::add, faults::add);
        assertEquals(1, faults.size());
    }

    @Test
    void aLookUnderWayIsInterruptedAndSaysNothing() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Engine.Run run = new DomainLooks(_ -> {
            try {
                begun.countDown();
                new CountDownLatch(1).await();
                return DomainSamples.healthy();
            } finally {
                ended.countDown();
            }
        }, work -> Thread.ofVirtual().start(work)).start(DomainQuestion.about("example.org"), found::add, faults::add);
        assertTrue(begun.await(20, TimeUnit.SECONDS));
        run.cancel();
        assertTrue(ended.await(20, TimeUnit.SECONDS));
        assertEquals(List.of(), found);
        assertEquals(List.of(), faults);
    }

    @Test
    void oneCancelledBeforeItBeginsAsksNobody() {
        var waiting = new ArrayList<Runnable>();
        var asked = new ArrayList<DomainQuestion>();
        new DomainLooks(question -> {
            asked.add(question);
            return DomainSamples.healthy();
        }, waiting::add).start(DomainQuestion.about("example.org"), found::add, faults::add).cancel();
        waiting.forEach(Runnable::run);
        assertEquals(List.of(), asked);
        assertFalse(Thread.interrupted());
    }
}
