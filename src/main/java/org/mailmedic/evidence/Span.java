package org.mailmedic.evidence;

/// When something was looked at, in milliseconds since the check-up began (monotonic clock).
public record Span(double startMs, double durationMs) {
    public double endMs() {
        return startMs + durationMs;
    }
}
