package org.mailmedic.maildomain.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsType;

final class BoundedZoneTest {
    private final FakeZone zone = FakeZone.empty().txt("a.example", "a").txt("b.example", "b");

    @Test
    void afterTheTimeIsUpNothingIsAskedAndWhatIsKnownStays() {
        var over = new AtomicBoolean();
        var bounded = new BoundedZone(zone, 10, new OpenQuestions(1), over::get, Runnable::run);
        assertEquals(List.of("a"), bounded.ask("a.example", DnsType.TXT).texts());
        over.set(true);
        DnsAnswer late = bounded.ask("b.example", DnsType.TXT);
        assertEquals(Status.NOT_ASKED, late.status());
        assertFalse(late.empty());
        assertEquals(List.of("a"), bounded.ask("A.example", DnsType.TXT).texts());
        assertEquals(List.of("TXT a.example"), zone.asked());
    }

    @Test
    void theQuestionBehindTheLastIsOurs() {
        var bounded = new BoundedZone(zone, 1, new OpenQuestions(1), () -> false, Runnable::run);
        assertEquals(Status.FOUND, bounded.ask("a.example", DnsType.TXT).status());
        assertEquals(Status.NOT_ASKED, bounded.ask("b.example", DnsType.TXT).status());
        assertEquals(1, bounded.asked());
    }

    @Test
    void whatIsAskedAheadIsAskedOnce() {
        List<Runnable> started = new ArrayList<>();
        var bounded = new BoundedZone(zone, 10, new OpenQuestions(1), () -> false, started::add);
        bounded.ahead("a.example", DnsType.TXT);
        assertEquals(List.of(), zone.asked());
        started.forEach(Runnable::run);
        bounded.ahead("a.example", DnsType.TXT);
        assertEquals(List.of("a"), bounded.ask("a.example", DnsType.TXT).texts());
        assertEquals(1, started.size());
        assertEquals(List.of("TXT a.example"), zone.asked());
    }

    @Test
    void aWantOfSocketsIsNoSilence() {
        var bounded = new BoundedZone((_, _) -> DnsAnswer.without(Status.NOT_ASKED), 20, new OpenQuestions(1), () -> false, Runnable::run);
        for (int i = 0; i < 10; i++) {
            assertEquals(Status.NOT_ASKED, bounded.ask(i + ".example", DnsType.TXT).status());
        }
    }

    @Test
    void whoHasWaitedTooLongForTheTurnAsksNothing() throws InterruptedException {
        var open = new OpenQuestions(1);
        var over = new AtomicBoolean();
        var bounded = new BoundedZone(zone, 10, open, over::get, Runnable::run);
        List<DnsAnswer> late = new ArrayList<>();
        Thread[] waiting = new Thread[1];
        open.inTurn(() -> {
            waiting[0] = Thread.ofVirtual().start(() -> late.add(bounded.ask("a.example", DnsType.TXT)));
            over.set(true);
            return DnsAnswer.without(Status.NO_NAME);
        });
        waiting[0].join();
        assertEquals(Status.NOT_ASKED, late.getFirst().status());
        assertEquals(List.of(), zone.asked());
    }

    @Test
    void whatBreaksBreaksForAllWhoAskTheSame() {
        var bounded = new BoundedZone((_, _) -> {
            throw new StackOverflowError();
        }, 10, new OpenQuestions(1), () -> false, Runnable::run);
        assertThrows(StackOverflowError.class, () -> bounded.ask("a.example", DnsType.TXT));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThrows(CompletionException.class,
                () -> bounded.ask("a.example", DnsType.TXT)));
    }
}
