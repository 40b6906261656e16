package org.mailmedic.discover.slip;

import java.util.Set;
import org.mailmedic.settings.Spelling;

/// Whether a name is one slip of the fingers away from another: a letter too many, too few, wrong or swapped with its neighbour
/// or a dot forgotten.
///
/// Careful where short names differ by a letter anyway: `smtp2` is no slip of `smtp`, nor `mx.abc.net` of `mx.abd.net`.
final class Typo {
    private static final Set<String> SERVICES = Set.of("smtp", "mail");
    private static final int LONG_LABEL = 5;
    private static final int LONGEST = 80;

    private Typo() {}

    static boolean inLetters(String typed, String meant) {
        if (typed.length() > LONGEST || Spelling.distance(typed, meant) != 1) {
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
        return Spelling.rearranged(wrong, right) && right.length() > 2 || ending && !realEnding(wrong) || !numbered
                && (SERVICES.contains(right)
                || right.length() >= LONG_LABEL);
    }

    /// An ending of two letters is usually some country's.
    private static boolean realEnding(String ending) {
        return ending.length() == 2 && !ending.equals("cm") && !ending.equals("co");
    }
}
