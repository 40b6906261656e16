package org.mailmedic.explain.log;

import java.io.IOException;
import java.io.InputStream;

/// Cuts a stream into lines at LF, CR LF or CR. What a line has beyond [#LONGEST] bytes is passed over.
final class LineFeed {
    static final int LONGEST = 64 * 1024;

    private static final int BUFFER = 256 * 1024;

    /// Takes each line, which stands in a buffer that is used again.
    @FunctionalInterface
    interface Taker {
        /// @return whether there is use for more
        boolean line(byte[] bytes, int from, int to);
    }

    private LineFeed() {}

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
            while (scan < filled) {
                byte each = buffer[scan];
                if (each > '\r' || each != '\n' && each != '\r') {
                    scan++;
                    afterReturn = false;
                    continue;
                }
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
