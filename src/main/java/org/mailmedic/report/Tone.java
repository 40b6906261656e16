package org.mailmedic.report;

import java.util.Locale;

/// How a thing went, for colours and marks. State is never told by colour alone: every tone has its mark.
public enum Tone {
    FINE("✓"), CAUTION("!"), BROKEN("✗"), QUIET("·");

    private final String mark;

    Tone(String mark) {
        this.mark = mark;
    }

    public String mark() {
        return mark;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param status of a stage; what a piece of evidence looks like, [Witnesses#tone] knows
    public static Tone of(String status) {
        return switch (status) {
            case "ok" -> FINE;
            case "warning" -> CAUTION;
            case "failed" -> BROKEN;
            default -> QUIET;
        };
    }

    public static Tone of(Report.Outcome outcome) {
        return switch (outcome) {
            case HEALTHY -> FINE;
            case PROBLEM -> BROKEN;
            case INCONCLUSIVE -> CAUTION;
        };
    }
}
