package org.mailmedic.ui.page;

import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Icon;

/// How a check-up came out, as a sign in front of its words.
public final class OutcomeIcon {
    private OutcomeIcon() {}

    public static Icon of(Report.Outcome outcome) {
        return switch (outcome) {
            case HEALTHY -> new Icon(Feather.CHECK, "fine");
            case PROBLEM -> new Icon(Feather.X, "broken");
            case INCONCLUSIVE -> new Icon(Feather.ALERT_TRIANGLE, "caution");
        };
    }
}
