package org.mailmedic.evidence;

/// When something was looked at, in milliseconds since the check-up began (monotonic clock).
///
/// @param startMs negative where an earlier check-up looked, whose evidence is shared
public record Span(double startMs, double durationMs) {
    public double endMs() {
        return startMs + durationMs;
    }
}
