package org.mailmedic.maildomain.dns;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsType;

/// Asks each question once, no more than so many, and none after the time is up, whatever the records lead to. Where nobody has ever
/// answered, it stops waiting after a few questions. Thread-safe.
public final class BoundedZone implements Zone {
    private static final int PATIENCE = 4;

    private final Zone below;
    private final int most;
    private final OpenQuestions open;
    private final BooleanSupplier over;
    private final Consumer<Runnable> starter;
    private final ConcurrentMap<String, CompletableFuture<DnsAnswer>> known = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger silent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    /// @param open    whether it is worth asking is looked at only when the turn has come
    /// @param over    whether the time is up
    /// @param starter runs what is asked ahead
    public BoundedZone(Zone below, int most, OpenQuestions open, BooleanSupplier over, Consumer<Runnable> starter) {
        this.below = below;
        this.most = most;
        this.open = open;
        this.over = over;
        this.starter = starter;
    }

    @Override
    public void ahead(String name, DnsType type) {
        if (!known.containsKey(key(name, type))) {
            starter.accept(() -> ask(name, type));
        }
    }

    private static String key(String name, DnsType type) {
        return type + " " + name.toLowerCase(Locale.ROOT);
    }

    @Override
    public DnsAnswer ask(String name, DnsType type) {
        var mine = new CompletableFuture<DnsAnswer>();
        var before = known.putIfAbsent(key(name, type), mine);
        if (before != null) {
            return before.join();
        }
        try {
            mine.complete(open.inTurn(() -> askOnce(name, type)));
        } catch (RuntimeException | Error bug) {
            mine.completeExceptionally(bug);
            throw bug;
        }
        return mine.join();
    }

    private DnsAnswer askOnce(String name, DnsType type) {
        if (answered.get() == 0 && silent.get() >= PATIENCE) {
            return DnsAnswer.without(Status.TIMEOUT);
        }
        if (over.getAsBoolean() || asked.incrementAndGet() > most) {
            return DnsAnswer.without(Status.NOT_ASKED);
        }
        DnsAnswer answer = below.ask(name, type);
        if (answer.status() == Status.NOT_ASKED) {
            return answer;
        }
        (answer.status() == Status.TIMEOUT || answer.status() == Status.UNREACHABLE ? silent : answered).incrementAndGet();
        return answer;
    }

    /// How many questions went out.
    public int asked() {
        return Math.min(most, asked.get());
    }
}
