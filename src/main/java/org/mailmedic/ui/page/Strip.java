package org.mailmedic.ui.page;

import java.util.List;
import org.mailmedic.ui.part.Sparkline;

/// One row of a chart over time.
///
/// @param name   what was measured; may be empty
/// @param points oldest first
/// @param words  the same in words
public record Strip(String name, List<Sparkline.Point> points, String words) {
    public Strip {
        points = List.copyOf(points);
    }
}
