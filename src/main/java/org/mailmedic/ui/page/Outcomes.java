package org.mailmedic.ui.page;

import java.util.List;
import org.mailmedic.report.Report;

/// How a server's check-ups came out.
///
/// @param each  oldest first
/// @param words the same in words
public record Outcomes(List<Report.Outcome> each, String words) {
    public Outcomes {
        each = List.copyOf(each);
    }
}
