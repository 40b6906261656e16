package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// The lines of a stream of any length, one at a time, each bounded: UTF-8, ended by LF or CRLF, a byte order mark at the beginning
/// left out. Not thread-safe.
final class Lines {
    /// In bytes. A longer line is read over to its end.
    static final int LONGEST = 64 * 1024;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final Deque<Line> again = new ArrayDeque<>();
    private final byte[] chunk = new byte[64 * 1024];
    private byte[] line = new byte[512];
    private int at;
    private int end;
    private long number;

    /// @param number  counted from 1
    /// @param text    where it cannot be read as a whole, its first byte
    /// @param trouble why it cannot: a key of [Unfit]
    record Line(long number, String text, Optional<String> trouble) {}

    Lines(InputStream in) {
        this.in = in;
    }

    /// Waits for as long as the stream does.
    Optional<Line> next() throws IOException {
        if (!again.isEmpty()) {
            return Optional.of(again.pop());
        }
        int length = 0;
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            int b = read();
            if (b < 0 && !any) {
                return Optional.empty();
            }
            if (b < 0 || b == '\n') {
                number++;
                return Optional.of(tooLong ? new Line(number, start(), Optional.of("too_long")) : decoded(length));
            }
            any = true;
            tooLong |= length == LONGEST;
            if (!tooLong) {
                keep(b, length++);
            }
        }
    }

    /// Hands back lines that were read, so that they come once more, first to last.
    void again(Iterable<Line> lines) {
        var all = new ArrayDeque<Line>();
        lines.forEach(all::push);
        all.forEach(again::push);
    }

    private int read() throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(chunk);
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return chunk[at++] & 0xff;
    }

    private void keep(int b, int position) {
        if (position == line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, line.length * 2));
        }
        line[position] = (byte) b;
    }

    private String start() {
        return String.valueOf((char) (line[0] & 0x7f));
    }

    private Line decoded(int length) {
        int from = number == 1 && length >= MARK.length && Arrays.equals(line, 0, MARK.length, MARK, 0, MARK.length) ? MARK.length : 0;
        int to = length > from && line[length - 1] == '\r' ? length - 1 : length;
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, from, to - from)).toString();
            return new Line(number, text, Optional.empty());
        } catch (CharacterCodingException otherEncoding) {
            return new Line(number, start(), Optional.of("not_utf8"));
        }
    }
}
