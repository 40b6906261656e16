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
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
            }
        }
        return Math.min(2, rows[a.length()][b.length()]);
    }

    private static int step(int[][] rows, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean crossed = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return crossed ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
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
