package org.mailmedic.checkup;

import java.util.Locale;

/// How a station of the journey ended.
public enum StageStatus {
    OK, WARNING, FAILED,
    /// Not asked for.
    SKIPPED,
    /// Asked for, but the journey ended before.
    NOT_REACHED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
