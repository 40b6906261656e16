package org.mailmedic.explain.log.zstd;

import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Unpacks compressed blocks (RFC 8878 §3.1.1.3), and keeps what later blocks of a frame may use again: tables and the last three offsets.
final class Block {
    static final int MOST = 128 * 1024;

    private static final int[] LENGTH_BASE = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512, 1024, 2048,
        4096, 8192, 16384, 32768, 65536};
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    private static final int[] MATCH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34,
        35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16387, 32771, 65539};
    private static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4,
        4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    private static final int[] LENGTHS = {
        4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1};
    private static final int[] MATCHES = {
        1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1};
    private static final int[] OFFSETS = {
        1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1};
    private static final int MOST_OFFSET_CODE = 27;

    private final byte[] literals = new byte[MOST];
    private int literalCount;
    private @Nullable Huffman tree;
    private @Nullable Fse lengths;
    private @Nullable Fse offsets;
    private @Nullable Fse matches;
    private final int[] last = {1, 4, 8};

    /// Where unpacked bytes go, and those before them that may be repeated.
    interface Window {
        void literals(byte[] bytes, int from, int count) throws ZipException;

        void repeat(int distance, int count) throws ZipException;
    }

    void unpack(byte[] bytes, int from, int to, Window out) throws ZipException {
        int at = readLiterals(bytes, from, to);
        int count = bytes[at++] & 0xff;
        if (count == 255) {
            count = (bytes[at] & 0xff) + ((bytes[at + 1] & 0xff) << 8) + 0x7f00;
            at += 2;
        } else if (count > 127) {
            count = (count - 128 << 8) + (bytes[at++] & 0xff);
        }
        if (count == 0) {
            out.literals(literals, 0, literalCount);
            return;
        }
        sequences(bytes, at, to, count, out);
    }

    private int readLiterals(byte[] bytes, int from, int to) throws ZipException {
        int type = bytes[from] & 3;
        int format = bytes[from] >> 2 & 3;
        if (type < 2) {
            int length = format == 3 ? 3 : format == 1 ? 2 : 1;
            literalCount = (int) little(bytes, from, length) >>> (length == 1 ? 3 : 4);
            check(literalCount);
            int at = from + length;
            if (type == 1) {
                Arrays.fill(literals, 0, literalCount, bytes[at]);
                return at + 1;
            }
            System.arraycopy(bytes, at, literals, 0, literalCount);
            return at + literalCount;
        }
        int length = format < 2 ? 3 : format + 2;
        int width = format < 2 ? 10 : format == 2 ? 14 : 18;
        long head = little(bytes, from, length) >>> 4;
        literalCount = (int) (head & (1L << width) - 1);
        int size = (int) (head >>> width & (1L << width) - 1);
        check(literalCount);
        int at = from + length;
        int end = at + size;
        if (end > to) {
            throw new ZipException("literals are cut off");
        }
        if (type == 2) {
            Huffman.Read read = Huffman.read(bytes, at, end);
            tree = read.tree();
            at = read.end();
        }
        if (tree == null) {
            throw new ZipException("no tree to use again");
        }
        streams(tree, bytes, at, end, format == 0);
        return end;
    }

    private void streams(Huffman tree, byte[] bytes, int from, int end, boolean one) throws ZipException {
        if (one) {
            tree.decode(bytes, from, end, literals, 0, literalCount);
            return;
        }
        int part = (literalCount + 3) / 4;
        int at = from + 6;
        for (int i = 0; i < 4; i++) {
            int next = i == 3 ? end : at + (int) little(bytes, from + 2 * i, 2);
            if (next > end) {
                throw new ZipException("stream is cut off");
            }
            int outEnd = i == 3 ? literalCount : Math.min(part * (i + 1), literalCount);
            tree.decode(bytes, at, next, literals, Math.min(part * i, literalCount), outEnd);
            at = next;
        }
    }

    private static void check(int count) throws ZipException {
        if (count > MOST) {
            throw new ZipException("too many literals");
        }
    }

    private void sequences(byte[] bytes, int from, int to, int count, Window out) throws ZipException {
        int modes = bytes[from] & 0xff;
        int at = from + 1;
        Fse.Read read = table(modes >> 6, bytes, at, to, lengths, LENGTHS, 6, 9, 36);
        lengths = read.table();
        read = table(modes >> 4 & 3, bytes, read.end(), to, offsets, OFFSETS, 5, 8, 32);
        offsets = read.table();
        read = table(modes >> 2 & 3, bytes, read.end(), to, matches, MATCHES, 6, 9, 53);
        matches = read.table();
        var in = new BackwardBits(bytes, read.end(), to);
        int length = in.read(lengths.log);
        int offset = in.read(offsets.log);
        int match = in.read(matches.log);
        int used = 0;
        for (int i = 0; i < count; i++) {
            int offsetCode = offsets.symbol[offset];
            if (offsetCode > MOST_OFFSET_CODE) {
                throw new ZipException("offset beyond the window");
            }
            int value = (1 << offsetCode) + in.read(offsetCode);
            int matchCode = matches.symbol[match];
            int matchLength = MATCH_BASE[matchCode] + in.read(MATCH_BITS[matchCode]);
            int lengthCode = lengths.symbol[length];
            int literalLength = LENGTH_BASE[lengthCode] + in.read(LENGTH_BITS[lengthCode]);
            if (used + literalLength > literalCount || in.left() < 0) {
                throw new ZipException("sequence beyond its literals");
            }
            out.literals(literals, used, literalLength);
            used += literalLength;
            out.repeat(distance(value, literalLength), matchLength);
            if (i < count - 1) {
                length = (lengths.base[length] & 0xffff) + in.read(lengths.bits[length]);
                match = (matches.base[match] & 0xffff) + in.read(matches.bits[match]);
                offset = (offsets.base[offset] & 0xffff) + in.read(offsets.bits[offset]);
            }
        }
        out.literals(literals, used, literalCount - used);
    }

    /// One of the last three offsets, or a new one (§3.1.1.5).
    private int distance(int value, int literalLength) {
        if (value > 3) {
            last[2] = last[1];
            last[1] = last[0];
            last[0] = value - 3;
            return last[0];
        }
        int which = literalLength == 0 ? value : value - 1;
        int found = which == 3 ? last[0] - 1 : last[which];
        if (which > 1) {
            last[2] = last[1];
        }
        if (which > 0) {
            last[1] = last[0];
        }
        last[0] = found;
        return found;
    }

    private static Fse.Read table(int mode, byte[] bytes, int at, int to, @Nullable Fse before, int[] usual, int usualLog, int mostLog,
            int symbols) throws ZipException {
        return switch (mode) {
            case 0 -> new Fse.Read(new Fse(usualLog, usual, usual.length), at);
            case 1 -> {
                if ((bytes[at] & 0xff) >= symbols) {
                    throw new ZipException("no such code");
                }
                yield new Fse.Read(Fse.always(bytes[at]), at + 1);
            }
            case 2 -> Fse.read(bytes, at, to, mostLog, symbols);
            default -> {
                if (before == null) {
                    throw new ZipException("no table to use again");
                }
                yield new Fse.Read(before, at);
            }
        };
    }

    static long little(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[from + i] & 0xffL) << 8 * i;
        }
        return value;
    }
}
