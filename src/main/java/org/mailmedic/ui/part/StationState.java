package org.mailmedic.ui.part;

import java.util.Locale;

/// How it stands with one station.
///
/// @param line what was seen there, in a few words; may be empty
public record StationState(Station station, Mark mark, String line) {
    public enum Mark {
        WAITING, WORKING, FINE, CAUTION, BROKEN,
        /// Not asked for.
        SKIPPED,
        /// Asked for, but the journey ended before.
        NOT_REACHED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean passed() {
            return this == FINE || this == CAUTION;
        }
    }
}
