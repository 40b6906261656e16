package org.mailmedic.ui.details;

import java.util.ArrayList;
import java.util.List;

/// Round marks on a scale of time.
final class Ticks {
    private static final int AT_MOST = 5;

    private Ticks() {}

    /// Marks from zero up to `lengthMs` in steps of 1, 2 or 5 times a power of ten, six at most.
    static List<Double> upTo(double lengthMs) {
        var ticks = new ArrayList<Double>();
        double step = step(lengthMs);
        for (int i = 0; i * step <= lengthMs; i++) {
            ticks.add(i * step);
        }
        return List.copyOf(ticks);
    }

    private static double step(double lengthMs) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, lengthMs / AT_MOST))));
        for (int times : new int[] {1, 2, 5}) {
            if (power * times * AT_MOST >= lengthMs) {
                return power * times;
            }
        }
        return power * 10;
    }
}
