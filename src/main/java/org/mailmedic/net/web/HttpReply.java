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
/// @param date     the `Date` header; empty when there is none
public record HttpReply(int status, String location, String date, byte[] body) {
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_INTERIM = 8;
    /// In bytes.
    public static final int USUAL_BODY = 256 * 1024;
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

    boolean redirects() {
        return REDIRECTIONS.contains(status) && !location.isEmpty();
    }

    /// @param largest the largest body that is taken, in bytes
    /// @throws IOException when it is no whole answer of an acceptable size
    public static HttpReply read(Connection link, int largest) throws IOException {
        return new Reader(link, largest, false).reply();
    }

    /// The answer with as much of its body as comes, at most `most` bytes.
    static HttpReply beginning(Connection link, int most) throws IOException {
        return new Reader(link, most, true).reply();
    }

    /// Reads ahead in blocks: one byte at a time would cost a system call each.
    private static final class Reader {
        private final Connection link;
        private final byte[] buffer = new byte[8192];
        private int position;
        private int limit;
        private final int largest;

        private final boolean partly;

        Reader(Connection link, int largest, boolean partly) {
            this.link = link;
            this.largest = largest;
            this.partly = partly;
        }

        HttpReply reply() throws IOException {
            for (int interim = 0; interim < MOST_INTERIM; interim++) {
                HttpReply reply = one();
                if (reply.status() >= 200) {
                    return reply;
                }
            }
            throw new IOException("it never comes to an answer");
        }

        private HttpReply one() throws IOException {
            String[] first = line().split(" ", 3);
            if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("[1-5]\\d\\d")) {
                throw new IOException("something else than a web server answers");
            }
            Map<String, String> headers = headers();
            int status = Integer.parseInt(first[1]);
            return new HttpReply(status, headers.getOrDefault("location", ""), headers.getOrDefault("date", ""),
                    status < 200 || status == 204 || status == 304 ? new byte[0] : body(headers));
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
            try {
                body(headers, body);
            } catch (IOException cut) {
                if (!partly) {
                    throw cut;
                }
            }
            return body.toByteArray();
        }

        private void body(Map<String, String> headers, ByteArrayOutputStream body) throws IOException {
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
        }

        private static long size(String digits, int radix) throws IOException {
            try {
                return Integer.parseUnsignedInt(digits, radix) & 0xffff_ffffL;
            } catch (NumberFormatException senseless) {
                throw new IOException("its length makes no sense", senseless);
            }
        }

        private void take(long count, ByteArrayOutputStream into) throws IOException {
            boolean tooLarge = count > largest - into.size();
            if (tooLarge && !partly) {
                throw new IOException("it is too large");
            }
            for (long left = tooLarge ? largest - into.size() : count; left > 0; ) {
                if (!fill()) {
                    throw new EOFException("it ends too early");
                }
                int part = (int) Math.min(left, limit - position);
                into.write(buffer, position, part);
                position += part;
                left -= part;
            }
            if (tooLarge) {
                throw new IOException("enough was read");
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
