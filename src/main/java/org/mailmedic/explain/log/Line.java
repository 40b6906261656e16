package org.mailmedic.explain.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One line of a log as bytes, and the questions that a scanner asks about it. Reused from line to line: nobody keeps one.
///
/// Positions are those of the buffer. Letters are compared as ASCII.
final class Line {
    static final long SEED = 0xcbf29ce484222325L;
    static final long PRIME = 0x100000001b3L;
    /// Eight bytes at once.
    static final VarHandle EIGHTS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = ONES << 7;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    byte[] bytes = new byte[0];
    int from;
    int to;

    Line over(byte[] buffer, int start, int end) {
        bytes = buffer;
        from = start;
        to = end;
        return this;
    }

    boolean empty() {
        return from >= to;
    }

    /// The byte at a position, or 0 beyond the end.
    int at(int index) {
        return index < to && index >= from ? bytes[index] : 0;
    }

    boolean has(int index, byte[] word) {
        return index >= from && index + word.length <= to && matches(index, word);
    }

    boolean has(int index, Word word) {
        if (index < from || index + word.length > to) {
            return false;
        }
        if (index + Long.BYTES > bytes.length) {
            return matches(index, word.bytes);
        }
        return (((long) EIGHTS.get(bytes, index) ^ word.head) & word.mask) == 0
                && (word.length <= Long.BYTES || matches(index, word.bytes));
    }

    private boolean matches(int index, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (bytes[index + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// Where the word begins, looked for from `index` up to `end`; -1 when it is not there.
    int find(byte[] word, int index, int end) {
        int beyond = Math.min(end, to) - word.length + 1;
        for (int i = until(word[0], Math.max(index, from), beyond); i < beyond; i = until(word[0], i + 1, beyond)) {
            if (matches(i, word)) {
                return i;
            }
        }
        return -1;
    }

    int find(byte[] word, int index) {
        return find(word, index, to);
    }

    boolean contains(byte[] word, int index) {
        return find(word, index, to) >= 0;
    }

    /// Where the byte is, from `index` on; -1 when it is not there.
    int find(int wanted, int index) {
        for (int i = Math.max(index, from); i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// Where the byte is, at most as far as `end`, or `end` itself. Passes over eight at once while none of them is it: a byte that equals
    /// it becomes zero, and a zero shows in the borrows (Hacker's Delight §6-1).
    int until(int wanted, int index, int end) {
        int i = index;
        long eight = wanted * ONES;
        for (int last = end - 8; i <= last; i += 8) {
            long word = (long) EIGHTS.get(bytes, i) ^ eight;
            if ((word - ONES & ~word & TOPS) != 0) {
                break;
            }
        }
        while (i < end && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    /// Bytes as they are, one character each: for names that are only compared.
    String name(int start, int end) {
        return new String(bytes, start, Math.max(0, end - start), StandardCharsets.ISO_8859_1);
    }

    /// The text as a person reads it.
    String text(int start, int end) {
        return new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }

    /// A whole number without a sign, or -1 when there is none or it is too long.
    int number(int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || i - start > 8) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return end > start ? value : -1;
    }

    /// Seconds with decimals, or -1.
    double seconds(int start, int end) {
        long value = 0;
        long scale = 0;
        for (int i = start; i < end; i++) {
            int each = bytes[i];
            if (each == '.' && scale == 0) {
                scale = 1;
            } else if (each >= '0' && each <= '9' && i - start < 18) {
                value = value * 10 + (each - '0');
                scale *= 10;
            } else {
                return -1;
            }
        }
        return end > start ? scale > 1 ? value / (double) scale : value : -1;
    }

    /// A number for the bytes in which upper and lower case are one: same text, same number.
    long hash(int start, int end) {
        long hash = SEED;
        int i = start;
        for (int last = end - 8; i <= last; i += 8) {
            hash = (hash ^ lower((long) EIGHTS.get(bytes, i))) * SPREAD;
            hash ^= hash >>> 29;
        }
        long rest = end - start;
        for (; i < end; i++) {
            int each = bytes[i];
            rest = rest << 8 ^ (each >= 'A' && each <= 'Z' ? each + 32 : each);
        }
        hash = (hash ^ rest) * SPREAD;
        return hash ^ hash >>> 32;
    }

    /// Eight letters made small at once: a capital is an ASCII byte that reaches `A` and not what comes after `Z`.
    private static long lower(long eight) {
        long seven = eight & ~TOPS;
        long capitals = (seven + ONES * (128 - 'A') ^ seven + ONES * (127 - 'Z')) & ~eight & TOPS;
        return eight | capitals >>> 2;
    }

    /// A number for the bytes as they are: same bytes, same number.
    long key(int start, int end) {
        long hash = SEED;
        for (int i = start; i < end; i++) {
            hash = (hash ^ bytes[i]) * PRIME;
        }
        return hash ^ hash >>> 29;
    }

    static long key(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Line().over(bytes, 0, bytes.length).key(0, bytes.length);
    }

    static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean digit(int each) {
        return each >= '0' && each <= '9';
    }

    static boolean letterOrDigit(int each) {
        return digit(each) || each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z';
    }
}
