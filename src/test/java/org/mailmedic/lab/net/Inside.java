package org.mailmedic.lab.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs a piece of code as if on a host of a network namespace. A socket that is opened there belongs to that namespace for good
/// (network_namespaces(7)), whatever thread uses it later, so one process can play all the hosts of a network.
public final class Inside {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int O_RDONLY = 0;
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final String namespace;

    public Inside(String namespace) {
        this.namespace = namespace;
    }

    /// Runs it on a thread of its own that enters the namespace first and ends afterwards.
    public <T> T call(Callable<T> task) throws IOException {
        var future = new FutureTask<T>(() -> {
            enter();
            return task.call();
        });
        Thread.ofPlatform().daemon().name("in " + namespace).start(future);
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("in " + namespace + ": " + e.getCause(), e.getCause());
        }
    }

    private void enter() throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(STATE);
            int handle = (int) function("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT)
                .invokeExact(errno, arena.allocateFrom("/run/netns/" + namespace), O_RDONLY);
            try {
                int done = handle < 0 ? handle : (int) function("setns", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
                    .invokeExact(errno, handle, CLONE_NEWNET);
                if (done != 0) {
                    throw new IOException("cannot enter " + namespace + ": error " + (int) ERRNO.get(errno, 0L));
                }
            } finally {
                if (handle >= 0) {
                    int _ = (int) function("close", ValueLayout.JAVA_INT).invokeExact(errno, handle);
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, MemoryLayout... arguments) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments),
            Linker.Option.captureCallState("errno"));
    }
}
