package org.mailmedic.net.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mailmedic.net.transport.Connection;

/// The answer to one request (RFC 9112), bounded in every direction.
///
/// @param location where a redirection leads; empty when nowhere
public record HttpReply(int status, String location, byte[] body) {
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    /// In bytes.
    static final int USUAL_BODY = 256 * 1024;
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

    boolean redirects() {
        return REDIRECTIONS.contains(status) && !location.isEmpty();
    }

    /// @param largest the largest body that is taken, in bytes
    static HttpReply read(Connection link, int largest) throws IOException {
        return new Reader(link, largest).reply();
    }

    /// Reads ahead in blocks: one byte at a time would cost a system call each.
    private static final class Reader {
        private final Connection link;
        private final byte[] buffer = new byte[8192];
        private int position;
        private int limit;
        private final int largest;

        Reader(Connection link, int largest) {
            this.link = link;
            this.largest = largest;
        }

        HttpReply reply() throws IOException {
            String[] first = line().split(" ", 3);
            if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("[1-5]\\d\\d")) {
                throw new IOException("something else than a web server answers");
            }
            Map<String, String> headers = headers();
            return new HttpReply(Integer.parseInt(first[1]), headers.getOrDefault("location", ""), body(headers));
        }

        private Map<String, String> headers() throws IOException {
            Map<String, String> headers = new HashMap<>();
            for (int count = 0; count < MOST_HEADERS; count++) {
                String line = line();
                if (line.isEmpty()) {
                    return headers;
                }
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
                }
            }
            throw new IOException("too many headers");
        }

        private byte[] body(Map<String, String> headers) throws IOException {
            var body = new ByteArrayOutputStream();
            if (headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
                for (long size = size(line().split(";", 2)[0].strip(), 16); size > 0; size = size(line().split(";", 2)[0].strip(), 16)) {
                    take(size, body);
                    line();
                }
            } else if (headers.containsKey("content-length")) {
                take(size(headers.get("content-length"), 10), body);
            } else {
                while (fill()) {
                    take(limit - position, body);
                }
            }
            return body.toByteArray();
        }

        private static long size(String digits, int radix) throws IOException {
            try {
                return Integer.parseUnsignedInt(digits, radix) & 0xffff_ffffL;
            } catch (NumberFormatException senseless) {
                throw new IOException("its length makes no sense", senseless);
            }
        }

        private void take(long count, ByteArrayOutputStream into) throws IOException {
            if (count > largest - into.size()) {
                throw new IOException("it is too large");
            }
            for (long left = count; left > 0; ) {
                if (!fill()) {
                    throw new EOFException("it ends too early");
                }
                int part = (int) Math.min(left, limit - position);
                into.write(buffer, position, part);
                position += part;
                left -= part;
            }
        }

        private String line() throws IOException {
            var line = new ByteArrayOutputStream();
            while (fill()) {
                byte b = buffer[position++];
                if (b == '\n') {
                    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
                }
                line.write(b);
                if (line.size() > LONGEST_LINE) {
                    throw new IOException("a line is too long");
                }
            }
            throw new EOFException("it ends too early");
        }

        /// Whether there is a byte at `position`.
        private boolean fill() throws IOException {
            if (position < limit) {
                return true;
            }
            int count = link.read(buffer);
            position = 0;
            limit = Math.max(0, count);
            return count > 0;
        }
    }
}
