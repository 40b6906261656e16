package org.mailmedic.diagnosis.reply;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A text in which hints are looked up ([PatternHint]): each letter as `Pattern.UNICODE_CASE` compares it, so that texts that are the same
/// without regard to case are the same, in UTF-8. Immutable.
public final class FoldedText {
    private final byte[] bytes;
    /// Which two bytes stand beside each other anywhere: most hints can be ruled out by their first two.
    private final long[] pairs = new long[1024];

    private FoldedText(byte[] bytes) {
        this.bytes = bytes;
        for (int i = 1; i < bytes.length; i++) {
            int pair = pair(bytes[i - 1], bytes[i]);
            pairs[pair >> 6] |= 1L << pair;
        }
    }

    public static FoldedText of(String text) {
        return new FoldedText(folded(text).getBytes(StandardCharsets.UTF_8));
    }

    static String folded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return foldedOneByOne(text);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String foldedOneByOne(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(Character.toUpperCase(letters[i]));
        }
        return new String(letters);
    }

    private static int pair(byte one, byte other) {
        return (one & 0xff) << 8 | other & 0xff;
    }

    /// Whether these bytes of another array stand somewhere in the text.
    ///
    /// @param length at least 2
    boolean holds(byte[] data, int from, int length) {
        int pair = pair(data[from], data[from + 1]);
        if ((pairs[pair >> 6] & 1L << pair) == 0) {
            return false;
        }
        byte first = data[from];
        for (int i = 0; i <= bytes.length - length; i++) {
            int same = 0;
            if (bytes[i] == first) {
                while (same < length && bytes[i + same] == data[from + same]) {
                    same++;
                }
            }
            if (same == length) {
                return true;
            }
        }
        return false;
    }
}
