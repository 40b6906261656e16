package org.mailmedic.explain.log;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Messages by a number made from their queue name: open addressing, without an object for each entry.
final class MessageMap {
    private static final int SMALLEST = 1024;

    private long[] keys = new long[SMALLEST];
    private LoggedMessage[] values = new LoggedMessage[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    /// The message, or null.
    LoggedMessage get(long key) {
        return values[slot(key)];
    }

    void put(long key, LoggedMessage message) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        size += values[slot] == null ? 1 : 0;
        keys[slot] = key;
        values[slot] = message;
    }

    /// Takes a message out; null when it is not there.
    @Nullable LoggedMessage remove(long key) {
        int slot = slot(key);
        LoggedMessage found = values[slot];
        if (found == null) {
            return null;
        }
        size--;
        values[slot] = null;
        int mask = keys.length - 1;
        // whoever stands behind without a gap may belong before it
        for (int next = slot + 1 & mask; values[next] != null; next = next + 1 & mask) {
            LoggedMessage moved = values[next];
            values[next] = null;
            int home = slot(keys[next]);
            keys[home] = keys[next];
            values[home] = moved;
        }
        return found;
    }

    Stream<LoggedMessage> all() {
        return Arrays.stream(values).filter(Objects::nonNull);
    }

    /// Keeps only messages that came after a certain one.
    ///
    /// @param order the smallest [LoggedMessage#order] that stays
    void keepFrom(long order) {
        long[] oldKeys = keys;
        LoggedMessage[] old = values;
        keys = new long[oldKeys.length];
        values = new LoggedMessage[oldKeys.length];
        size = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null && old[i].order >= order) {
                put(oldKeys[i], old[i]);
            }
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        LoggedMessage[] old = values;
        keys = new long[oldKeys.length * 2];
        values = new LoggedMessage[oldKeys.length * 2];
        size = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                put(oldKeys[i], old[i]);
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (values[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
