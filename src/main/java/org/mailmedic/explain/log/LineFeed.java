package org.mailmedic.explain.log;

import java.io.IOException;
import java.io.InputStream;

/// Cuts a stream into lines at LF, CR LF or CR. What a line has beyond [#LONGEST] bytes is passed over.
final class LineFeed {
    static final int LONGEST = 64 * 1024;

    private static final int BUFFER = 256 * 1024;
    private static final long SIXTEENS = 0x1010101010101010L;
    private static final long TOPS = SIXTEENS << 3;

    /// Takes each line, which stands in a buffer that is used again.
    @FunctionalInterface
    interface Taker {
        /// @return whether there is use for more
        boolean line(byte[] bytes, int from, int to);
    }

    private LineFeed() {}

    /// Where the line ends, or what is filled. Passes over sixteen bytes at once while none of them is below 16, as both ends of a line
    /// are: what is taken off then borrows in none (Hacker's Delight §6-1).
    private static int lineEnd(byte[] buffer, int from, int filled) {
        int i = from;
        int last = filled - 16;
        while (true) {
            while (i <= last) {
                long one = (long) Line.EIGHTS.get(buffer, i);
                long two = (long) Line.EIGHTS.get(buffer, i + 8);
                if (((one - SIXTEENS & ~one | two - SIXTEENS & ~two) & TOPS) != 0) {
                    break;
                }
                i += 16;
            }
            int end = Math.min(filled, i + 16);
            while (i < end) {
                if (buffer[i] == '\n' || buffer[i] == '\r') {
                    return i;
                }
                i++;
            }
            if (i >= filled) {
                return filled;
            }
        }
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
