package org.mailmedic.explain.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One message that has not left the queue, and the last word about each of its recipients.
///
/// A recipient is kept as a number made from its address: enough to know it again, and no address stays in memory.
final class LoggedMessage {
    static final int SENT = 0;
    static final int DEFERRED = 1;
    static final int BOUNCED = 2;

    private static final int FEW = 8;
    /// Recipients of one message that are kept apart.
    private static final int MOST = 500_000;

    final long seen;
    /// Counts up from message to message.
    final long order;
    /// Counted as taken in, by SMTP or from a local program.
    boolean counted;
    boolean hasHeader;
    boolean queued;
    boolean expired;
    /// How many recipients it has, where the log says so; 0 where it does not.
    int expected;

    private long[] names = new long[1];
    private int[] words = new int[1];
    private int count;
    private int @Nullable [] table;

    LoggedMessage(long seen, long order) {
        this.seen = seen;
        this.order = order;
    }

    int recipients() {
        return count;
    }

    /// Whether the last word was said about every recipient.
    boolean done() {
        for (int i = 0; i < count; i++) {
            if (state(i) == DEFERRED) {
                return false;
            }
        }
        return expected > 0 && count >= expected;
    }

    int state(int index) {
        return words[index] & 3;
    }

    /// The index of the cause, -1 for none.
    int cause(int index) {
        return (words[index] >>> 2) - 1;
    }

    /// The last cause of a recipient, -1 when there is none.
    int causeOf(long name) {
        int at = find(name);
        return at < 0 ? -1 : cause(at);
    }

    /// @return whether it is a recipient that was not there before
    boolean note(long name, int state, int cause) {
        int at = find(name);
        boolean isNew = at < 0;
        if (isNew && count == MOST) {
            return false;
        }
        if (isNew) {
            at = add(name);
        }
        words[at] = state | cause + 1 << 2;
        return isNew;
    }

    private int find(long name) {
        if (table == null) {
            for (int i = 0; i < count; i++) {
                if (names[i] == name) {
                    return i;
                }
            }
            return -1;
        }
        return table[slot(table, name)] - 1;
    }

    private int slot(int[] table, long name) {
        int slot = (int) (name * 0x9E3779B97F4A7C15L >>> 33) & table.length - 1;
        while (table[slot] != 0 && names[table[slot] - 1] != name) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private int add(long name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            words = Arrays.copyOf(words, count * 2);
        }
        names[count++] = name;
        if (count > FEW && (table == null || count * 2 > table.length)) {
            table = new int[Integer.highestOneBit(count) * 4];
            for (int i = 0; i < count; i++) {
                table[slot(table, names[i])] = i + 1;
            }
        } else if (table != null) {
            table[slot(table, name)] = count;
        }
        return count - 1;
    }
}
