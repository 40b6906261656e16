package org.mailmedic.explain.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/// Tells a mail server's log or queue listing from any other text.
public final class MailLog {
    /// So many characters of a text are enough to tell.
    public static final int HEAD = 64 * 1024;

    /// A single line of a log is a message that somebody copied out of it.
    private static final int FEWEST = 2;

    private MailLog() {}

    /// Whether this is the beginning of a packed file or of a mail log of several lines: at least [#FEWEST] lines of a mail server,
    /// and they are at least half of those that are not empty; or a queue listing of any length. A single line is a message to explain.
    ///
    /// @param head the first bytes, at most [#HEAD] are looked at
    /// @param now  by this computer's clock
    public static boolean looksLikeOne(byte[] head, LocalDateTime now) {
        if (Packing.of(head).isPresent()) {
            return true;
        }
        var tally = new LogTally(now);
        int filled = 0;
        int from = 0;
        int end = Math.min(head.length, HEAD);
        for (int i = 0; i <= end; i++) {
            if (i == end || head[i] == '\n' || head[i] == '\r') {
                if (i > from) {
                    tally.line(head, from, i);
                    filled++;
                }
                from = i + 1;
            }
        }
        tally.end();
        return tally.listed() || tally.understood() >= FEWEST && tally.understood() * 2 >= filled;
    }

    /// The same for a text.
    public static boolean looksLikeOne(String text, LocalDateTime now) {
        return looksLikeOne(text.substring(0, Math.min(text.length(), HEAD)).getBytes(StandardCharsets.UTF_8), now);
    }

    /// The first bytes of a file, unpacked where it is packed (gzip, xz, zstd, told by content). What comes after a damaged place is left
    /// out. Leaves the stream open.
    ///
    /// @param most so many bytes at the most
    /// @throws IOException when it cannot be read, or is damaged before its first byte
    public static byte[] plain(InputStream in, int most) throws IOException {
        try (Unpacked plain = Unpacked.of(in, Unpacked.MOST_BYTES)) {
            byte[] bytes = plain.readNBytes(most);
            if (bytes.length == 0 && plain.stopped().isPresent()) {
                throw new IOException(plain.stopped().get());
            }
            return bytes;
        }
    }
}
