package org.mailmedic.checkup;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/// The threads of one run, and the only ones it has. A thread for each look; the system's name lookup has a platform thread of its own,
/// since it blocks in native code and can only be left behind.
final class Workers implements AutoCloseable {
    /// Virtual threads are interrupted out of any read.
    static final ThreadFactory VIRTUAL = Thread.ofVirtual().name("look").factory();
    /// For a program that ends after one run: virtual threads bring a poller that waits in native code, and the JVM gives threads in native
    /// code 300 ms before it exits. What these do not hear of an interrupt, the end of their connections tells them.
    static final ThreadFactory PLATFORM = Thread.ofPlatform().daemon().name("look").factory();
    private final ExecutorService threads;

    Workers(ThreadFactory factory) {
        threads = Executors.newThreadPerTaskExecutor(factory);
    }

    <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    Future<?> start(Runnable task) {
        return threads.submit(task);
    }

    /// @param broke hears, on the thread of the task, of what ended it that should not have
    void start(Runnable task, Consumer<Throwable> broke) {
        threads.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error bug) {
                broke.accept(bug);
            }
        });
    }

    /// For a task that tells of its failures itself; any other goes where those of a thread go that nobody caught.
    void run(Runnable task) {
        threads.execute(task);
    }

    /// For what cannot be interrupted. Nobody waits for it at the end.
    <T> Future<T> startNative(String name, Callable<T> task) {
        var future = new FutureTask<>(task);
        Thread.ofPlatform().daemon().name(name).start(future);
        return future;
    }

    /// What ended the task that should not have.
    static Throwable bug(ExecutionException ended) {
        return Objects.requireNonNullElse(ended.getCause(), ended);
    }

    /// Ends everything.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
