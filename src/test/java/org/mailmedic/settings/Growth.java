package org.mailmedic.settings;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Tells work that grows with a text from work that grows with its square: by the ratio of the processor time of this thread, so that
/// neither a slow nor a busy computer decides.
public final class Growth {
    private static final int SMALL = 32 * 1024;
    private static final int TIMES = 8;
    /// Linear work takes eight times as long, quadratic work 64 times; in between lies what warming up and the heap do.
    private static final double MOST = 28;
    /// Below this nothing can be told, and nothing needs to be.
    private static final long NOTICEABLE_NANOS = 400_000_000;

    private Growth() {}

    /// @param text made of about that many characters
    public static <T> void assertLinear(String what, IntFunction<T> text, Consumer<T> work) {
        assertLinear(what, SMALL, text, work);
    }

    public static <T> void assertLinear(String what, int smallest, IntFunction<T> text, Consumer<T> work) {
        T small = text.apply(smallest);
        T large = text.apply(smallest * TIMES);
        work.accept(small);
        long one = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            one = Math.min(one, nanos(small, work));
        }
        long many = nanos(large, work);
        if (many < NOTICEABLE_NANOS) {
            return;
        }
        double ratio = (double) many / Math.max(1, one);
        assertTrue(ratio < MOST, what + ": " + TIMES + " times the text took " + Math.round(ratio) + " times as long");
    }

    private static <T> long nanos(T text, Consumer<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.accept(text);
        return threads.getCurrentThreadCpuTime() - start;
    }
}
