package org.mailmedic.lab;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Workshop folder = Workshop.open();
    private final List<Bench> benches = new ArrayList<>();
    private final Map<Scenario, CompletableFuture<Result>> results = new LinkedHashMap<>();
    private final List<Thread> workers = new ArrayList<>();

    /// Builds the benches and starts at once.
    public Laboratory(List<Scenario> scenarios, int howMany) throws IOException {
        try {
            Leftovers.remove();
            scenarios.forEach(scenario -> results.put(scenario, new CompletableFuture<>()));
            var authority = new Authority(folder.resolve("certificates"));
            for (int i = 0; i < howMany; i++) {
                benches.add(new Bench(i, folder.resolve("bench" + i), authority));
            }
            BlockingQueue<Scenario> queue = new LinkedBlockingQueue<>(scenarios);
            for (Bench bench : benches) {
                workers.add(Thread.ofPlatform().daemon().name("bench").start(() -> work(bench, queue)));
            }
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /// In the order in which they were given.
    public Map<Scenario, CompletableFuture<Result>> results() {
        return results;
    }

    private void work(Bench bench, BlockingQueue<Scenario> queue) {
        for (Scenario scenario = queue.poll(); scenario != null && !Thread.currentThread().isInterrupted(); scenario = queue.poll()) {
            try {
                Got got = bench.run(scenario);
                List<String> wrong = new ArrayList<>(scenario.expected().differences(got));
                if (got.took().compareTo(scenario.atMost()) > 0) {
                    wrong.add("took longer than " + scenario.atMost().toMillis() / 1000.0 + " s");
                }
                results.get(scenario).complete(new Result(scenario, got, wrong));
            } catch (Exception | Error e) {
                results.get(scenario).completeExceptionally(e);
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
