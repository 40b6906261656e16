package org.mailmedic.maildomain.dns;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.mailmedic.net.dns.DnsAnswer;

/// A bound on the questions that wait for an answer at the same time, whoever asks them. Each takes a socket, and a program that has run
/// out of those can ask nobody anything. Thread-safe.
public final class OpenQuestions {
    private final Semaphore free;

    public OpenQuestions(int most) {
        free = new Semaphore(most);
    }

    /// The same zone, within this bound.
    public Zone over(Zone zone) {
        return (name, type) -> inTurn(() -> zone.ask(name, type));
    }

    /// What `question` comes to, once its turn has come.
    public DnsAnswer inTurn(Supplier<DnsAnswer> question) {
        try {
            free.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return DnsAnswer.without(DnsAnswer.Status.NOT_ASKED);
        }
        try {
            return question.get();
        } finally {
            free.release();
        }
    }
}
