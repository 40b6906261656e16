package org.mailmedic.pasted;

/// Which three characters stand next to each other anywhere in a text, noted in one pass. A word of which three do not is not in the text,
/// so that a megabyte is not searched for each of the hundred words that the formats know.
final class Trigrams {
    private static final int BITS = 18;

    private final long[] seen = new long[1 << BITS - 6];

    Trigrams(String text) {
        for (int at = 2; at < text.length(); at++) {
            int place = place(text, at);
            seen[place >> 6] |= 1L << place;
        }
    }

    /// False only when `word` is certainly not in the text.
    boolean mayHold(String word) {
        for (int at = 2; at < word.length(); at++) {
            int place = place(word, at);
            if ((seen[place >> 6] & 1L << place) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int place(String text, int last) {
        int mixed = (text.charAt(last - 2) * 31 + text.charAt(last - 1)) * 31 + text.charAt(last);
        return mixed * 0x9E3779B1 >>> 32 - BITS;
    }
}
