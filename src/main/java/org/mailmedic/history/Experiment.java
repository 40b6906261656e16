package org.mailmedic.history;

import java.util.Locale;
import org.mailmedic.report.Report;
import org.mailmedic.report.ReportDiff;

/// Before → what was changed → after, and what the two check-ups say about it. Pure.
///
/// It lives here since it outlasts a check-up: it joins two reports of the history.
public record Experiment(Report before, Intervention intervention, Report after) {
    /// What may be said, and no more: two looks show that something changed, seldom why. The sentences are `conclusion.<id>` in
    /// `text/experiment.properties`, and where there is one for the kind of change, `conclusion.<id>.<kind>`.
    public enum Conclusion {
        /// It did not work and works now, after this one change.
        HELPED,
        /// Mail gets further than before.
        HELPED_A_STEP,
        /// The same trouble as before: this was not it.
        NO_DIFFERENCE,
        /// Mail stops at a station that it passed before.
        MADE_IT_WORSE,
        /// Another reason at the same station.
        OTHER_REASON,
        /// It worked before and still does.
        WORKS_EITHER_WAY,
        /// The settings differ too, so that nobody can tell which of the two it was.
        TWO_CHANGES,
        /// Different servers, or one of the two could not tell.
        CANNOT_TELL;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Conclusion conclusion() {
        ReportDiff diff = ReportDiff.between(before, after);
        Conclusion seen = switch (diff.conclusion()) {
            case FIXED -> Conclusion.HELPED;
            case BROKEN, EARLIER -> Conclusion.MADE_IT_WORSE;
            case FURTHER -> Conclusion.HELPED_A_STEP;
            case SAME, SAME_PROBLEM -> same();
            case OTHER_PROBLEM -> Conclusion.OTHER_REASON;
            case STILL_FINE -> Conclusion.WORKS_EITHER_WAY;
            case OTHER_SERVER, UNCLEAR, STILL_UNCLEAR -> Conclusion.CANNOT_TELL;
        };
        boolean mixed = differ(diff) && intervention.kind() != Intervention.Kind.SETTINGS && intervention.kind() != Intervention.Kind.PASSWORD;
        return mixed && seen != Conclusion.CANNOT_TELL ? Conclusion.TWO_CHANGES : seen;
    }

    private Conclusion same() {
        return switch (after.outcome()) {
            case HEALTHY -> Conclusion.WORKS_EITHER_WAY;
            case PROBLEM -> Conclusion.NO_DIFFERENCE;
            case INCONCLUSIVE -> Conclusion.CANNOT_TELL;
        };
    }

    private static boolean differ(ReportDiff diff) {
        return diff.changes().stream().anyMatch(change -> change.topic() == ReportDiff.Topic.SETTING);
    }

    /// The key of the sentence for this kind of change; where the book has none, `conclusion.<id>` has the general one.
    public String key() {
        return "conclusion." + conclusion().id() + "." + intervention.kind().id();
    }
}
