package org.mailmedic.monitor.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A list as UTF-8, as it comes: what carries the byte order mark of UTF-16, as spreadsheets on Windows save "Unicode text", is turned into
/// it; everything else is handed on as it is. Not thread-safe.
final class ListText extends InputStream {
    private static final int AT_ONCE = 4096;

    private final BufferedInputStream in;
    private @Nullable Reader wide;
    private boolean begun;
    private byte[] ready = new byte[0];
    private int at;

    ListText(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!begun) {
            begun = true;
            in.mark(2);
            int first = in.read();
            int second = first < 0xfe ? -1 : in.read();
            in.reset();
            boolean marked = first == 0xff && second == 0xfe || first == 0xfe && second == 0xff;
            wide = marked ? new InputStreamReader(in, StandardCharsets.UTF_16) : null;
        }
        if (wide == null) {
            return in.read(bytes, offset, length);
        }
        if (at == ready.length && !more(wide)) {
            return -1;
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, bytes, offset, count);
        at += count;
        return count;
    }

    /// A letter of two halves is never cut.
    private boolean more(Reader wide) throws IOException {
        var text = new StringBuilder();
        do {
            int c = wide.read();
            if (c < 0) {
                break;
            }
            text.append((char) c);
        } while (text.length() < AT_ONCE && wide.ready() || Character.isHighSurrogate(text.charAt(text.length() - 1)));
        ready = text.toString().getBytes(StandardCharsets.UTF_8);
        at = 0;
        return ready.length > 0;
    }
}
