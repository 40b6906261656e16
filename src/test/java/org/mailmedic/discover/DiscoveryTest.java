package org.mailmedic.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

final class DiscoveryTest {
    private static final ProviderBook BOOK = ProviderBook.load();
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final Duration BUDGET = Duration.ofMillis(700);

    private interface Answering {
        Look look(Deadline deadline) throws IOException;
    }

    private static Source source(Origin origin, Answering answering) {
        return new Source() {
            @Override
            public Origin origin() {
                return origin;
            }

            @Override
            public Look look(Person person, Deadline deadline) throws IOException {
                return answering.look(deadline);
            }
        };
    }

    private static Source finds(Origin origin, String host) {
        return source(origin, _ -> Look.of(List.of(candidate(origin, host))));
    }

    private static Candidate candidate(Origin origin, String host) {
        return new Candidate(host, 465, Security.TLS, "anna", origin, false, false);
    }

    private static Source hangs(Origin origin) {
        return source(origin, _ -> {
            try {
                new CountDownLatch(1).await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return new Look.Nothing();
        });
    }

    private static Discovered run(Person person, List<Source> beside, Source last) throws InterruptedException {
        return new Discovery(BOOK, beside, Optional.ofNullable(last), THREADS, System::nanoTime).run(person, BUDGET, _ -> { });
    }

    private static List<String> looks(Discovered found) {
        return found.answers().stream().map(answer -> answer.origin().id() + " " + answer.look().id()).toList();
    }

    @Test
    void theMostTrustworthySourceGoesFirstWhoeverAnswersFirst() throws InterruptedException {
        Discovered found = run(People.ANNA, List.of(finds(Origin.MX, "c.example"), finds(Origin.SRV, "b.example"), finds(Origin.AUTOCONFIG,
                "a.example")), null);
        assertEquals(List.of("a.example", "b.example", "c.example"), found.candidates().stream().map(Candidate::host).toList());
    }

    @Test
    void theSameDoorIsNamedOnce() throws InterruptedException {
        Discovered found = run(People.ANNA, List.of(finds(Origin.MX, "a.example"), finds(Origin.SRV, "a.example")), null);
        assertEquals(List.of(candidate(Origin.SRV, "a.example")), found.candidates());
    }

    @Test
    void nobodyKnocksWhereSomebodyKnows() throws InterruptedException {
        assertEquals(List.of("list nothing", "srv found", "guess skipped"),
                looks(run(People.ANNA, List.of(finds(Origin.SRV, "a.example")), finds(Origin.GUESS, "b.example"))));
        assertEquals(List.of("list nothing", "srv not_offered", "guess skipped"),
                looks(run(People.ANNA, List.of(source(Origin.SRV, _ -> new Look.NotOffered())), finds(Origin.GUESS, "b.example"))));
        assertEquals(List.of("list nothing", "srv nothing", "guess found"),
                looks(run(People.ANNA, List.of(source(Origin.SRV, _ -> new Look.Nothing())), finds(Origin.GUESS, "b.example"))));
    }

    @Test
    void aBrokenSourceHurtsNobodyElse() throws InterruptedException {
        Source bug = source(Origin.AUTOCONFIG, _ -> {
            throw new IllegalStateException("our own bug");
        });
        Source failing = source(Origin.ISPDB, _ -> {
            throw new IOException("no way");
        });
        Discovered found = run(People.ANNA, List.of(bug, failing, finds(Origin.SRV, "a.example")), null);
        assertEquals(List.of("list nothing", "autoconfig failed", "ispdb failed", "srv found"), looks(found));
        assertEquals(new Look.Failed("no way"), found.answers().get(2).look());
    }

    @Test
    void sourcesThatHangAreLateAndTheSearchEndsWithinItsBudget() throws InterruptedException {
        long start = System.nanoTime();
        Discovered found = run(People.ANNA, List.of(hangs(Origin.AUTOCONFIG), hangs(Origin.ISPDB), hangs(Origin.SRV)), hangs(Origin.GUESS));
        double took = (System.nanoTime() - start) / 1e6;
        assertEquals(List.of("list nothing", "autoconfig late", "ispdb late", "srv late", "guess late"), looks(found));
        assertTrue(took < BUDGET.toMillis() + 3000, () -> took + " ms");
    }

    @Test
    void theBookIsHeardBeforeAnybodyElseIsWaitedFor() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        new Discovery(BOOK, List.of(hangs(Origin.SRV)), Optional.empty(), THREADS, System::nanoTime)
                .run(People.of("anna@gmail.com"), BUDGET, answer -> heard.add(answer.origin().id()));
        assertEquals(List.of("list", "srv"), heard);
    }
}
