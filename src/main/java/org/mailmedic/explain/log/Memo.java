package org.mailmedic.explain.log;

import org.jspecify.annotations.Nullable;

/// Keeps what was made of the last things asked, each under a number for it. A newer one takes the place of an older one in its slot,
/// so that memory stays the same however much is asked.
final class Memo<T> {
    private final long[] keys;
    private final Object[] values;

    /// @param slots a power of two
    Memo(int slots) {
        keys = new long[slots];
        values = new Object[slots];
    }

    /// What is kept under the number; null when nothing is.
    @SuppressWarnings("unchecked")
    @Nullable T get(long key) {
        int slot = slot(key);
        return keys[slot] == key ? (T) values[slot] : null;
    }

    void put(long key, T value) {
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = value;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & keys.length - 1;
    }
}
