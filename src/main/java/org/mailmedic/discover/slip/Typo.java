package org.mailmedic.discover.slip;

import java.util.Arrays;
import java.util.Set;

/// Whether a name is one slip of the fingers away from another: a letter too many, too few, wrong or swapped with its neighbour
/// (Damerau-Levenshtein distance 1), a dot forgotten, or another ending.
///
/// Careful where short names differ by a letter anyway: `smtp2` is no slip of `smtp`, nor `mx.abc.net` of `mx.abd.net`.
final class Typo {
    private static final Set<String> SERVICES = Set.of("smtp", "mail");
    private static final int LONG_LABEL = 5;
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST = 80;

    private Typo() {}

    static boolean inLetters(String typed, String meant) {
        if (typed.length() > LONGEST || distance(typed, meant) != 1) {
            return false;
        }
        String[] wrong = typed.split("\\.", -1);
        String[] right = meant.split("\\.", -1);
        if (wrong.length != right.length) {
            return typed.replace(".", "").equals(meant.replace(".", ""));
        }
        for (int i = 0; i < wrong.length; i++) {
            if (!wrong[i].equals(right[i])) {
                return plausible(wrong[i], right[i], i == right.length - 1);
            }
        }
        return false;
    }

    private static boolean plausible(String wrong, String right, boolean ending) {
        boolean numbered = wrong.replaceAll("\\d", "").equals(right.replaceAll("\\d", ""));
        return swapped(wrong, right) && right.length() > 2 || ending && !realEnding(wrong) || !numbered && (SERVICES.contains(right)
                || right.length() >= LONG_LABEL);
    }

    private static boolean swapped(String wrong, String right) {
        return wrong.length() == right.length() && Arrays.equals(wrong.chars().sorted().toArray(), right.chars().sorted().toArray());
    }

    /// An ending of two letters is usually some country's.
    private static boolean realEnding(String ending) {
        return ending.length() == 2 && !ending.equals("cm") && !ending.equals("co");
    }

    /// The same name under another top-level domain.
    static boolean inEnding(String typed, String meant) {
        int wrong = typed.lastIndexOf('.');
        int right = meant.lastIndexOf('.');
        if (wrong < 1 || right < 1 || typed.equals(meant) || !typed.substring(0, wrong).equals(meant.substring(0, right))) {
            return false;
        }
        return right - 1 - meant.lastIndexOf('.', right - 1) >= SHORTEST_NAME;
    }

    /// Optimal string alignment distance, at most 2: further off is of no interest.
    static int distance(String a, String b) {
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
}
