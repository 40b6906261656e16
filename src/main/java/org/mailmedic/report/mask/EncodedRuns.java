package org.mailmedic.report.mask;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes written as one long run of letters and digits, with or without breaks of the line inside.
enum EncodedRuns {
    HEX(4, 8, "0123456789abcdef", "0123456789ABCDEF"),
    BASE64(6, 11, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
    BASE32(5, 11, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "abcdefghijklmnopqrstuvwxyz234567");

    private final int bits;
    private final int shortest;
    private final byte[] values = new byte[128];

    EncodedRuns(int bits, int shortest, String... alphabets) {
        this.bits = bits;
        this.shortest = shortest;
        Arrays.fill(values, (byte) -1);
        for (String alphabet : alphabets) {
            for (int value = 0; value < alphabet.length(); value++) {
                values[alphabet.charAt(value)] = (byte) value;
            }
        }
    }

    /// @return null when nothing of the kind is in it
    @Nullable DecodedView undo(DecodedView view) {
        DecodedBytes undone = null;
        int copied = 0;
        for (int at = 0; at < view.length(); ) {
            int end = end(view, at);
            if (end - at >= shortest) {
                undone = undone == null ? new DecodedBytes(view.length()) : undone;
                undone.literal(view, copied, at);
                copied = decode(view, at, end, undone) ? end : at;
            }
            at = Math.max(end, at + 1);
        }
        if (undone == null) {
            return null;
        }
        undone.literal(view, copied, view.length());
        return undone.changed() ? undone.view() : null;
    }

    /// The end of the run that begins at `at`, `at` itself when none does.
    private int end(DecodedView view, int at) {
        int end = at;
        while (end < view.length() && (value(view.at(end)) >= 0 || end > at && view.at(end) == '\n')) {
            end++;
        }
        return end;
    }

    private int value(char c) {
        return c < values.length ? values[c] : -1;
    }

    /// The whole run stands for each of its bytes, since its neighbours share their bits; of hexadecimal only the pair does.
    ///
    /// @return false when what comes out is no text, so that the run was an ordinary word
    private boolean decode(DecodedView view, int start, int end, DecodedBytes undone) {
        var bytes = new byte[(end - start) * bits / 8];
        var ends = new int[bytes.length];
        int count = 0;
        int waiting = 0;
        int have = 0;
        for (int i = start; i < end; i++) {
            if (view.at(i) != '\n') {
                waiting = waiting << bits | value(view.at(i));
                have += bits;
                if (have >= 8) {
                    have -= 8;
                    ends[count] = i;
                    bytes[count++] = (byte) (waiting >> have);
                }
            }
        }
        if (!text(bytes, count)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int first = i == 0 ? start : ends[i - 1] + 1;
            undone.add(bytes[i] & 0xff, false, view.from(this == HEX ? first : start), view.to(this == HEX ? ends[i] : end - 1));
        }
        return true;
    }

    /// Whether most of it can be read; NUL and \u0001 stand in what sign-in says.
    private static boolean text(byte[] bytes, int count) {
        String text = new String(bytes, 0, count, StandardCharsets.UTF_8);
        long strange = text.chars().filter(c -> c == 0xfffd || c > 1 && c < ' ' && c != '\t' && c != '\r' && c != '\n').count();
        return count > 0 && 5 * strange <= text.length();
    }
}
