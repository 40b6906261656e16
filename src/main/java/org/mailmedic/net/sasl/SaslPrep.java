package org.mailmedic.net.sasl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.mailmedic.settings.Secret;

/// Prepares names and passwords for SCRAM (RFC 4013 §2): odd blanks become a blank, what is mapped to nothing goes, then NFKC.
/// Prohibited characters are left for the server to refuse.
final class SaslPrep {
    private SaslPrep() {}

    static String prepare(String text) {
        return Normalizer.normalize(mapped(text), Normalizer.Form.NFKC);
    }

    /// The prepared password as UTF-8, to be wiped by the caller. Only one with letters beyond ASCII passes through a short-lived String,
    /// since the JDK's normaliser knows no other form.
    static byte[] utf8(Secret password) {
        char[] chars = password.chars();
        try {
            boolean ascii = true;
            for (char c : chars) {
                ascii &= c < 128;
            }
            if (ascii) {
                return password.utf8();
            }
            ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(prepare(CharBuffer.wrap(chars).toString())));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private static String mapped(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR) {
                out.append(' ');
            } else if (!mappedToNothing(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /// RFC 3454, table B.1.
    private static boolean mappedToNothing(int c) {
        return c == 0xad || c == 0x34f || c == 0x1806 || (c >= 0x180b && c <= 0x180d) || (c >= 0x200b && c <= 0x200d) || c == 0x2060
                || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
    }
}
