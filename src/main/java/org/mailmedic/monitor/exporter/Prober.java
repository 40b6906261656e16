package org.mailmedic.monitor.exporter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.mailmedic.checkup.Checkup;
import org.mailmedic.monitor.batch.ServerCheck;
import org.mailmedic.monitor.batch.Target;
import org.mailmedic.monitor.batch.Unfit;
import org.mailmedic.plan.Options;
import org.mailmedic.report.Report;

/// Probes one target at a time for each who asks: so many at once, one sign-in at a time at a server, and who asks for what is being probed
/// already shares its result. Thread-safe.
final class Prober {
    /// A server that asked for fewer sign-ins is left alone for so long.
    private static final Duration LOCK_OUT = Duration.ofHours(1);
    /// For the report, after the probe itself was ended.
    private static final Duration FINISHING = Duration.ofSeconds(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final ServerCheck check;
    private final Semaphore free;
    private final Map<String, Semaphore> signIns = new LinkedHashMap<>();
    private final Map<Asked, CompletableFuture<Answer>> running = new LinkedHashMap<>();
    private final Map<String, Probed> last = new LinkedHashMap<>();

    private record Asked(String id, Options.Profile profile) {}

    /// How a request was answered.
    sealed interface Answer {
        record Done(Probed probed) implements Answer {}

        /// As many as may be are under way.
        record TooMany() implements Answer {}

        /// The target's password or authorities cannot be read.
        record Unusable(Unfit why) implements Answer {}

        /// It took longer than whoever asked waits.
        record TooLate() implements Answer {}

        record Broke(Throwable bug) implements Answer {}
    }

    Prober(Checkup checkup, int most, Function<String, String> environment) {
        check = new ServerCheck(checkup, LOCK_OUT, environment);
        free = new Semaphore(most);
    }

    /// Waits for the probe, `patience` at most.
    Answer probe(Target.Server target, Optional<Options.Profile> profile, Duration patience) throws InterruptedException {
        Options options = profile.map(target.options()::withProfile).orElse(target.options());
        // a step that takes all its time is still to be judged, and looked beside, within the scrape
        Duration most = patience.multipliedBy(3).dividedBy(5);
        Duration step = options.timeout().compareTo(most) < 0 ? options.timeout() : most;
        Options within = options.withTimeout(step.compareTo(Options.SHORTEST_TIMEOUT) < 0 ? Options.SHORTEST_TIMEOUT : step);
        var asked = new Asked(target.id(), within.profile());
        var mine = new CompletableFuture<Answer>();
        CompletableFuture<Answer> there;
        synchronized (running) {
            there = running.get(asked);
            if (there == null && !free.tryAcquire()) {
                return new Answer.TooMany();
            }
            if (there == null) {
                running.put(asked, mine);
            }
        }
        if (there == null) {
            there = mine;
            var limited = new Target.Server(target.number(), target.id(), target.settings(), within, target.secret());
            Thread thread = Thread.ofVirtual().name("probe").unstarted(() -> run(limited, asked, mine));
            thread.start();
            return await(there, patience, Optional.of(thread));
        }
        return await(there, patience, Optional.empty());
    }

    /// @param thread the probe's own, where it is ours to end
    private static Answer await(CompletableFuture<Answer> answer, Duration patience, Optional<Thread> thread) throws InterruptedException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException bug) {
            return new Answer.Broke(Objects.requireNonNullElse(bug.getCause(), bug));
        } catch (TimeoutException late) {
            if (thread.isEmpty()) {
                return new Answer.TooLate();
            }
            // what was seen so far still makes a report
            thread.get().interrupt();
            try {
                return answer.get(FINISHING.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException stuck) {
                return new Answer.TooLate();
            }
        }
    }

    private void run(Target.Server target, Asked asked, CompletableFuture<Answer> answer) {
        try {
            answer.complete(signingInAlone(target));
        } catch (InterruptedException stopped) {
            answer.complete(new Answer.TooLate());
        } catch (RuntimeException | Error bug) {
            System.getLogger(Prober.class.getName()).log(System.Logger.Level.ERROR, "a probe met a bug", bug);
            answer.complete(new Answer.Broke(bug));
        } finally {
            synchronized (running) {
                running.remove(asked);
            }
            free.release();
        }
    }

    private Answer signingInAlone(Target.Server target) throws InterruptedException {
        if (target.secret().isEmpty()) {
            return check(target);
        }
        // only targets of the file have a secret: as many gates as it has servers
        Semaphore gate;
        synchronized (signIns) {
            gate = signIns.computeIfAbsent(target.server(), _ -> new Semaphore(1, true));
        }
        gate.acquire();
        try {
            return check(target);
        } finally {
            gate.release();
        }
    }

    private Answer check(Target.Server target) {
        try {
            ServerCheck.Answer answer = check.check(target);
            var probed = Probed.of(answer, answer.report());
            remember(target.id(), probed);
            return new Answer.Done(probed);
        } catch (Unfit unusable) {
            return new Answer.Unusable(unusable);
        }
    }

    private void remember(String id, Probed probed) {
        synchronized (last) {
            last.remove(id);
            last.put(id, probed);
            if (last.size() > MOST_REMEMBERED) {
                last.remove(last.keySet().iterator().next());
            }
        }
    }

    /// What stopped mail, or might have, when it was probed last; empty where it was not.
    Optional<List<Report.Verdict>> advice(String id) {
        synchronized (last) {
            return Optional.ofNullable(last.get(id)).map(Probed::advice);
        }
    }
}
