package org.mailmedic.report.mask;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A text read in some way, such as with its escapes undone, and where in the text as written each of its characters comes from.
final class DecodedView {
    /// The last printable character of ASCII. Nearly every text is of these alone, and for them the tables of Unicode need not be asked.
    private static final char LAST = '~';
    private char[] chars;
    private int[] from;
    private int[] to;
    private int length;

    DecodedView(int capacity) {
        chars = new char[Math.max(8, capacity)];
        from = new int[chars.length];
        to = new int[chars.length];
    }

    static DecodedView of(String text) {
        var view = new DecodedView(text.length());
        for (int i = 0; i < text.length(); i++) {
            view.put(text.charAt(i), i, i + 1);
        }
        return view;
    }

    /// A part of another view, as it stands there.
    void add(DecodedView other, int start, int end) {
        int count = end - start;
        grow(count);
        System.arraycopy(other.chars, start, chars, length, count);
        System.arraycopy(other.from, start, from, length, count);
        System.arraycopy(other.to, start, to, length, count);
        length += count;
    }

    private void grow(int more) {
        if (length + more > chars.length) {
            int wanted = Math.max(2 * length, length + more);
            chars = Arrays.copyOf(chars, wanted);
            from = Arrays.copyOf(from, wanted);
            to = Arrays.copyOf(to, wanted);
        }
    }

    void add(char c, int start, int end) {
        grow(1);
        put(c, start, end);
    }

    /// Where there is room for it.
    private void put(char c, int start, int end) {
        chars[length] = c;
        from[length] = start;
        to[length] = end;
        length++;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DecodedView view && Arrays.equals(chars, 0, length, view.chars, 0, view.length)
                && Arrays.equals(from, 0, length, view.from, 0, view.length) && Arrays.equals(to, 0, length, view.to, 0, view.length);
    }

    /// Of what is read alone: two ways to read the same out of a text that differ in where it stands are rare.
    @Override
    public int hashCode() {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }

    DecodedView reversed() {
        var reversed = new DecodedView(length);
        for (int i = length - 1; i >= 0; i--) {
            reversed.add(chars[i], from[i], to[i]);
        }
        return reversed;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    int from(int index) {
        return from[index];
    }

    int to(int index) {
        return to[index];
    }

    /// Without what a server puts between the pieces of something long: blanks, control characters, and at the beginning of a line the
    /// reply code and the enhanced status code (RFC 5321 §4.2.1, RFC 2034 §4). Positions are those in this view, not in the text.
    DecodedView squeezed() {
        return squeezed(true);
    }

    /// The same for a text that is no reply: what looks like a code belongs to it.
    DecodedView bare() {
        return squeezed(false);
    }

    /// Without all but letters and digits. What is left comes from where it came from.
    DecodedView letters() {
        var letters = new DecodedView(length);
        for (int i = 0; i < length; i++) {
            if (letterOrDigit(chars[i])) {
                letters.put(chars[i], from[i], to[i]);
            }
        }
        return letters;
    }

    private DecodedView squeezed(boolean reply) {
        var squeezed = new DecodedView(length);
        boolean fresh = reply;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (fresh && c >= '2' && c <= '5') {
                int end = codes(i);
                if (end > i) {
                    i = end - 1;
                    continue;
                }
            }
            boolean blank = blank(c);
            fresh = reply && blank;
            if (!blank) {
                squeezed.put(small(c), i, i + 1);
            }
        }
        return squeezed;
    }

    /// With the lines joined; case and all else stay. Positions are those in this view.
    DecodedView joined() {
        var joined = new DecodedView(length);
        for (int i = 0; i < length; i++) {
            if (chars[i] != '\n' && chars[i] != '\r') {
                joined.add(chars[i], i, i + 1);
            }
        }
        return joined;
    }

    private static boolean blank(char c) {
        return c <= ' ' || c > LAST && (Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static boolean letterOrDigit(char c) {
        return c > LAST ? Character.isLetterOrDigit(c) : digit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static char small(char c) {
        return c > LAST ? Character.toLowerCase(c) : c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    /// The end of a status code that begins at `at`, `at` itself when none does.
    private int codes(int at) {
        int end = at + 1;
        for (int part = 0; part < 2; part++) {
            if (end >= length || chars[end] != '.') {
                return replyCode(at);
            }
            int digits = end + 1;
            while (digits < length && digits < end + 4 && digit(chars[digits])) {
                digits++;
            }
            if (digits == end + 1) {
                return at;
            }
            end = digits;
        }
        return end == length || blank(chars[end]) ? end : at;
    }

    private int replyCode(int at) {
        boolean lineBegins = at == 0 || chars[at - 1] == '\n';
        return lineBegins && at + 3 < length && digit(chars[at + 1]) && digit(chars[at + 2])
                && (chars[at + 3] == '-' || chars[at + 3] == ' ')
                ? at + 4 : at;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
