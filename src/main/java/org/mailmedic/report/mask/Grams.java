package org.mailmedic.report.mask;

import java.util.Arrays;

/// A set of pieces of eight characters, kept as numbers that tell nothing. A text is looked through for any of them in one pass.
final class Grams implements AutoCloseable {
    static final int LENGTH = 8;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private long[] slots = new long[64];
    private int count;

    /// Every piece of `form`, which is squeezed; one that is shorter than a piece adds nothing.
    void add(DecodedView form) {
        for (int i = 0; i + LENGTH <= form.length(); i++) {
            put(number(form, i));
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean at(DecodedView text, int index) {
        long number = number(text, index);
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

    private static long number(DecodedView text, int start) {
        long number = 1;
        for (int i = start; i < start + LENGTH; i++) {
            number = (number ^ text.at(i)) * SPREAD;
            number ^= number >>> 29;
        }
        return number == 0 ? 1 : number;
    }

    @Override
    public void close() {
        Arrays.fill(slots, 0);
        count = 0;
    }
}
