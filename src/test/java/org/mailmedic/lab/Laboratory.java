package org.mailmedic.lab;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.mailmedic.lab.net.Leftovers;
import org.mailmedic.lab.peer.Authority;
import org.mailmedic.real.Workshop;

/// Runs scenarios on a few benches side by side: most of their time is waiting.
public final class Laboratory implements Closeable {
    /// How a scenario ended.
    ///
    /// @param wrong what is not as it should be; empty when all is
    public record Result(Scenario scenario, Got got, List<String> wrong) {}

    /// A scenario that is to be run, and how it ended once it has been.
    public record Attempt(Scenario scenario, CompletableFuture<Result> result) {}

    private final Workshop folder = Workshop.open();
    private final List<Bench> benches = new ArrayList<>();
    private final List<Attempt> attempts;
    private final List<Thread> workers = new ArrayList<>();

    /// Builds the benches and starts at once, in the order given.
    ///
    /// @param scenarios one may be there several times
    public Laboratory(List<Scenario> scenarios, int howMany) throws IOException {
        attempts = scenarios.stream().map(scenario -> new Attempt(scenario, new CompletableFuture<>())).toList();
        try {
            Leftovers.remove();
            var authority = new Authority(folder.resolve("certificates"));
            for (int i = 0; i < howMany; i++) {
                benches.add(new Bench(i, folder.resolve("bench" + i), authority));
            }
            BlockingQueue<Attempt> queue = new LinkedBlockingQueue<>(attempts);
            for (Bench bench : benches) {
                workers.add(Thread.ofPlatform().daemon().name("bench").start(() -> work(bench, queue)));
            }
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /// In the order in which they were given.
    public List<Attempt> attempts() {
        return attempts;
    }

    private void work(Bench bench, BlockingQueue<Attempt> queue) {
        for (Attempt next = queue.poll(); next != null && !Thread.currentThread().isInterrupted(); next = queue.poll()) {
            try {
                Scenario scenario = next.scenario();
                Got got = bench.run(scenario);
                List<String> wrong = new ArrayList<>(scenario.expected().differences(got));
                if (got.took().compareTo(scenario.atMost()) > 0) {
                    wrong.add("took longer than " + scenario.atMost().toMillis() / 1000.0 + " s");
                }
                next.result().complete(new Result(scenario, got, wrong));
            } catch (Exception | Error e) {
                next.result().completeExceptionally(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        workers.forEach(Thread::interrupt);
        for (Bench bench : benches) {
            bench.close();
        }
        folder.close();
    }
}
