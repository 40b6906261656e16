package org.mailmedic.explain.log.zstd;

import java.util.zip.ZipException;

/// A table of finite state entropy (RFC 8878 §4.1): for each state a symbol, and how to come to the next state.
final class Fse {
    final int log;
    final byte[] symbol;
    final byte[] bits;
    final short[] base;

    /// @param counts how often each symbol is among the states; -1: less than once
    Fse(int log, int[] counts, int symbols) throws ZipException {
        this.log = log;
        int size = 1 << log;
        symbol = new byte[size];
        bits = new byte[size];
        base = new short[size];
        int[] next = new int[symbols];
        int high = size;
        for (int s = 0; s < symbols; s++) {
            if (counts[s] == -1) {
                symbol[--high] = (byte) s;
                next[s] = 1;
            }
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int position = 0;
        for (int s = 0; s < symbols; s++) {
            for (int i = 0; i < counts[s]; i++) {
                next[s] = counts[s];
                symbol[position] = (byte) s;
                do {
                    position = position + step & size - 1;
                } while (position >= high);
            }
        }
        if (position != 0) {
            throw new ZipException("counts do not fill the table");
        }
        for (int i = 0; i < size; i++) {
            int state = next[symbol[i]]++;
            bits[i] = (byte) (log - (31 - Integer.numberOfLeadingZeros(state)));
            base[i] = (short) ((state << bits[i]) - size);
        }
    }

    private Fse(int only) {
        log = 0;
        symbol = new byte[] {(byte) only};
        bits = new byte[1];
        base = new short[1];
    }

    /// Always the same symbol.
    static Fse always(int symbol) {
        return new Fse(symbol);
    }

    /// A table as it was read, and where it ends.
    record Read(Fse table, int end) {}

    /// Reads a table's description (§4.1.1).
    static Read read(byte[] bytes, int from, int to, int mostLog, int mostSymbols) throws ZipException {
        long at = from * 8L;
        int log = forward(bytes, at, 4, to) + 5;
        at += 4;
        if (log > mostLog) {
            throw new ZipException("table too large");
        }
        int[] counts = new int[mostSymbols];
        int remaining = 1 << log;
        int symbols = 0;
        while (remaining > 0) {
            int width = 32 - Integer.numberOfLeadingZeros(remaining + 1);
            int value = forward(bytes, at, width, to);
            at += width;
            int lower = (1 << width - 1) - 1;
            int threshold = (1 << width) - 1 - (remaining + 1);
            if ((value & lower) < threshold) {
                at--;
                value &= lower;
            } else if (value > lower) {
                value -= threshold;
            }
            int count = value - 1;
            remaining -= Math.abs(count);
            if (symbols >= mostSymbols || remaining < 0) {
                throw new ZipException("too many symbols");
            }
            counts[symbols++] = count;
            if (count == 0) {
                int zeros;
                do {
                    zeros = forward(bytes, at, 2, to);
                    at += 2;
                    symbols += zeros;
                } while (zeros == 3);
                if (symbols > mostSymbols) {
                    throw new ZipException("too many symbols");
                }
            }
        }
        return new Read(new Fse(log, counts, symbols), (int) (at + 7 >> 3));
    }

    private static int forward(byte[] bytes, long bit, int count, int to) throws ZipException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int at = (int) (bit + i >> 3);
            if (at >= to) {
                throw new ZipException("table is cut off");
            }
            value |= (bytes[at] >> (int) (bit + i & 7) & 1) << i;
        }
        return value;
    }
}
