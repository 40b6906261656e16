package org.mailmedic.diagnosis.observation;

import java.util.Set;
import org.mailmedic.settings.Spelling;

/// Whether a name is one slip of the fingers away from another one: a letter too many, too few, wrong or swapped with its
/// neighbour.
///
/// Careful where short names differ by a letter anyway: `smtp2` is no slip of `smtp`, nor `mx.abc.net` of `mx.abd.net`.
public final class OneSlip {
    private static final Set<String> SERVICES = Set.of("smtp", "mail");
    private static final int SHORT_LABEL = 4;
    private static final int LONG_LABEL = 6;

    private OneSlip() {}

    public static boolean inLetters(String typed, String meant) {
        if (Spelling.distance(typed, meant) != 1) {
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
        boolean numbered = wrong.replaceAll("\\d", "").equals(right.replaceAll("\\d", ""));
        return Spelling.rearranged(wrong, right) || ending || !numbered && SERVICES.contains(right)
                || right.length() >= (numbered ? LONG_LABEL : SHORT_LABEL + 1);
    }
}
