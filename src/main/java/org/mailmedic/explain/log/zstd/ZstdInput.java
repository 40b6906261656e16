package org.mailmedic.explain.log.zstd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Unpacks Zstandard (RFC 8878): any number of frames, one after the other. Without dictionaries; checksums are passed over.
///
/// What is damaged ends in a [ZipException], what breaks off in an [EOFException]; a frame that wants a window of more than 128 MB is
/// refused. Memory: the window that the frame asks for, and a megabyte. One thread at a time.
public final class ZstdInput extends InputStream {
    private static final int MAGIC = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final long MOST_WINDOW = 128L << 20;
    private static final int SPARE = 1 << 20;

    private final InputStream in;
    private final byte[] packed = new byte[Block.MOST];
    private byte[] out = new byte[SPARE];
    private int window;
    private int filled;
    private int given;
    /// How much of the frame's beginning stands in `out` and may be repeated.
    private boolean inFrame;
    private boolean checksum;
    private @Nullable Block block;
    private int blockLimit;

    public ZstdInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            while (given == filled) {
                if (!advance()) {
                    return -1;
                }
            }
        } catch (IndexOutOfBoundsException beyond) {
            throw new ZipException("damaged");
        }
        int count = Math.min(length, filled - given);
        System.arraycopy(out, given, buffer, offset, count);
        given += count;
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// Unpacks the next block, or begins the next frame; false at the end.
    private boolean advance() throws IOException {
        if (!inFrame) {
            return beginFrame();
        }
        int head = (int) little(3);
        int size = head >>> 3;
        int type = head >>> 1 & 3;
        if (size > Block.MOST || type == 3) {
            throw new ZipException("no such block");
        }
        makeRoom();
        blockLimit = filled + Block.MOST;
        switch (type) {
            case 0 -> {
                need(in.readNBytes(out, filled, size), size);
                filled += size;
            }
            case 1 -> {
                Arrays.fill(out, filled, filled + size, (byte) little(1));
                filled += size;
            }
            default -> {
                need(in.readNBytes(packed, 0, size), size);
                Objects.requireNonNull(block).unpack(packed, 0, size, writer);
            }
        }
        if ((head & 1) == 1) {
            inFrame = false;
            if (checksum) {
                little(4);
            }
        }
        return true;
    }

    private boolean beginFrame() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        int magic = first | (int) little(3) << 8;
        if ((magic & 0xfffffff0) == SKIPPABLE) {
            in.skipNBytes(little(4));
            return true;
        }
        if (magic != MAGIC) {
            throw new ZipException("no frame");
        }
        int descriptor = (int) little(1);
        boolean single = (descriptor & 32) != 0;
        long size = 0;
        if (!single) {
            int exponent = (int) little(1);
            long base = 1L << 10 + (exponent >>> 3);
            size = base + base / 8 * (exponent & 7);
        }
        int dictionary = (int) little(new int[] {0, 1, 2, 4}[descriptor & 3]);
        int flag = descriptor >>> 6;
        int width = flag == 0 ? single ? 1 : 0 : 1 << flag;
        long content = little(width) + (width == 2 ? 256 : 0);
        size = single ? content : size;
        if (dictionary != 0 || (descriptor & 8) != 0 || size > MOST_WINDOW || size < 0) {
            throw new ZipException("needs more than there is");
        }
        window = (int) size;
        checksum = (descriptor & 4) != 0;
        block = new Block();
        inFrame = true;
        filled = 0;
        given = 0;
        return true;
    }

    /// Keeps the window and makes room for one more block.
    private void makeRoom() {
        if (filled + Block.MOST <= out.length) {
            return;
        }
        int keep = Math.min(window, filled);
        if (keep + Block.MOST + SPARE / 2 > out.length) {
            out = Arrays.copyOf(out, (int) Math.min((long) out.length * 2, (long) window + Block.MOST + SPARE));
            if (filled + Block.MOST <= out.length) {
                return;
            }
        }
        System.arraycopy(out, filled - keep, out, 0, keep);
        filled = keep;
        given = keep;
    }

    private final Block.Window writer = new Block.Window() {
        @Override
        public void literals(byte[] bytes, int from, int count) throws ZipException {
            room(count);
            System.arraycopy(bytes, from, out, filled, count);
            filled += count;
        }

        @Override
        public void repeat(int distance, int count) throws ZipException {
            room(count);
            if (distance < 1 || distance > filled) {
                throw new ZipException("offset beyond the window");
            }
            if (distance >= count) {
                System.arraycopy(out, filled - distance, out, filled, count);
            } else {
                for (int i = 0; i < count; i++) {
                    out[filled + i] = out[filled + i - distance];
                }
            }
            filled += count;
        }

        private void room(int count) throws ZipException {
            if (filled + count > blockLimit) {
                throw new ZipException("block too large");
            }
        }
    };

    private long little(int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int each = in.read();
            if (each < 0) {
                throw new EOFException("breaks off");
            }
            value |= (long) each << 8 * i;
        }
        return value;
    }

    private static void need(int got, int wanted) throws EOFException {
        if (got < wanted) {
            throw new EOFException("breaks off");
        }
    }
}
