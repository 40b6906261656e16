package org.mailmedic.monitor.batch;

/// One part of a list, so that several machines share it without talking to each other: every line of one host is in the same part.
///
/// @param index counted from 1
public record Shard(int index, int count) {
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (count < 1 || index < 1 || index > count) {
            throw new IllegalArgumentException("a shard is one of those there are");
        }
    }

    /// By a hash that is the same on every machine and in every version. A line without a host goes by its number.
    boolean has(Target target) {
        String by = target.server().isEmpty() ? "line " + target.number() : target.server();
        return count == 1 || Long.remainderUnsigned(LongSet.hash(by), count) == index - 1;
    }
}
