package org.mailmedic.explain.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A plain log that may begin with a byte order mark, as Windows programs write it: read as UTF-8.
final class Marked {
    private Marked() {}

    /// @param head the first bytes of what `in` will give
    static InputStream plain(InputStream in, byte[] head) throws IOException {
        int first = head.length > 1 ? (head[0] & 0xff) << 8 | head[1] & 0xff : 0;
        if (first == 0xfffe || first == 0xfeff) {
            in.skipNBytes(2);
            return new Recoded(in, first == 0xfffe ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        if (first == 0xefbb && head.length > 2 && (head[2] & 0xff) == 0xbf) {
            in.skipNBytes(3);
        }
        return in;
    }

    /// Another encoding as UTF-8, in pieces.
    private static final class Recoded extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[8192];
        private InputStream piece = new ByteArrayInputStream(new byte[0]);

        Recoded(InputStream in, Charset charset) {
            reader = new InputStreamReader(in, charset);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = piece.read(buffer, offset, length);
            while (got < 0) {
                int filled = reader.read(chars);
                if (filled < 0) {
                    return -1;
                }
                piece = new ByteArrayInputStream(new String(chars, 0, filled).getBytes(StandardCharsets.UTF_8));
                got = piece.read(buffer, offset, length);
            }
            return got;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }
}
