package org.mailmedic.diagnosis.rules;

import java.util.Arrays;
import java.util.Set;

/// Whether a name is one slip of the fingers away from another one: a letter too many, too few, wrong or swapped with its
/// neighbour (Damerau-Levenshtein distance 1), or another ending in place of the right one.
///
/// Careful where short names differ by a letter anyway: `smtp2` is no slip of `smtp`, nor `mx.abc.net` of `mx.abd.net`.
final class OneSlip {
    private static final Set<String> SERVICES = Set.of("smtp", "mail");
    private static final int SHORT_LABEL = 4;
    private static final int LONG_LABEL = 6;

    private OneSlip() {}

    static boolean inLetters(String typed, String meant) {
        if (distance(typed, meant) != 1) {
            return false;
        }
        String[] wrong = typed.split("\\.", -1);
        String[] right = meant.split("\\.", -1);
        if (wrong.length != right.length) {
            return true;
        }
        for (int i = 0; i < wrong.length; i++) {
            if (!wrong[i].equals(right[i])) {
                return plausible(wrong[i], right[i], i == right.length - 1);
            }
        }
        return false;
    }

    private static boolean plausible(String wrong, String right, boolean ending) {
        boolean swapped = wrong.length() == right.length() && Arrays.equals(wrong.chars().sorted().toArray(), right.chars().sorted().toArray());
        boolean numbered = wrong.replaceAll("\\d", "").equals(right.replaceAll("\\d", ""));
        return swapped || ending || !numbered && SERVICES.contains(right) || right.length() >= (numbered ? LONG_LABEL : SHORT_LABEL + 1);
    }

    /// The same name under another top-level domain.
    static boolean inEnding(String typed, String meant) {
        int wrong = typed.lastIndexOf('.');
        int right = meant.lastIndexOf('.');
        return wrong > 0 && right > 0 && !typed.equals(meant) && typed.substring(0, wrong).equals(meant.substring(0, right))
                && meant.substring(0, right).length() - meant.substring(0, right).lastIndexOf('.') > SHORT_LABEL;
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
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
