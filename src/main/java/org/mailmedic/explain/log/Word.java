package org.mailmedic.explain.log;

/// A word that lines are asked for, made ready to be compared eight bytes at once.
final class Word {
    private static final int EIGHT = Long.BYTES;

    final byte[] bytes;
    final int length;
    /// The first eight bytes, and which of them there are.
    final long head;
    final long mask;

    private Word(byte[] bytes) {
        this.bytes = bytes;
        length = bytes.length;
        var start = new byte[EIGHT];
        var there = new byte[EIGHT];
        for (int i = 0; i < Math.min(length, EIGHT); i++) {
            start[i] = bytes[i];
            there[i] = -1;
        }
        head = (long) Line.EIGHTS.get(start, 0);
        mask = (long) Line.EIGHTS.get(there, 0);
    }

    static Word of(String ascii) {
        return new Word(Line.bytes(ascii));
    }
}
