package org.mailmedic.explain.log;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Cuts a stream into lines at LF, CR LF or CR. What a line has beyond [#LONGEST] bytes is passed over.
final class LineFeed {
    static final int LONGEST = 64 * 1024;

    private static final int BUFFER = 256 * 1024;
    /// A third of the time of a buffer's `getLong` where the compiler optimises little.
    private static final VarHandle EIGHTS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = ONES << 7;
    private static final long FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';

    /// Takes each line, which stands in a buffer that is used again.
    @FunctionalInterface
    interface Taker {
        /// @return whether there is use for more
        boolean line(byte[] bytes, int from, int to);
    }

    private LineFeed() {}

    /// Where the line ends, or what is filled. Looks at eight bytes at once: a byte that equals the one looked for becomes zero, and a zero
    /// among eight bytes shows in the borrows (Hacker's Delight §6-1).
    private static int lineEnd(byte[] buffer, int from, int filled) {
        int i = from;
        for (int last = filled - 8; i <= last; i += 8) {
            long word = (long) EIGHTS.get(buffer, i);
            long feed = word ^ FEEDS;
            long back = word ^ RETURNS;
            if (((feed - ONES & ~feed | back - ONES & ~back) & TOPS) != 0) {
                break;
            }
        }
        while (i < filled && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    /// Reads to the end.
    static void read(InputStream in, Taker taker) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int from = 0;
        int filled = 0;
        boolean skipping = false;
        boolean afterReturn = false;
        int scan = 0;
        for (int got = in.read(buffer, filled, BUFFER - filled); got >= 0; got = in.read(buffer, filled, BUFFER - filled)) {
            filled += got;
            while (true) {
                scan = lineEnd(buffer, scan, filled);
                if (scan >= filled) {
                    break;
                }
                byte each = buffer[scan];
                boolean second = each == '\n' && afterReturn && scan == from;
                if (!second && !skipping && !taker.line(buffer, from, Math.min(scan, from + LONGEST))) {
                    return;
                }
                afterReturn = each == '\r';
                skipping = false;
                from = ++scan;
            }
            if (filled - from > LONGEST) {
                if (!skipping && !taker.line(buffer, from, from + LONGEST)) {
                    return;
                }
                skipping = true;
                from = filled;
            }
            if (filled + LONGEST / 2 > BUFFER || from == filled) {
                System.arraycopy(buffer, from, buffer, 0, filled - from);
                filled -= from;
                scan -= from;
                from = 0;
            }
        }
        if (filled > from && !skipping) {
            taker.line(buffer, from, filled);
        }
    }
}
