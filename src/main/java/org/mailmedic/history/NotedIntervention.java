package org.mailmedic.history;

import java.time.Instant;

/// A change that the person noted, as it is kept.
///
/// @param name     the file's name
/// @param before   id of the report made before it; empty when there is none
/// @param after    id of the report made after it; empty as long as there is none
/// @param stillOff whether a protective program is off because of it, and nobody has said yet that it is on again
public record NotedIntervention(String name, Instant at, Intervention intervention, String before, String after, boolean stillOff) {
    NotedIntervention leadingTo(String report) {
        return new NotedIntervention(name, at, intervention, before, report, stillOff);
    }

    NotedIntervention undone() {
        return new NotedIntervention(name, at, intervention, before, after, false);
    }

    /// The same without the person's words and without the reports that it belonged to.
    NotedIntervention bare() {
        return new NotedIntervention(name, at, new Intervention(intervention.kind(), ""), "", "", stillOff);
    }
}
