package org.mailmedic.explain.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.mailmedic.explain.log.zstd.ZstdInput;
import org.tukaani.xz.XZIOException;
import org.tukaani.xz.XZInputStream;

/// A log as plain bytes, whatever it is packed in. A packed one that grows beyond bounds, breaks off or is damaged ends there,
/// and says why.
final class Unpacked extends InputStream {
    /// 64 GB, or 512 MB and more than five hundredfold: logs pack to a tenth or a fiftieth.
    static final long MOST_BYTES = 64L << 30;
    static final long SUSPECT_BYTES = 512L << 20;
    static final int SUSPECT_GROWTH = 500;
    private static final int MEMORY_KB = 96 * 1024;

    private final InputStream plain;
    private final Counted packed;
    private final boolean bounded;
    private final long most;
    private long given;
    private @Nullable String stopped;

    private Unpacked(InputStream plain, Counted packed, boolean bounded, long most) {
        this.plain = plain;
        this.packed = packed;
        this.bounded = bounded;
        this.most = most;
    }

    /// @param most how many bytes a packed log may grow to
    static Unpacked of(InputStream raw, long most) throws IOException {
        var in = new PushbackInputStream(raw, Packing.LENGTH);
        byte[] head = in.readNBytes(Packing.LENGTH);
        in.unread(head);
        var counted = new Counted(in);
        Optional<Packing> packing = Packing.of(head);
        if (packing.isEmpty()) {
            return new Unpacked(Marked.plain(counted, head), counted, false, most);
        }
        return switch (packing.get()) {
            case GZIP -> new Unpacked(new GZIPInputStream(counted, 64 * 1024), counted, true, most);
            case XZ -> new Unpacked(new XZInputStream(counted, MEMORY_KB), counted, true, most);
            case ZSTD -> new Unpacked(new ZstdInput(counted), counted, true, most);
        };
    }

    /// Why the log ends before its end: `growth` or `damaged`.
    Optional<String> stopped() {
        return Optional.ofNullable(stopped);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (stopped != null) {
            return -1;
        }
        if (bounded && (given >= most || given >= Math.min(most, SUSPECT_BYTES) && given / SUSPECT_GROWTH > packed.count)) {
            stopped = "growth";
            return -1;
        }
        try {
            int got = plain.read(buffer, offset, length);
            given += Math.max(0, got);
            return got;
        } catch (EOFException | ZipException | XZIOException broken) {
            stopped = "damaged";
            return -1;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public void close() {
        // who opened the stream closes it
    }

    /// Counts what was taken from a stream.
    private static final class Counted extends InputStream {
        private final InputStream in;
        private long count;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int each = in.read();
            count += each < 0 ? 0 : 1;
            return each;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = in.read(buffer, offset, length);
            count += Math.max(0, got);
            return got;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }
    }
}
