package org.mailmedic.checkup;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// The threads of one run, and the only ones it has. Virtual ones for everything that can be interrupted; a platform thread for the
/// system's name lookup, which blocks in native code and can only be left behind.
final class Workers implements AutoCloseable {
    private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();

    <T> Future<T> start(Callable<T> task) {
        return virtual.submit(task);
    }

    Future<?> start(Runnable task) {
        return virtual.submit(task);
    }

    /// For what cannot be interrupted. Nobody waits for it at the end.
    <T> Future<T> startNative(String name, Callable<T> task) {
        var future = new FutureTask<>(task);
        Thread.ofPlatform().daemon().name(name).start(future);
        return future;
    }

    /// Ends everything: blocked reads and connects of virtual threads end by the interrupt.
    @Override
    public void close() {
        virtual.shutdownNow();
    }
}
