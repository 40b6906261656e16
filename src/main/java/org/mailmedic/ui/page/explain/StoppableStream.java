package org.mailmedic.ui.page.explain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// A file's stream that tells how far it was read, and ends early when it is stopped.
final class StoppableStream extends FilterInputStream {
    private static final long STEP = 4L << 20;
    private final BooleanSupplier stopped;
    private final LongConsumer progress;
    private long read;
    private long told;

    /// @param progress hears the bytes that were read, now and then, on the reading thread
    StoppableStream(InputStream in, BooleanSupplier stopped, LongConsumer progress) {
        super(in);
        this.stopped = stopped;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = stopped.getAsBoolean() ? -1 : super.read(bytes, from, length);
        read += Math.max(0, count);
        if (read - told >= STEP) {
            told = read;
            progress.accept(read);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
