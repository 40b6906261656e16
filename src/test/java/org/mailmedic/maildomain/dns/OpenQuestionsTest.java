package org.mailmedic.maildomain.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsType;

final class OpenQuestionsTest {
    private final OpenQuestions bound = new OpenQuestions(2);

    @Test
    void neverMoreThanAllowedAreOpenAndAllAreAnswered() throws InterruptedException {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var both = new CountDownLatch(2);
        Zone slow = (_, _) -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            } finally {
                open.decrementAndGet();
            }
            return DnsAnswer.without(Status.NO_NAME);
        };
        Zone one = bound.over(slow);
        Zone other = bound.over(slow);
        var answered = new AtomicInteger();
        Thread[] all = new Thread[40];
        for (int i = 0; i < all.length; i++) {
            Zone mine = i % 2 == 0 ? one : other;
            all[i] = Thread.ofVirtual().start(() -> {
                mine.ask("a.example", DnsType.A);
                answered.incrementAndGet();
            });
        }
        for (Thread each : all) {
            each.join();
        }
        assertEquals(40, answered.get());
        assertEquals(2, most.get());
    }

    @Test
    void aPlaceIsFreeAgainAfterAFault() {
        Zone broken = bound.over((_, _) -> {
            throw new IllegalStateException("a bug");
        });
        for (int i = 0; i < 5; i++) {
            assertThrows(IllegalStateException.class, () -> broken.ask("a.example", DnsType.A));
        }
    }

    @Test
    void whoIsStoppedHasNotAsked() {
        Thread.currentThread().interrupt();
        assertEquals(Status.NOT_ASKED, bound.over(FakeZone.empty()).ask("a.example", DnsType.A).status());
        assertTrue(Thread.interrupted());
    }
}
