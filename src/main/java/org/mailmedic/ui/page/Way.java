package org.mailmedic.ui.page;

import java.util.List;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.part.StationState;

/// The one path through the window: where a page can lead to.
public interface Way {
    /// Back to the first page; what was typed is kept.
    void start();

    /// To the first page; what was typed is forgotten and wiped.
    void startOver();

    void account(Symptom symptom);

    /// Back to where the errand came from, with everything as it was typed.
    void settings();

    void practice();

    void contacts();

    void about();

    void check(Errand errand);

    /// @param seen the stations as they stood when the check-up ended
    void answer(Report report, List<StationState> seen);

    void again();

    /// Our own code failed: one calm page says so, and leads back here.
    void stumbled(Throwable fault);
}
