package org.mailmedic.history;

import java.time.Instant;

/// A change that the person noted, as it is kept.
///
/// @param name   the file's name
/// @param before id of the report made before it; empty when there is none
/// @param after  id of the report made after it; empty as long as there is none
public record NotedIntervention(String name, Instant at, Intervention intervention, String before, String after) {}
