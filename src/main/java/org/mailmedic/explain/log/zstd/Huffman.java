package org.mailmedic.explain.log.zstd;

import java.util.zip.ZipException;

/// A tree of Huffman codes as a table (RFC 8878 §4.2): the next bits say the symbol and how many of them it takes.
final class Huffman {
    private static final int MOST_BITS = 11;

    private final int log;
    private final byte[] symbol;
    private final byte[] bits;

    private Huffman(int log, byte[] symbol, byte[] bits) {
        this.log = log;
        this.symbol = symbol;
        this.bits = bits;
    }

    /// A tree as it was read, and where it ends.
    record Read(Huffman tree, int end) {}

    static Read read(byte[] bytes, int from, int to) throws ZipException {
        int head = bytes[from] & 0xff;
        int[] weights = new int[256];
        int count;
        int end;
        if (head >= 128) {
            count = head - 127;
            end = from + 1 + (count + 1) / 2;
            for (int i = 0; i < count; i++) {
                int pair = bytes[from + 1 + i / 2] & 0xff;
                weights[i] = i % 2 == 0 ? pair >> 4 : pair & 15;
            }
        } else {
            end = from + 1 + head;
            count = packed(bytes, from + 1, end, weights);
        }
        if (end > to) {
            throw new ZipException("tree is cut off");
        }
        return new Read(tree(weights, count), end);
    }

    /// Weights that are packed with two states of one table in turn (§4.2.1.2).
    private static int packed(byte[] bytes, int from, int to, int[] weights) throws ZipException {
        Fse.Read read = Fse.read(bytes, from, to, 6, 256);
        Fse table = read.table();
        var in = new BackwardBits(bytes, read.end(), to);
        int[] states = {in.read(table.log), in.read(table.log)};
        int count = 0;
        for (int turn = 0; count < 255; turn ^= 1) {
            int state = states[turn];
            weights[count++] = table.symbol[state];
            int width = table.bits[state];
            if (width > in.left()) {
                weights[count++] = table.symbol[states[turn ^ 1]];
                return count;
            }
            states[turn] = (table.base[state] & 0xffff) + in.read(width);
        }
        throw new ZipException("too many weights");
    }

    /// The last symbol's weight is what is missing to a power of two.
    private static Huffman tree(int[] weights, int count) throws ZipException {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i] == 0 ? 0 : 1 << weights[i] - 1;
        }
        int log = 32 - Integer.numberOfLeadingZeros(sum);
        int missing = (1 << log) - sum;
        if (sum == 0 || log > MOST_BITS || Integer.bitCount(missing) != 1) {
            throw new ZipException("no tree");
        }
        weights[count] = Integer.numberOfTrailingZeros(missing) + 1;
        byte[] symbol = new byte[1 << log];
        byte[] bits = new byte[1 << log];
        int at = 0;
        for (int weight = 1; weight <= log; weight++) {
            for (int s = 0; s <= count; s++) {
                for (int i = 0; weights[s] == weight && i < 1 << weight - 1; i++) {
                    symbol[at] = (byte) s;
                    bits[at++] = (byte) (log + 1 - weight);
                }
            }
        }
        return new Huffman(log, symbol, bits);
    }

    /// Reads one stream of literals.
    void decode(byte[] bytes, int from, int to, byte[] out, int outFrom, int outTo) throws ZipException {
        var in = new BackwardBits(bytes, from, to);
        for (int i = outFrom; i < outTo; i++) {
            int code = in.peek(log);
            out[i] = symbol[code];
            in.skip(bits[code]);
        }
        if (in.left() != 0) {
            throw new ZipException("stream does not end with its literals");
        }
    }
}
