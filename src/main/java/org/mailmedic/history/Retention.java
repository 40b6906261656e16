package org.mailmedic.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How many reports are kept, and how long.
///
/// Age is counted from the newest report or from the clock, whichever is earlier: a clock that runs ahead takes nothing away, and a
/// history that nobody adds to does not empty itself.
///
/// @param most    at least 1
/// @param longest counted from the report's own time
public record Retention(int most, Duration longest) {
    private static final Retention USUAL = new Retention(1000, Duration.ofDays(365));
    private static final Retention ENDLESS = new Retention(Integer.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE));

    public Retention {
        if (most < 1 || longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("at least one report is kept, for some time");
        }
    }

    /// A thousand reports, for a year.
    public static Retention usual() {
        return USUAL;
    }

    public static Retention everything() {
        return ENDLESS;
    }

    /// What has to go.
    ///
    /// @param newestFirst all there is, in the order in which it was kept
    List<Summary> beyond(List<Summary> newestFirst, Instant now) {
        List<Summary> beyond = new ArrayList<>();
        if (newestFirst.isEmpty()) {
            return beyond;
        }
        Instant newest = newestFirst.getFirst().created();
        Instant today = newest.isBefore(now) ? newest : now;
        for (int i = 0; i < newestFirst.size(); i++) {
            Summary each = newestFirst.get(i);
            boolean old = each.created().isBefore(today) && Duration.between(each.created(), today).compareTo(longest) > 0;
            if (i >= most || old) {
                beyond.add(each);
            }
        }
        return beyond;
    }
}
