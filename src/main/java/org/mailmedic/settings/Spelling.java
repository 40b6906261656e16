package org.mailmedic.settings;

import java.util.Arrays;

/// How far two names are apart for somebody who types.
public final class Spelling {
    private static final int SHORTEST_NAME = 4;

    private Spelling() {}

    /// The optimal string alignment distance, a letter too many, too few, wrong, or swapped with its neighbour counting one each.
    ///
    /// @return at most 2: further off is of no interest
    public static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return 2;
        }
        int shorter = Math.min(a.length(), b.length());
        int start = 0;
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < shorter - start && a.charAt(a.length() - 1 - same) == b.charAt(b.length() - 1 - same)) {
            same++;
        }
        int left = Math.max(a.length(), b.length()) - start - same;
        boolean swapped = left == 2 && a.length() == b.length() && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        return swapped ? 1 : Math.min(2, left);
    }

    /// The same letters in any order.
    public static boolean rearranged(String a, String b) {
        return a.length() == b.length() && Arrays.equals(a.chars().sorted().toArray(), b.chars().sorted().toArray());
    }

    /// The same host name under another top-level domain, where the name before it is long enough to be nobody else's by chance.
    public static boolean otherEnding(String typed, String meant) {
        int wrong = typed.lastIndexOf('.');
        int right = meant.lastIndexOf('.');
        if (wrong < 1 || right < 1 || typed.equals(meant) || !typed.substring(0, wrong).equals(meant.substring(0, right))) {
            return false;
        }
        return right - 1 - meant.lastIndexOf('.', right - 1) >= SHORTEST_NAME;
    }
}
