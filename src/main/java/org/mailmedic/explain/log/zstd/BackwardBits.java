package org.mailmedic.explain.log.zstd;

import java.util.zip.ZipException;

/// Bits that are read from the end of a stretch of bytes to its begin (RFC 8878 §3.1.1.3.2.1, 4.1): what lies before the begin is zero.
final class BackwardBits {
    private final byte[] bytes;
    private final int from;
    /// Bits that are left above `from`; below 0 when more was read than was there.
    private int left;

    BackwardBits(byte[] bytes, int from, int to) throws ZipException {
        this.bytes = bytes;
        this.from = from;
        if (to <= from || bytes[to - 1] == 0) {
            throw new ZipException("no end mark");
        }
        left = (to - from) * 8 - (Integer.numberOfLeadingZeros(bytes[to - 1] & 0xff) - 24) - 1;
    }

    /// @param count 0 to 32
    int read(int count) {
        left -= count;
        return peekAt(left, count);
    }

    /// The next bits, which stay where they are.
    int peek(int count) {
        return peekAt(left - count, count);
    }

    void skip(int count) {
        left -= count;
    }

    int left() {
        return left;
    }

    private int peekAt(int position, int count) {
        if (count == 0) {
            return 0;
        }
        int first = position >> 3;
        int shift = position & 7;
        long word = 0;
        for (int i = 0, needed = count + shift + 7 >> 3; i < needed; i++) {
            int at = first + i;
            word |= at < 0 ? 0 : (bytes[from + at] & 0xffL) << 8 * i;
        }
        return (int) (word >>> shift & (1L << count) - 1);
    }
}
