package org.mailmedic.monitor.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/// Many texts, remembered by 64 bits of their hash: sixteen bytes each at most, since a list may have a million lines. Two texts out of a
/// million share a hash with a chance of one in thirty million. Not thread-safe.
final class LongSet {
    private long[] slots = new long[1024];
    private int size;

    /// Never 0, which marks a free slot.
    static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long hash = ByteBuffer.wrap(digest).getLong();
            return hash == 0 ? 1 : hash;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }

    /// @return whether it is new
    boolean add(long hash) {
        if (size * 4L > slots.length * 3L) {
            long[] old = slots;
            slots = new long[old.length * 2];
            Arrays.stream(old).filter(each -> each != 0).forEach(each -> slots[place(each)] = each);
        }
        int place = place(hash);
        if (slots[place] == hash) {
            return false;
        }
        slots[place] = hash;
        size++;
        return true;
    }

    boolean contains(long hash) {
        return slots[place(hash)] == hash;
    }

    private int place(long hash) {
        int place = (int) (hash & slots.length - 1);
        while (slots[place] != 0 && slots[place] != hash) {
            place = place + 1 & slots.length - 1;
        }
        return place;
    }
}
