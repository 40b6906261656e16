package org.mailmedic.report.mask;

import java.util.HashMap;
import java.util.Map;

/// Readings of one text that were looked at, as far as there is room to remember them.
final class SeenViews {
    private final Map<DecodedView, Integer> depths = new HashMap<>();
    private int room;

    /// @param room the most characters that are remembered in all
    SeenViews(int room) {
        this.room = room;
    }

    /// Whether it was not looked at before, or only deeper, where fewer wrappings below it were looked for. It counts as looked at now.
    boolean isNew(DecodedView view, int depth) {
        Integer before = depths.get(view);
        if (before != null && before <= depth) {
            return false;
        }
        if (before != null || view.length() <= room) {
            room -= before != null ? 0 : view.length();
            depths.put(view, depth);
        }
        return true;
    }
}
