package org.mailmedic.maildomain.dns;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsType;

/// Asks each question once, and no more than so many, whatever the records lead to. Where nobody has ever answered, it stops waiting
/// after a few questions. Thread-safe.
public final class BoundedZone implements Zone {
    private static final int PATIENCE = 4;

    private final Zone below;
    private final int most;
    private final ConcurrentMap<String, CompletableFuture<DnsAnswer>> known = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger silent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    public BoundedZone(Zone below, int most) {
        this.below = below;
        this.most = most;
    }

    @Override
    public DnsAnswer ask(String name, DnsType type) {
        var mine = new CompletableFuture<DnsAnswer>();
        var before = known.putIfAbsent(type + " " + name.toLowerCase(Locale.ROOT), mine);
        if (before != null) {
            return before.join();
        }
        try {
            mine.complete(askOnce(name, type));
        } catch (RuntimeException bug) {
            mine.completeExceptionally(bug);
            throw bug;
        }
        return mine.join();
    }

    private DnsAnswer askOnce(String name, DnsType type) {
        boolean hopeless = answered.get() == 0 && silent.get() >= PATIENCE;
        if (hopeless || asked.incrementAndGet() > most) {
            return DnsAnswer.without(Status.TIMEOUT);
        }
        DnsAnswer answer = below.ask(name, type);
        (answer.status() == Status.TIMEOUT || answer.status() == Status.UNREACHABLE ? silent : answered).incrementAndGet();
        return answer;
    }

    /// How many questions went out.
    public int asked() {
        return Math.min(most, asked.get());
    }
}
