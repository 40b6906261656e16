package org.mailmedic.ui.details;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Seen;
import org.mailmedic.report.Witnesses;

/// How something looks at first sight. It is no judgement, and always comes with an icon and a word.
enum DetailTone {
    FINE(Feather.CHECK), CAUTION(Feather.ALERT_TRIANGLE), BROKEN(Feather.X), NEUTRAL(Feather.MINUS);

    private final Feather icon;

    DetailTone(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /// The name of its style class.
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of its word.
    String key() {
        return "checkup.look." + (this == NEUTRAL ? "QUIET" : name());
    }

    /// As [Witnesses] has it for every form of a report.
    static DetailTone of(DetailFact fact, Witnesses witnesses) {
        return of(witnesses.tone(new Seen(fact.values())));
    }

    private static DetailTone of(org.mailmedic.report.Tone tone) {
        return switch (tone) {
            case FINE -> FINE;
            case CAUTION -> CAUTION;
            case BROKEN -> BROKEN;
            case QUIET -> NEUTRAL;
        };
    }
}
