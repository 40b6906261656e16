package org.mailmedic.report.mask;

import java.util.Arrays;
import java.util.BitSet;

/// A set of pieces of eight characters, kept as numbers that tell nothing. A text is looked through for any of them in one pass.
final class Grams implements AutoCloseable {
    static final int LENGTH = 8;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private static final long BASE = 0xd1342543de82ef95L;
    /// What a character counts when it has gone out of the piece: the base to the power of its length.
    private static final long GONE = power(LENGTH);
    private long[] slots = new long[64];
    private int count;

    /// Every piece of `form`, which is squeezed; one that is shorter than a piece adds nothing.
    void add(DecodedView form) {
        long sum = 0;
        for (int i = 0; i < form.length(); i++) {
            sum = next(sum, form, i);
            if (i >= LENGTH - 1) {
                put(number(sum));
            }
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// Where in `text` any of the pieces begins.
    BitSet in(DecodedView text) {
        var found = new BitSet();
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum = next(sum, text, i);
            if (i >= LENGTH - 1 && has(number(sum))) {
                found.set(i - LENGTH + 1);
            }
        }
        return found;
    }

    private boolean has(long number) {
        for (int slot = slot(number); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (slots[slot] == number) {
                return true;
            }
        }
        return false;
    }

    private void put(long number) {
        if (2 * count >= slots.length) {
            long[] old = slots;
            slots = new long[2 * old.length];
            count = 0;
            for (long each : old) {
                if (each != 0) {
                    put(each);
                }
            }
            Arrays.fill(old, 0);
        }
        int slot = slot(number);
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = slot + 1 & slots.length - 1;
        }
        if (slots[slot] == 0) {
            slots[slot] = number;
            count++;
        }
    }

    private int slot(long number) {
        return (int) (number >>> 20) & slots.length - 1;
    }

    private static long power(int times) {
        long power = 1;
        for (int i = 0; i < times; i++) {
            power *= BASE;
        }
        return power;
    }

    /// Of the last characters up to `index`: one comes in, and the one that is too far back goes out.
    private static long next(long sum, DecodedView text, int index) {
        long next = sum * BASE + text.at(index);
        return index < LENGTH ? next : next - text.at(index - LENGTH) * GONE;
    }

    private static long number(long sum) {
        long number = (sum ^ sum >>> 31) * SPREAD;
        number ^= number >>> 29;
        return number == 0 ? 1 : number;
    }

    @Override
    public void close() {
        Arrays.fill(slots, 0);
        count = 0;
    }
}
