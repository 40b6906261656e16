package org.mailmedic.history;

import org.mailmedic.history.Intervention.Kind;

/// A protective program that is still off. Its sentence is `reminder.<kind>` in `text/experiment.properties`.
///
/// @param note the person's own words, where nothing on the list fitted; else empty
public record Reminder(Kind kind, String note) {
    public static Reminder of(Intervention change) {
        return new Reminder(change.kind(), change.kind() == Kind.OTHER ? change.note() : "");
    }
}
